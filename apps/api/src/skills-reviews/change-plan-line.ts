import { ChangePlanLine } from '@hubline/domain/skills-reviews/plan-line.ts'
import { changeRecord } from '../records/change-record.ts'
import { writes } from '../trpc.ts'
import { followUptake } from './follow-uptake.ts'
import { mustBeCourse, reviewOfLine } from './review-to-plan.ts'

/** Changes what a line of a training plan says, how far it has come, or where it stands. */
export const changePlanLine = writes('review:work')
  .input(ChangePlanLine)
  .mutation(async ({ ctx: { db, actor, today }, input }) => {
    const { request_id: _, id, version, ...values } = input
    const { hub_id } = actor
    await mustBeCourse(db, hub_id, values.course_id)
    const changed = await changeRecord(db, { kind: 'plan_line', hub_id, id, version, values })
    if (values.status) await followUptake(db, { hub_id, reviews: await reviewOfLine(db, hub_id, id), today })
    return { version: changed }
  })
