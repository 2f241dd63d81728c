import type { Tx } from '@hubline/db/connection.ts'
import { BookReview } from '@hubline/domain/calendar/book-review.ts'
import type { Day } from '@hubline/domain/day.ts'
import { afterMove } from '@hubline/domain/skills-reviews/stages.ts'
import type { Actor } from '@hubline/domain/staff/permissions.ts'
import { changeRecord } from '../records/change-record.ts'
import { makeOffer } from '../skills-reviews/make-offer.ts'
import { writes } from '../trpc.ts'
import { attendeeOf, usualAttendee } from './attendee.ts'
import { chooseSlot } from './choose-slot.ts'
import { passedBy } from './must-be-free.ts'
import { type ReviewToChange, reviewToChange } from './review-to-change.ts'
import { tellOfBooking } from './tell-of-booking.ts'

/** Books a review with a broker, and offers it first where nobody has. */
export const bookReview = writes('review:book')
  .input(BookReview)
  .mutation(async ({ ctx: { db, actor, today, now }, input }) => {
    const { hub_id } = actor
    const { id } = input
    const version = input.version ?? (await offerFirst(db, actor, input, today))
    const review = await reviewToChange(db, { hub_id, id, version })
    const slot = await chooseSlot(db, input, { hub_id, review_id: id, now, passing: passedBy(input) })
    const known = await usualAttendee(db, hub_id, review.business_id)
    const values = {
      ...slot,
      ...attendeeOf(input, known),
      ...afterMove('book', review, { ...slot, booked_on: today }),
      cancel_reason: null,
      invitation: nextInvitation(review),
    }
    const booked = await changeRecord(db, { kind: 'skills_review', hub_id, id, version, values })
    const told = await tellOfBooking(db, { hub_id, review_id: id, news: 'booked', now })
    return { id, reference: review.reference, version: booked, told }
  })

/** A business that asks for a review has been offered one today. */
async function offerFirst(tx: Tx, actor: Actor, { id, business_id }: BookReview, today: Day): Promise<number> {
  const asked = { offered_on: today, offer_channel: 'telephone', offered_to_id: null, decline_reason: null }
  await makeOffer(tx, actor, { ...asked, id, business_id: business_id ?? '', answer: 'accepted' }, today)
  return 1
}

/** A review that was booked before has an entry in somebody's calendar already, and goes on counting. */
const nextInvitation = ({ slot_start, invitation }: ReviewToChange): number =>
  slot_start ? invitation + 1 : invitation
