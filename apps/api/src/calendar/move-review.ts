import { MoveReview } from '@hubline/domain/calendar/book-review.ts'
import { afterMove } from '@hubline/domain/skills-reviews/stages.ts'
import { changeRecord } from '../records/change-record.ts'
import { writes } from '../trpc.ts'
import { chooseSlot } from './choose-slot.ts'
import { passedBy } from './must-be-free.ts'
import { reviewToChange } from './review-to-change.ts'
import { tellOfBooking } from './tell-of-booking.ts'

/** Gives a booked review another time, broker or place. */
export const moveReview = writes('review:book')
  .input(MoveReview)
  .mutation(async ({ ctx: { db, actor, now }, input }) => {
    const { hub_id } = actor
    const { id, version } = input
    const review = await reviewToChange(db, { hub_id, id, version })
    const slot = await chooseSlot(db, input, { hub_id, review_id: id, now, passing: passedBy(input) })
    const values = { ...slot, ...afterMove('reschedule', review, slot), invitation: review.invitation + 1 }
    const moved = await changeRecord(db, { kind: 'skills_review', hub_id, id, version, values })
    const former_broker_id = review.broker_id === slot.broker_id ? null : review.broker_id
    const told = await tellOfBooking(db, { hub_id, review_id: id, news: 'moved', now, former_broker_id })
    return { version: moved, told }
  })
