import { RemovePlanLine } from '@hubline/domain/skills-reviews/plan-line.ts'
import { sql } from 'kysely'
import { changeRecord } from '../records/change-record.ts'
import { writes } from '../trpc.ts'

/** Takes a line out of a plan as if it had never been meant. One that was meant and came to nothing is dropped instead. */
export const removePlanLine = writes('review:work')
  .input(RemovePlanLine)
  .mutation(async ({ ctx: { db, actor }, input: { id, version } }) => {
    const values = { voided_at: sql`now()`, voided_by: actor.adviser_id, void_reason: 'Taken out of the plan' }
    await changeRecord(db, { kind: 'plan_line', hub_id: actor.hub_id, id, version, values })
  })
