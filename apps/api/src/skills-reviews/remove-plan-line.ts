import { RemovePlanLine } from '@hubline/domain/skills-reviews/plan-line.ts'
import { sql } from 'kysely'
import { changeRecord } from '../records/change-record.ts'
import { writes } from '../trpc.ts'
import { followUptake } from './follow-uptake.ts'
import { reviewOfLine } from './review-to-plan.ts'

/** Takes a line out of a plan as if it had never been meant. One that was meant and came to nothing is dropped instead. */
export const removePlanLine = writes('review:work')
  .input(RemovePlanLine)
  .mutation(async ({ ctx: { db, actor, today }, input: { id, version } }) => {
    const values = { voided_at: sql`now()`, voided_by: actor.adviser_id, void_reason: 'Taken out of the plan' }
    const { hub_id } = actor
    await changeRecord(db, { kind: 'plan_line', hub_id, id, version, values })
    await followUptake(db, { hub_id, reviews: await reviewOfLine(db, hub_id, id), today })
  })
