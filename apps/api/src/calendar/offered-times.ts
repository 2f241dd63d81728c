import type { Tx } from '@hubline/db/connection.ts'
import { freeTimes, isVisit, spreadOut } from '@hubline/domain/calendar/free-times.ts'
import { startOf } from '@hubline/domain/calendar/london-time.ts'
import { type Day, addDays } from '@hubline/domain/day.ts'
import { readsByLink } from '../by-link.ts'
import { type ReviewByLink, canBeChosen, reviewByLink } from './review-by-link.ts'
import { takenTimes } from './taken-times.ts'

/** Enough to choose from, and few enough to read. */
const MOST_TIMES = 60

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

type Asked = { hub_id: string; review: ReviewByLink; now: Date; today: Day }

async function timesFor(tx: Tx, { hub_id, review, now, today }: Asked): Promise<string[]> {
  const minutes = minutesOf(review)
  const is_visit = isVisit(review.place)
  const last = addDays(today, Math.max(...review.brokers.map(({ days_ahead }) => days_ahead), 1))
  const taken = await takenTimes(tx, {
    hub_id,
    broker_ids: review.brokers.map(({ id }) => id),
    from: startOf(today),
    to: startOf(addDays(last, 1)),
    now,
    except: review.id,
  })
  const starts = new Set<number>()
  for (const { id, rules, days_ahead } of review.brokers) {
    const asked = { rules, taken: taken.get(id) ?? [], now: now.getTime() }
    const free = freeTimes({ from: today, to: addDays(today, days_ahead) }, { minutes, is_visit }, asked)
    for (const start of spreadOut(free, { minutes, gap_minutes: is_visit ? rules.travel_minutes : 0 }))
      starts.add(start)
  }
  const own = review.status === 'booked' ? review.slot_start?.getTime() : undefined
  return [...starts]
    .filter((start) => start !== own)
    .toSorted((one, other) => one - other)
    .slice(0, MOST_TIMES)
    .map((start) => new Date(start).toISOString())
}

const heldFor = async (tx: Tx, { hub_id, review_id, now }: { hub_id: string; review_id: string; now: Date }) =>
  (await tx
    .selectFrom('held_time')
    .select(['slot_start', 'held_until'])
    .where('hub_id', '=', hub_id)
    .where('review_id', '=', review_id)
    .where('released_at', 'is', null)
    .where('held_until', '>', now)
    .orderBy('held_until', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()) ?? null
