import type { CalendarInvitation } from '../calendar/icalendar.ts'
import { instantOf, readClock, startOf } from '../calendar/london-time.ts'
import { addDays } from '../day.ts'
import { SENDER_HERE } from '../mail/letter.ts'
import type { PlaceNews, PlaceTold } from './event-letters.ts'

/** What a place is known by in a guest's calendar, and which version of it this is. */
export type PlaceEntry = { id: string; sequence: number; stamp: Date; email: string }

/** What a message about a place does to the guest's calendar. Whoever only waits has no entry in it. */
export function entryMethod(news: PlaceNews, had_place: boolean): 'REQUEST' | 'CANCEL' | undefined {
  if (!had_place || news === 'waiting') return undefined
  return news === 'cancelled' || news === 'event_cancelled' ? 'CANCEL' : 'REQUEST'
}

/** The entry of a place at an event in its guest's calendar: the same one for ever, however often the event moves. */
export function entryOfPlace(
  told: PlaceTold,
  { id, sequence, stamp, email, is_cancelled }: PlaceEntry & { is_cancelled: boolean },
): CalendarInvitation {
  const { name, hub, title, place, online_link } = told
  return {
    uid: `${id}@hubline`,
    sequence,
    stamp,
    ...stretchOf(told),
    summary: title,
    description: [`${title}, ${hub}`, online_link && `Join online: ${online_link}`].filter(Boolean).join('\n'),
    location: place ?? online_link ?? '',
    is_cancelled,
    organizer: { name: hub, address: SENDER_HERE },
    attendees: [{ name, address: email }],
  }
}

const HOUR = 3_600_000

/** An event without an hour is its whole day, and one without an end is taken to last an hour. */
function stretchOf({ held_on, starts_at, ends_at }: PlaceTold): { from: Date; to: Date; is_whole_day?: boolean } {
  const instant = (clock: string | null) => {
    const minutes = readClock(clock ?? '')
    return minutes === undefined ? undefined : instantOf(held_on, minutes)
  }
  const from = instant(starts_at)
  if (from === undefined)
    return { from: new Date(startOf(held_on)), to: new Date(startOf(addDays(held_on, 1))), is_whole_day: true }
  return { from: new Date(from), to: new Date(instant(ends_at) ?? from + HOUR) }
}
