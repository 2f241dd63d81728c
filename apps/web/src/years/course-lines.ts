import { dayInWords, type Day } from '@hubline/domain/day.ts'
import { monthsGone } from '@hubline/domain/years/months-gone.ts'
import type { Year } from '@hubline/domain/years/year.ts'
import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'
import { figureInWords } from '../indicators/show-figure.ts'

/** How a figure grows through a year, as the server tells it. */
export type Course = inferOutput<typeof trpc.years.course>
type CourseUnit = Course['unit']

/** What the chart and its table draw: numbers at the ends of the months, April first. */
export type CourseLines = {
  key: string
  unit: CourseUnit
  year: Year
  /** The programme whose figure it is, by its reference, as it stands in an address. */
  programme: string | undefined
  /** Months that have begun: what each added, of how many units, and what was reached. */
  months: readonly { month: string; added: number; units: number; reached: number }[]
  /** Months gone by today, 0 to 12. */
  gone: number
  /** Null: no target was set. */
  due: readonly number[] | null
  /** The years before, the last one first, as each month's list has it: only those in which something was reached. */
  past: readonly { year: Year; added: readonly number[]; reached: readonly number[] }[]
  forecast: { low: number; high: number } | undefined
}

export function linesOf({ key, unit, year, programme, present, past, due, forecast }: Course, today: Day): CourseLines {
  return {
    key,
    unit,
    year,
    programme: programme ?? undefined,
    months: present.months
      .filter(({ month }) => month <= today.slice(0, 7))
      .map(({ month, added, units, reached }) => ({
        month,
        added: Number(added ?? 0),
        units,
        reached: Number(reached ?? 0),
      })),
    gone: monthsGone(year, today),
    due,
    past: past
      .map((one) => ({
        year: one.year,
        added: one.months.map(({ added }) => Number(added ?? 0)),
        reached: one.months.map(({ reached }) => Number(reached ?? 0)),
      }))
      .filter(({ reached }) => (reached.at(-1) ?? 0) > 0),
    forecast: typeof forecast === 'string' ? undefined : forecast,
  }
}

const WHY_NOT = {
  a_mean: '',
  not_begun: 'The year has not begun.',
  over: '',
  no_two_years: 'No forecast: it is made from two complete years, and there are not two with this figure.',
  nothing_yet: 'No forecast: nothing has been reached yet.',
  too_early: 'No forecast yet: by this day so little of an earlier year had been reached that it tells nothing.',
} as const

/** Where the year may end, and how that is worked out; the method is empty where there is nothing to forecast. */
export function forecastInWords({ unit, year, forecast }: Course, today: Day): { finding: string; method: string } {
  if (typeof forecast === 'string') return { finding: WHY_NOT[forecast], method: '' }
  const { low, high, shares } = forecast
  const ends =
    low === high ? figureInWords(unit, String(low)) : `${shortOf(unit, low)} to ${figureInWords(unit, String(high))}`
  const reached = shares.map((one) => `${Math.round(one.share * 1000) / 10}% of ${one.year}`).join(' and ')
  return {
    finding: `Forecast for the end of ${year}: ${ends}.`,
    method: `By ${dayInWords(today).replace(/ \d{4}$/, '')}, ${reached} had been reached. If the rest of this year goes as in one of them, it ends in this range. Two years say what has been, not what is sure.`,
  }
}

const shortOf = (unit: CourseUnit, value: number) =>
  figureInWords(unit, String(value)).replace(/ (?:businesses|business|people|person|projects?|referrals?|FTE)$/, '')
