import { ConfirmTime } from '@hubline/domain/calendar/choose-time.ts'
import { afterMove } from '@hubline/domain/skills-reviews/stages.ts'
import { writesByLink } from '../by-link.ts'
import { changeRecord } from '../records/change-record.ts'
import { freeBroker } from './free-broker.ts'
import { moveRequest } from './change-request.ts'
import { releaseFor } from './release-time.ts'
import { mustBeChoosable, reviewByLink } from './review-by-link.ts'
import { tellOfBooking } from './tell-of-booking.ts'

/** Books the time that whoever comes has chosen, or moves their booking to it. */
export const confirmTime = writesByLink('book_review')
  .input(ConfirmTime)
  .mutation(async ({ ctx: { db, link, now, today }, input }) => {
    const { hub_id } = link
    const { slot_start, attendee_name, attendee_email, attendee_phone = null } = input
    const review = await reviewByLink(db, link)
    mustBeChoosable(review, now)
    const { broker, slot_end } = await freeBroker(db, { hub_id, review, slot_start, now })
    const slot = { slot_start, slot_end, broker_id: broker.id }
    await releaseFor(db, { hub_id, review_id: review.id, now })
    if (review.is_request) {
      await moveRequest(db, { hub_id, review, slot, now, email: attendee_email, phone: attendee_phone })
      return { slot_start: slot_start.toISOString(), slot_end: slot_end.toISOString(), broker: broker.name }
    }
    const is_move = review.status === 'booked'
    const place = review.place ?? 'their_site'
    const values = {
      ...(is_move ? afterMove('reschedule', review, slot) : afterMove('book', review, { ...slot, booked_on: today })),
      place,
      // A room belongs to the time that was chosen with it.
      room_id: null,
      video_link: place === 'video' ? broker.video_link : null,
      attendee_name,
      attendee_email,
      attendee_phone,
      cancel_reason: null,
      invitation: review.slot_start ? review.invitation + 1 : review.invitation,
    }
    await changeRecord(db, { kind: 'skills_review', hub_id, id: review.id, version: review.version, values })
    const former_broker_id = is_move && review.broker_id !== broker.id ? review.broker_id : null
    await tellOfBooking(db, { hub_id, review_id: review.id, news: is_move ? 'moved' : 'booked', now, former_broker_id })
    return { slot_start: slot_start.toISOString(), slot_end: slot_end.toISOString(), broker: broker.name }
  })
