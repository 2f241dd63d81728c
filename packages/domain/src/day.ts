/**
 * Calendar days as `YYYY-MM-DD` text. Days compare and sort as text. All sums are done in UTC, so no answer depends
 * on the time zone of the machine; only `todayInLondon` knows a zone, and it names it.
 */

declare const brand: unique symbol

/** A real calendar day, `YYYY-MM-DD`. */
export type Day = string & { readonly [brand]: 'Day' }

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** Years in which a fact may be dated: anything outside is a slip of the pen. */
const FIRST_FACT = 1600
const LAST_FACT = 2099

const MS_IN_DAY = 86_400_000

/** The day with these parts, or undefined when the calendar has no such day between 1600 and 2099. */
export function dayOf(parts: { year: number; month: number; day: number }): Day | undefined {
  const { year, month, day } = parts
  if (!(year >= FIRST_FACT && year <= LAST_FACT && month >= 1 && month <= 12 && day >= 1)) return undefined
  if (!(day <= lastOfMonth(year, month))) return undefined
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return /^\d{4}-\d\d-\d\d$/.test(text) ? (text as Day) : undefined
}

/** Reads `YYYY-MM-DD` and nothing else: a real day from 1600 to 2099, or undefined. */
export function parseIsoDay(text: string): Day | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return undefined
  return dayOf({ year: Number(text.slice(0, 4)), month: Number(text.slice(5, 7)), day: Number(text.slice(8)) })
}

/** Negative when `a` comes first, positive when `b` does, 0 for the same day: fit for `sort`. */
export function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Both ends count. */
export function isBetween(day: Day, span: { from: Day; to: Day }): boolean {
  return span.from <= day && day <= span.to
}

/** @throws RangeError when the result has no four-digit year */
export function addDays(day: Day, days: number): Day {
  const year = new Date(utcOf(day) + days * MS_IN_DAY).getUTCFullYear()
  if (!(Number.isInteger(days) && year >= 1000 && year <= 9999))
    throw new RangeError(`No day lies ${days} days from ${day}`)
  return new Date(utcOf(day) + days * MS_IN_DAY).toISOString().slice(0, 10) as Day
}

/** Days from the first to the second; negative when the second comes first. */
export function daysBetween(from: Day, to: Day): number {
  return (utcOf(to) - utcOf(from)) / MS_IN_DAY
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(day: Day): number {
  return new Date(utcOf(day)).getUTCDay() || 7
}

/** `17/05/2025`, as days are shown in tables and forms. */
export function showDay(day: Day): string {
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`
}

/** `Saturday 17 May 2025`, as a day is echoed to the person who typed it. */
export function dayInWords(day: Day): string {
  return `${WEEKDAYS[weekday(day) - 1]} ${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`
}

// British style writes day, month, year with slashes; the parts are taken by name so that nothing hangs on the order.
const LONDON = new Intl.DateTimeFormat('en-GB-u-ca-gregory-nu-latn', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The calendar day on which an instant falls in the United Kingdom, summer time included. */
export function todayInLondon(now: Date): Day {
  const parts = Object.fromEntries(LONDON.formatToParts(now).map(({ type, value }) => [type, value]))
  return `${parts['year']}-${parts['month']}-${parts['day']}` as Day
}

function utcOf(day: Day): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8)))
}

function lastOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}
