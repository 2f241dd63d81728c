import { fileOf } from '@hubline/domain/imports/bundle.ts'
import { Kept } from '@hubline/reporting/kept.ts'
import { nearlyCounting } from '@hubline/reporting/radar.ts'
import { z } from 'zod'
import { AskWhose } from '../data-quality/scope.ts'
import { AskPage, asPage, pageSql } from '../records/key-page.ts'
import { reads } from '../trpc.ts'
import { YearInput, yearsOf } from './board.ts'

const { after, before, size } = AskPage

/** Pages that somebody has looked at, each good until the hub's records change. */
const pages = new Kept<Awaited<ReturnType<typeof nearlyCounting>>>()

/** Clients that nearly count in a year, the smallest fix first. */
export const radar = reads('figures:read')
  .input(z.object({ year: YearInput, whose: AskWhose, after, before, size }))
  .query(async ({ ctx: { db, actor, today }, input: { year, whose, ...page } }) => {
    const asked = { ...page, direction: 'asc' } as const
    const owner_id = whose === 'mine' ? actor.adviser_id : whose
    const question = { hub_id: actor.hub_id, year, ...(owner_id === 'everyone' ? {} : { owner_id }) }
    const found = await pages.of(db, {
      hub_id: actor.hub_id,
      name: JSON.stringify([year, owner_id, page]),
      ask: () => nearlyCounting(db, { ...question, page: pageSql(asked) }),
    })
    const { rows, next, previous } = asPage(found.rows, asked)
    return {
      year,
      years: await yearsOf(db, actor.hub_id, today),
      listed: found.listed,
      rows: rows.map(({ about, client_reference, name, key, title, id, explanation: { nearest, why, fix } }) => ({
        mark: `${id} ${key} ${nearest?.reference ?? ''}`,
        client: { kind: about, reference: client_reference, name },
        figure: { key, title },
        record: nearest && { kind: nearest.kind, noun: fileOf(nearest.kind).noun, reference: nearest.reference },
        why,
        fix,
      })),
      next,
      previous,
    }
  })
