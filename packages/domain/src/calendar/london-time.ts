import type { Day } from '../day.ts'
import { addDays, weekday } from '../day.ts'

/**
 * Clocks of the United Kingdom. Summer time begins and ends at 01:00 GMT on the last Sundays of March and October (The
 * Summer Time Order 2002, article 2), so the sums need no time zone table: the same in every browser and on every server.
 *
 * On the Sunday in March the clock has no time from 01:00 to 02:00: nothing is ever planned there. On the Sunday in
 * October it shows 01:00 to 02:00 twice: a time of day then means the first of the two, which is still summer time.
 */

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Minutes since midnight as the clock shows them: 0 is 00:00, 810 is 13:30, 1440 is the midnight that ends the day. */
export type ClockMinutes = number

/** What the clock shows at an instant. */
export type ClockTime = {
  day: Day
  minutes: ClockMinutes
  /** The clock shows this time for the second time today: only in the hour after summer time ended. */
  is_second: boolean
}

const midnightUtc = (day: Day): number => Date.parse(`${day}T00:00:00Z`)

/** The last Sunday of March and of October of a year: the days on which the clocks change. */
export function clockChanges(year: number): { forward: Day; back: Day } {
  const lastSunday = (month: number): Day => {
    // Also just beyond the years of facts: the last day of 2099 ends in 2100.
    const last = `${year}-${String(month).padStart(2, '0')}-31` as Day
    return addDays(last, -(weekday(last) % 7))
  }
  return { forward: lastSunday(3), back: lastSunday(10) }
}

function isSummer(instant: number): boolean {
  const { forward, back } = clockChanges(new Date(instant).getUTCFullYear())
  return instant >= midnightUtc(forward) + HOUR && instant < midnightUtc(back) + HOUR
}

/** The instant, in milliseconds, at which the clock shows a time of a day; undefined in the hour that is left out. */
export function instantOf(day: Day, minutes: ClockMinutes): number | undefined {
  const shown = midnightUtc(day) + minutes * MINUTE
  // Summer time is tried first: where both would do, it is the first of the two.
  if (isSummer(shown - HOUR)) return shown - HOUR
  return isSummer(shown) ? undefined : shown
}

/** The first instant of a day. Midnight always exists, so this always has an answer. */
export function startOf(day: Day): number {
  return instantOf(day, 0) as number
}

/** What the clocks of the country show at an instant, to the minute. */
export function clockAt(instant: number): ClockTime {
  const summer = isSummer(instant)
  const shown = new Date(instant + (summer ? HOUR : 0))
  return {
    day: shown.toISOString().slice(0, 10) as Day,
    minutes: shown.getUTCHours() * 60 + shown.getUTCMinutes(),
    is_second: !summer && isSummer(instant - HOUR),
  }
}

/** `13:30`. */
export function showMinutes(minutes: ClockMinutes): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** Reads `9`, `9:30`, `0930`, `09.30`, `2pm` or `2:30 pm`; undefined for anything else. */
export function readClock(text: string): ClockMinutes | undefined {
  const found = /^(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm)?$/i.exec(text.trim())
  if (!found) return undefined
  const half = found[3]?.toLowerCase()
  const said = Number(found[1])
  if (half && (said < 1 || said > 12)) return undefined
  const hours = half ? (said % 12) + (half === 'pm' ? 12 : 0) : said
  const minutes = Number(found[2] ?? 0)
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : undefined
}

/** `13:30`, with `(winter time)` where the clock shows it for the second time that night. */
export function showClock(instant: number): string {
  const { minutes, is_second } = clockAt(instant)
  return is_second ? `${showMinutes(minutes)} (winter time)` : showMinutes(minutes)
}
