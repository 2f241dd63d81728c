import type { CallOutcome } from '@hubline/domain/skills-reviews/call-list.ts'
import type { ReviewStatus } from '@hubline/domain/skills-reviews/stages.ts'
import { sql } from 'kysely'
import { reads } from '../trpc.ts'

/** Something that can still be undone: a call with what came of it, or a change of a review outside the call lists. */
export type RecentChange = {
  kind: 'call' | 'review'
  id: string
  version: number
  business: { reference: string; name: string }
  outcome: CallOutcome | ReviewStatus
  at: Date
}

const MOST = 50

/** What the actor logged about offers within the last day, newest first. */
export const recentChanges = reads('review:work').query(async ({ ctx: { db, actor, now } }) => {
  const { hub_id, adviser_id } = actor
  const found = await sql<RecentChange>`
    with changed as (
      select 'call' as kind, e.id, e.version, e.business_id, e.outcome, e.outcome_at as at from app.call_list_entry e
        where e.hub_id = ${hub_id} and e.outcome_by_id = ${adviser_id} and e.outcome is not null and e.voided_at is null
          and e.outcome_at > ${now}::timestamptz - interval '24 hours'
      union all
      select 'review', r.id, r.version, r.business_id, r.status, r.recorded_at from app.skills_review r
        where r.hub_id = ${hub_id} and r.recorded_by = ${adviser_id} and r.recorded_at > clock_timestamp() - interval '24 hours'
          and r.status in ('offered', 'accepted', 'declined', 'no_response') and r.voided_at is null
          and not exists (select from app.call_list_entry e where e.hub_id = r.hub_id and e.skills_review_id = r.id and e.request_id = r.request_id and e.outcome is not null))
    select c.kind, c.id, c.version, c.outcome, c.at, json_build_object('reference', b.reference, 'name', b.name) as business
    from changed c join app.business q on q.hub_id = ${hub_id} and q.id = c.business_id join app.business b on b.hub_id = q.hub_id and b.id = q.counts_as_id
    order by c.at desc, c.id limit ${sql.lit(MOST)}`.execute(db)
  return found.rows
})
