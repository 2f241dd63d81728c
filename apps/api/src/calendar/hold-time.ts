import { HOLD_MINUTES, HoldTime } from '@hubline/domain/calendar/choose-time.ts'
import { writesByLink } from '../by-link.ts'
import { freeBroker } from './free-broker.ts'
import { releaseFor } from './release-time.ts'
import { mustBeChoosable, reviewByLink } from './review-by-link.ts'

/** Keeps a time for ten minutes while somebody says who comes; the same time again is kept for ten minutes more. */
export const holdTime = writesByLink('book_review')
  .input(HoldTime)
  .mutation(async ({ ctx: { db, link, now }, input }) => {
    const { hub_id } = link
    const { slot_start } = input
    const review = await reviewByLink(db, link)
    mustBeChoosable(review, now)
    const { broker, slot_end, is_visit } = await freeBroker(db, { hub_id, review, slot_start, now })
    await releaseFor(db, { hub_id, review_id: review.id, now })
    const held_until = new Date(now.getTime() + HOLD_MINUTES * 60_000)
    await db
      .insertInto('held_time')
      .values({
        hub_id,
        broker_id: broker.id,
        ...(review.is_request ? { request_id: review.id } : { review_id: review.id }),
        slot_start,
        slot_end,
        is_visit,
        held_until,
      })
      .execute()
    return { held_until: held_until.toISOString() }
  })
