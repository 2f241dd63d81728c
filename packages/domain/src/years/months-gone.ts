import type { Day } from '../day.ts'
import { type Year, firstDay, lastDay, monthsOf } from './year.ts'

/** Where today stands among the ends of the months, 0 to 12, with the part of the present one. */
export function monthsGone(year: Year, today: Day): number {
  if (today < firstDay(year)) return 0
  if (today > lastDay(year)) return 12
  const at = monthsOf(year).findIndex((month) => month.slice(0, 7) === today.slice(0, 7))
  const days = new Date(Date.UTC(Number(today.slice(0, 4)), Number(today.slice(5, 7)), 0)).getUTCDate()
  return at + Number(today.slice(8)) / days
}
