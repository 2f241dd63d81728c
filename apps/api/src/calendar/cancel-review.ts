import { CancelReview } from '@hubline/domain/calendar/book-review.ts'
import { afterMove } from '@hubline/domain/skills-reviews/stages.ts'
import { changeRecord } from '../records/change-record.ts'
import { writes } from '../trpc.ts'
import { reviewToChange } from './review-to-change.ts'
import { tellOfBooking } from './tell-of-booking.ts'

/** Cancels a booking: the time is free again, and the offer stands. */
export const cancelReview = writes('review:book')
  .input(CancelReview)
  .mutation(async ({ ctx: { db, actor, now }, input }) => {
    const { hub_id } = actor
    const { id, version, cancel_reason = null } = input
    const review = await reviewToChange(db, { hub_id, id, version })
    const values = { ...afterMove('cancel', review, {}), cancel_reason, invitation: review.invitation + 1 }
    const cancelled = await changeRecord(db, { kind: 'skills_review', hub_id, id, version, values })
    return { version: cancelled, told: await tellOfBooking(db, { hub_id, review_id: id, news: 'cancelled', now }) }
  })
