import { GiveUpTime } from '@hubline/domain/calendar/choose-time.ts'
import { afterMove } from '@hubline/domain/skills-reviews/stages.ts'
import { writesByLink } from '../by-link.ts'
import { changeRecord } from '../records/change-record.ts'
import { cancelRequest } from './change-request.ts'
import { mustBeChoosable, reviewByLink } from './review-by-link.ts'
import { tellOfBooking } from './tell-of-booking.ts'

/** Whoever was to come gives the time back; the offer stands, and the same link books another. */
export const giveUpTime = writesByLink('book_review')
  .input(GiveUpTime)
  .mutation(async ({ ctx: { db, link, now }, input }) => {
    const { hub_id } = link
    const review = await reviewByLink(db, link)
    mustBeChoosable(review, now)
    if (review.is_request) {
      await cancelRequest(db, { hub_id, review, now })
      return { cancelled: true }
    }
    const values = {
      ...afterMove('cancel', review, {}),
      cancel_reason: input.cancel_reason ?? 'Cancelled by whoever was to come',
      invitation: review.invitation + 1,
    }
    await changeRecord(db, { kind: 'skills_review', hub_id, id: review.id, version: review.version, values })
    await tellOfBooking(db, { hub_id, review_id: review.id, news: 'cancelled', now })
    return { cancelled: true }
  })
