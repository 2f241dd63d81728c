import type { Day } from '../day.ts'
import type { UnitOfValue } from '../indicators/definition.ts'
import { type Year, firstDay, lastDay, nextYear } from './year.ts'

/** A year that is over: what it had reached by the same day of the year, and what it came to. */
export type PastYear = { year: Year; by_then: number; whole: number }

/** Where the year may end, if the rest of it goes as the rest of one of these two years went. */
export type Forecast = { low: number; high: number; shares: { year: Year; share: number }[] }

/** Why nothing can be said about the year's end. */
export type NoForecast = 'a_mean' | 'not_begun' | 'over' | 'no_two_years' | 'nothing_yet' | 'too_early'

/** Less of a year than this tells nothing of its end: a day's late entry would move it by a tenth and more. */
const LEAST_SHARE = 0.05

type Asked = {
  unit: UnitOfValue
  year: Year
  today: Day
  /** What the year has reached by today, and what is recorded of it in all. */
  reached: number
  recorded: number
  past: readonly PastYear[]
}

/**
 * From what the year has reached and the shares of their whole that the last two complete years had reached by this day:
 * the lower and the higher of the two ends, in whole ones, never under what is recorded. Two years are no distribution,
 * so the range says what has been, not how likely anything is.
 */
export function forecastOf({ unit, year, today, reached, recorded, past }: Asked): Forecast | NoForecast {
  if (unit === 'score') return 'a_mean'
  if (today < firstDay(year)) return 'not_begun'
  if (today > lastDay(year)) return 'over'
  const complete = past.filter((one) => one.whole > 0 && lastDay(one.year) < today).slice(0, 2)
  if (complete.length < 2) return 'no_two_years'
  if (reached <= 0) return 'nothing_yet'
  const shares = complete.map((one) => ({ year: one.year, share: Math.min(1, one.by_then / one.whole) }))
  if (shares.some(({ share }) => share < LEAST_SHARE)) return 'too_early'
  const ends = shares.map(({ share }) => reached / share)
  return {
    low: Math.floor(Math.max(recorded, Math.min(...ends)) + 1e-9),
    high: Math.ceil(Math.max(recorded, ...ends) - 1e-9),
    shares,
  }
}

/** The same day of another year; 29 February is the 28th where there is none. */
export function sameDayOf(year: Year, today: Day): Day {
  const start = today.slice(5) >= '04-01' ? firstDay(year) : firstDay(nextYear(year))
  const calendar = Number(start.slice(0, 4))
  const leap = calendar % 4 === 0 && (calendar % 100 !== 0 || calendar % 400 === 0)
  return `${calendar}-${today.slice(5) === '02-29' && !leap ? '02-28' : today.slice(5)}` as Day
}
