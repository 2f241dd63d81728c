import { MONTHS, type Day } from '@hubline/domain/day.ts'
import { firstDay, type Year } from '@hubline/domain/years/year.ts'

export type MonthValue = { month: string; value: string }

/** `2021-04` to `2022-03`. */
export function monthsOf(year: Year): string[] {
  const start = Number(firstDay(year).slice(0, 4))
  return Array.from({ length: 12 }, (_, at) => {
    const month = ((at + 3) % 12) + 1
    return `${month < 4 ? start + 1 : start}-${String(month).padStart(2, '0')}`
  })
}

/** "Apr" for a chart, "April 2021" for a table. */
export function monthName(month: string, length: 'short' | 'long' = 'long'): string {
  const name = MONTHS[Number(month.slice(5)) - 1] ?? month
  return length === 'short' ? name.slice(0, 3) : `${name} ${month.slice(0, 4)}`
}

/** What had been reached at the end of each month of the year that has begun by `today`. */
export function runningTotals(year: Year, months: readonly MonthValue[], today: Day): number[] {
  const added = new Map(months.map(({ month, value }) => [month, Number(value)]))
  let total = 0
  return monthsOf(year)
    .filter((month) => month <= today.slice(0, 7))
    .map((month) => {
      total += added.get(month) ?? 0
      // Hundredths add up exactly only when each sum is brought back to them.
      return Math.round(total * 100) / 100
    })
}
