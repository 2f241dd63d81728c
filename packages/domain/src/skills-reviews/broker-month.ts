import { type Day, dayOf } from '../day.ts'

/** What a broker's month is told by, in the order of the work. */
export const MONTH_NUMBERS = ['offers', 'booked', 'held', 'no_shows', 'plans', 'lines', 'learners', 'minutes'] as const
export type MonthNumber = (typeof MONTH_NUMBERS)[number]

export const MONTH_NUMBER_NAMES: Readonly<Record<MonthNumber, string>> = {
  offers: 'Offers made',
  booked: 'Reviews booked',
  held: 'Reviews held',
  no_shows: 'No-shows',
  plans: 'Plans agreed',
  lines: 'Lines of those plans',
  learners: 'Learners started',
  minutes: 'Hours with clients',
}

/** How each is counted, as the foot of the page says it. */
export const MONTH_NUMBER_RULES: Readonly<Record<MonthNumber, string>> = {
  offers: 'by the day of the offer, for whoever made it',
  booked: 'by the day on which the time was agreed, for the broker of the review',
  held: 'by the day of the meeting',
  no_shows: 'by the day on which nobody came; a review that was booked again since stands under its new time',
  plans: 'by the day on which the business agreed',
  lines: 'of the plans agreed in the month',
  learners: 'by the first day of learning, for the broker of the review whose plan they take up',
  minutes: 'countable interactions, for whoever logged them as their own',
}

const MONTHS_SHOWN = 6

/** The first days of a month and of those before it, oldest first: six in all. */
export function monthsUpTo(month: Day): Day[] {
  return Array.from({ length: MONTHS_SHOWN }, (_, at) => monthAfter(month, at - MONTHS_SHOWN + 1))
}

/** The first day of the month so many months later, or earlier. @throws RangeError beyond 1600 to 2099 */
export function monthAfter(month: Day, months: number): Day {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months
  const found = dayOf({ year: Math.floor(count / 12), month: (((count % 12) + 12) % 12) + 1, day: 1 })
  if (!found) throw new RangeError(`No month lies ${months} months from ${month}`)
  return found
}

const FIRST_MONTH = '1601-01-01'
const LAST_MONTH = '2099-11-01'

/** Reads `2026-11` and nothing else; gives the first day of a month that has others around it. */
export function parseMonth(text: string): Day | undefined {
  const [, year, month] = /^(\d{4})-(\d\d)$/.exec(text) ?? []
  const found = dayOf({ year: Number(year), month: Number(month), day: 1 })
  return found !== undefined && found >= FIRST_MONTH && found <= LAST_MONTH ? found : undefined
}
