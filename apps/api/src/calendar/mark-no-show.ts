import { MarkNoShow } from '@hubline/domain/calendar/book-review.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { afterMove } from '@hubline/domain/skills-reviews/stages.ts'
import { changeRecord } from '../records/change-record.ts'
import { writes } from '../trpc.ts'
import { reviewToChange } from './review-to-change.ts'

/** Nobody came. The offer stands, and another time can be booked. */
export const markNoShow = writes('review:book')
  .input(MarkNoShow)
  .mutation(async ({ ctx: { db, actor, now }, input }) => {
    const { hub_id } = actor
    const { id, version } = input
    const review = await reviewToChange(db, { hub_id, id, version })
    const values = afterMove('miss', review, {})
    if (review.slot_start && review.slot_start > now)
      throw new Problem('invalid', 'The review has not begun yet: cancel it instead', 'slot_start')
    return { version: await changeRecord(db, { kind: 'skills_review', hub_id, id, version, values }) }
  })
