import type { Day } from '@hubline/domain/day.ts'
import type { CallOutcome } from '@hubline/domain/skills-reviews/call-list.ts'
import type { DeclineReason } from '@hubline/domain/skills-reviews/decline-reasons.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { AskPage, asPage, pageSql } from '../records/key-page.ts'
import { reads } from '../trpc.ts'
import { AskShown, entriesSql, shownSql } from './call-lists-sql.ts'

export type EntryRow = {
  id: string
  version: number
  place: number
  business: { reference: string; name: string; district_code: string | null; phone: string | null }
  outcome: CallOutcome | null
  outcome_at: Date | null
  by: string | null
  call_back_on: Day | null
  attempts: number
  review: { reference: string; decline_reason: DeclineReason | null } | null
}

/** The entries of a call list in their order, all or those that stand somewhere. */
export const callListEntries = reads('review:work')
  .input(z.object({ id: z.uuid(), shown: AskShown.optional(), ...AskPage }))
  .query(async ({ ctx: { db, actor, today }, input: { id, shown, ...page } }) => {
    const { where, order } = pageSql(page)
    const found = await sql<EntryRow & { sorted_by: string }>`
      with e as materialized (select * from (
          select e.*, lpad(e.place::text, 6, '0') as sorted_by from ${entriesSql({ hub_id: actor.hub_id, list_id: sql`${id}::uuid`, today })} e
          where ${shown ? shownSql(shown, today) : sql`true`}) f
        where ${where} ${order})
      select e.sorted_by, e.id, e.version, e.place, e.outcome, e.outcome_at, e.call_back_on, e.attempts,
        json_build_object('reference', b.reference, 'name', b.name, 'district_code', b.located_in, 'phone', b.phone) as business,
        (select a.name from app.adviser a where a.hub_id = e.hub_id and a.id = e.outcome_by_id) as by,
        (select json_build_object('reference', r.reference, 'decline_reason', r.decline_reason) from app.skills_review r
          where r.hub_id = e.hub_id and r.id = e.skills_review_id and r.voided_at is null) as review
      from e join app.business q on q.hub_id = e.hub_id and q.id = e.business_id join app.business b on b.hub_id = q.hub_id and b.id = q.counts_as_id
      ${order}`.execute(db)
    return asPage(found.rows, page)
  })
