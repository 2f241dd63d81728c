import { fileOf } from '@hubline/domain/imports/bundle.ts'
import type { RecordKind } from '@hubline/domain/imports/bundle-file.ts'
import { DefinitionChange, PublishDefinition } from '@hubline/domain/indicators/change-definition.ts'
import { unitOf } from '@hubline/domain/indicators/definition.ts'
import { inWords } from '@hubline/domain/indicators/in-words.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { yearOf, yearsBack } from '@hubline/domain/years/year.ts'
import { effectOf, movedUnits } from '@hubline/reporting/definition-effect.ts'
import { valueOfNothing } from '@hubline/reporting/figures.ts'
import { z } from 'zod'
import { reads } from '../trpc.ts'
import { YearInput } from './board.ts'
import { movesOf } from './own-versions.ts'

const SIZE = 50
const Asked = z.object({
  key: z.string().max(100),
  change: DefinitionChange,
  own_title: PublishDefinition.shape.own_title,
})

/** What a change would do to the present year and the two before: to the figure, and to the bands that move with it. */
export const definitionEffect = reads('definition:publish')
  .input(Asked)
  .query(async ({ ctx: { db, actor, today }, input: asked }) => {
    const moves = await movesOf(db, actor.hub_id, asked)
    const figures = []
    for (const { now, next } of moves) {
      const years = []
      for (const year of yearsBack(yearOf(today), 3))
        years.push({ year, ...(await effectOf(db, { now, next }, { hub_id: actor.hub_id, year })) })
      figures.push({
        key: now.key,
        title: next.title,
        unit: unitOf(now),
        words: inWords(next),
        version: next.version,
        /** In none of the years anything would count: most often a slip. */
        is_empty: years.every((year) => year.next === valueOfNothing(next)),
        years,
      })
    }
    return { figures }
  })

/** The units that a change would bring into a year's figure, or take out of it. */
export const definitionEffectUnits = reads('definition:publish')
  .input(
    Asked.extend({
      /** The figure whose list it is: the changed one, or a band that moves with it. */
      of: z.string().max(100),
      year: YearInput,
      which: z.enum(['in', 'out']),
      after: z.object({ name: z.string().max(1000), id: z.uuid() }).optional(),
    }),
  )
  .query(async ({ ctx: { db, actor }, input: { of, year, which, after, ...asked } }) => {
    const move = (await movesOf(db, actor.hub_id, asked)).find(({ now }) => now.key === of)
    if (!move) throw new Problem('not_found', 'That figure does not move with this change', 'of')
    const question = { hub_id: actor.hub_id, year, which, size: SIZE + 1, ...(after ? { after } : {}) }
    const page = await movedUnits(db, move, question)
    const rows = page.slice(0, SIZE)
    const last = rows.at(-1)
    return {
      rows: rows.map((row) => ({ ...row, noun: fileOf(row.kind as RecordKind).noun })),
      next: page.length > SIZE && last ? { name: last.name, id: last.id } : null,
    }
  })
