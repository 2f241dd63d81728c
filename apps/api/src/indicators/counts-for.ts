import { CATALOGUE } from '@hubline/domain/indicators/catalogue.ts'
import { fileOf } from '@hubline/domain/imports/bundle.ts'
import { countsFor } from '@hubline/reporting/units.ts'
import { z } from 'zod'
import { reads } from '../trpc.ts'
import { YearInput } from './board.ts'

/** The indicators in which a business or a person counts in a year, each with the records that bring it in. */
export const ofClient = reads('figures:read')
  .input(z.object({ kind: z.enum(['business', 'person']), id: z.uuid(), year: YearInput }))
  .query(async ({ ctx: { db, actor }, input: { kind, id, year } }) => {
    const members = await db
      .selectFrom(kind)
      .select('id')
      .where('hub_id', '=', actor.hub_id)
      .where((eb) => eb.or([eb('id', '=', id), eb('counts_as_id', '=', id)]))
      .execute()
    if (members.length === 0) return []
    const counted = CATALOGUE.filter(
      ({ counts }) => !('each' in counts) || counts.each === kind || counts.each === 'referral',
    )
    const found = await countsFor(db, counted, {
      hub_id: actor.hub_id,
      year,
      client_ids: members.map((member) => member.id),
    })
    return found.map(({ key, title, because }) => ({
      key,
      title,
      because: because.map(({ kind: record, reference, on }) => ({
        kind: record,
        noun: fileOf(record).noun,
        reference,
        on,
      })),
    }))
  })
