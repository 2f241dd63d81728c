import { ChangePlanLine, isTakenUp } from '@hubline/domain/skills-reviews/plan-line.ts'
import { changeRecord } from '../records/change-record.ts'
import { writes } from '../trpc.ts'
import { recordUptake } from './record-uptake.ts'
import { mustBeCourse } from './review-to-plan.ts'

/** Changes what a line of a training plan says, how far it has come, or where it stands. */
export const changePlanLine = writes('review:work')
  .input(ChangePlanLine)
  .mutation(async ({ ctx: { db, actor, today }, input }) => {
    const { request_id: _, id, version, ...values } = input
    const { hub_id } = actor
    await mustBeCourse(db, hub_id, values.course_id)
    const now = await changeRecord(db, { kind: 'plan_line', hub_id, id, version, values })
    if (values.status && isTakenUp(values.status)) {
      const line = await db
        .selectFrom('plan_line')
        .select('skills_review_id')
        .where('hub_id', '=', hub_id)
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      await recordUptake(db, { hub_id, reviews: [line.skills_review_id], today })
    }
    return { version: now }
  })
