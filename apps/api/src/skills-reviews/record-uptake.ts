import type { Tx } from '@hubline/db/connection.ts'
import type { Day } from '@hubline/domain/day.ts'
import { PLAN_LINE_STATUSES, isTakenUp } from '@hubline/domain/skills-reviews/plan-line.ts'
import { type ReviewStanding, afterMove } from '@hubline/domain/skills-reviews/stages.ts'
import { sql } from 'kysely'
import { changeRecord } from '../records/change-record.ts'

const TAKEN_UP = PLAN_LINE_STATUSES.filter(isTakenUp)

/** Training is taken up on the day on which the first line of an agreed plan is: the review has come as far as that. */
export async function recordUptake(
  tx: Tx,
  { hub_id, reviews, today }: { hub_id: string; reviews: readonly string[]; today: Day },
): Promise<void> {
  const found = await sql<ReviewStanding & { id: string; version: number }>`
    select r.id, r.version, r.status, r.plan_agreed_on from app.skills_review r
    where r.hub_id = ${hub_id} and r.id = any (${reviews}::uuid[]) and r.status = 'plan_agreed' and r.voided_at is null
      and exists (select from app.plan_line l where l.hub_id = r.hub_id and l.skills_review_id = r.id and l.voided_at is null
        and l.status = any (${TAKEN_UP}::text[]))
    order by r.id for update`.execute(tx)
  for (const { id, version, ...standing } of found.rows)
    await changeRecord(tx, {
      kind: 'skills_review',
      hub_id,
      id,
      version,
      values: afterMove('record_uptake', standing, { uptake_on: today }),
    })
}
