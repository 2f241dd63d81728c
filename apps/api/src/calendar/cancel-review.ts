import { CancelReview } from '@hubline/domain/calendar/book-review.ts'
import { afterMove } from '@hubline/domain/skills-reviews/stages.ts'
import { changeRecord } from '../records/change-record.ts'
import { writes } from '../trpc.ts'
import { reviewToChange } from './review-to-change.ts'

/** Cancels a booking: the time is free again, and the offer stands. */
export const cancelReview = writes('review:book')
  .input(CancelReview)
  .mutation(async ({ ctx: { db, actor }, input }) => {
    const { hub_id } = actor
    const { id, version, cancel_reason = null } = input
    const review = await reviewToChange(db, { hub_id, id, version })
    const values = { ...afterMove('cancel', review, {}), cancel_reason, invitation: review.invitation + 1 }
    return { version: await changeRecord(db, { kind: 'skills_review', hub_id, id, version, values }) }
  })
