import type { Tx } from '@hubline/db/connection.ts'
import type { Day } from '@hubline/domain/day.ts'
import { PLAN_LINE_STATUSES, isTakenUp } from '@hubline/domain/skills-reviews/plan-line.ts'
import { type ReviewStatus, afterMove } from '@hubline/domain/skills-reviews/stages.ts'
import { uptakeOn } from '@hubline/domain/skills-reviews/uptake.ts'
import { sql } from 'kysely'
import { changeRecord } from '../records/change-record.ts'
import type { Sql } from '../records/client.ts'

/** The line `l` of a plan became training. */
export const lineTakenUp: Sql<boolean> = sql`l.status in (${sql.join(
  PLAN_LINE_STATUSES.filter(isTakenUp).map((status) => sql.lit(status)),
)})`

type Standing = {
  version: number
  status: ReviewStatus
  plan_agreed_on: Day | null
  uptake_on: Day | null
  taken_up: boolean
  first_learner_on: Day | null
}

/**
 * Reviews have come as far as the lines of their plans: uptake is recorded once a line became training, and taken back
 * when none is any more. What a hub moved in with has no day of uptake, and stays as it came.
 */
export async function followUptake(
  tx: Tx,
  { hub_id, reviews, today }: { hub_id: string; reviews: readonly string[]; today: Day },
): Promise<void> {
  for (const id of [...new Set(reviews)].toSorted()) {
    const found = await sql<Standing>`
      select r.version, r.status, r.plan_agreed_on, r.uptake_on,
        exists (select from app.plan_line l where l.hub_id = r.hub_id and l.skills_review_id = r.id and ${lineTakenUp} and l.voided_at is null) as taken_up,
        (select min(coalesce(p.enrolled_on, p.first_attended_on, p.qualifying_start_on))
          from app.plan_line l join app.participation p on p.hub_id = l.hub_id and p.plan_line_id = l.id and p.voided_at is null
          where l.hub_id = r.hub_id and l.skills_review_id = r.id and ${lineTakenUp} and l.voided_at is null) as first_learner_on
      from app.skills_review r where r.hub_id = ${hub_id} and r.id = ${id} and r.voided_at is null for update of r`.execute(
      tx,
    )
    const [review] = found.rows
    const values = review && valuesFor(review, today)
    if (values) await changeRecord(tx, { kind: 'skills_review', hub_id, id, version: review.version, values })
  }
}

function valuesFor(review: Standing, today: Day): Readonly<Record<string, unknown>> | undefined {
  const { status, plan_agreed_on, uptake_on, taken_up, first_learner_on } = review
  if (taken_up && status === 'plan_agreed' && plan_agreed_on !== null)
    return afterMove('record_uptake', review, { uptake_on: uptakeOn({ plan_agreed_on, first_learner_on, today }) })
  if (!taken_up && status === 'uptake_recorded' && uptake_on !== null) return afterMove('take_uptake_back', review, {})
  return undefined
}
