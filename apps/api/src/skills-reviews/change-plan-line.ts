import { ChangePlanLine } from '@hubline/domain/skills-reviews/plan-line.ts'
import { changeRecord } from '../records/change-record.ts'
import { writes } from '../trpc.ts'
import { mustBeCourse } from './review-to-plan.ts'

/** Changes what a line of a training plan says, how far it has come, or where it stands. */
export const changePlanLine = writes('review:work')
  .input(ChangePlanLine)
  .mutation(async ({ ctx: { db, actor }, input }) => {
    const { request_id: _, id, version, ...values } = input
    const { hub_id } = actor
    await mustBeCourse(db, hub_id, values.course_id)
    return { version: await changeRecord(db, { kind: 'plan_line', hub_id, id, version, values }) }
  })
