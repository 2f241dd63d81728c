import type { Tx } from '@hubline/db/connection.ts'
import type { Day } from '@hubline/domain/day.ts'
import { readsByLink } from '../by-link.ts'
import { isHeldFor } from './release-time.ts'
import { type ReviewByLink, canBeChosen, reviewByLink } from './review-by-link.ts'
import { timesToChoose } from './times-to-choose.ts'

/** What the page of a link shows: the booking that stands, and the times that can be chosen. Nothing of anybody else. */
export const offeredTimes = readsByLink('book_review').query(async ({ ctx: { db, link, now, today } }) => {
  const { hub_id } = link
  const review = await reviewByLink(db, link)
  const { name: hub } = await db
    .selectFrom('hub')
    .select('name')
    .where('hub_id', '=', hub_id)
    .where('id', '=', hub_id)
    .executeTakeFirstOrThrow()
  const open = canBeChosen(review, now)
  const is_booked = review.status === 'booked'
  const [broker] = review.brokers
  return {
    hub,
    broker: review.brokers.length === 1 ? (broker?.name ?? null) : null,
    is_open: open,
    minutes: minutesOf(review),
    place: review.place ?? 'their_site',
    booking:
      is_booked && review.slot_start && review.slot_end
        ? { slot_start: review.slot_start, slot_end: review.slot_end, attendee_name: review.attendee_name }
        : null,
    was_cancelled: review.status === 'cancelled',
    held: open ? await heldFor(db, { hub_id, review_id: review.id, now }) : null,
    times: open ? await timesFor(db, { hub_id, review, now, today }) : [],
  }
})

/** As long as it was booked for or, where it was not, as its broker usually takes. */
export function minutesOf({ slot_start, slot_end, brokers }: ReviewByLink): number {
  if (slot_start && slot_end) return Math.round((slot_end.getTime() - slot_start.getTime()) / 60_000)
  return brokers[0]?.review_minutes ?? 90
}

const timesFor = (
  tx: Tx,
  { hub_id, review, now, today }: { hub_id: string; review: ReviewByLink; now: Date; today: Day },
) =>
  timesToChoose(tx, {
    hub_id,
    brokers: review.brokers,
    minutes: minutesOf(review),
    place: review.place,
    now,
    today,
    except: { id: review.id, at: review.status === 'booked' ? review.slot_start : null },
  })

const heldFor = async (tx: Tx, { hub_id, review_id, now }: { hub_id: string; review_id: string; now: Date }) =>
  (await tx
    .selectFrom('held_time')
    .select(['slot_start', 'held_until'])
    .where('hub_id', '=', hub_id)
    .where(isHeldFor(review_id))
    .where('released_at', 'is', null)
    .where('held_until', '>', now)
    .orderBy('held_until', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()) ?? null
