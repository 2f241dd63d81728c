import type { Chance } from './chance.ts'

/** Days on which a hub works: no weekend, no bank holiday, nobody between Christmas and New Year. */

const MS = 86_400_000
const GOOD_FRIDAYS = [
  '2019-04-19',
  '2020-04-10',
  '2021-04-02',
  '2022-04-15',
  '2023-04-07',
  '2024-03-29',
  '2025-04-18',
  '2026-04-03',
  '2027-03-26',
]
/** How busy each month is, from January: a quiet August and December, everybody at work before the year ends. */
const BUSY = [1.25, 1.6, 2.1, 1.15, 1.15, 1.05, 0.85, 0.4, 1, 1.05, 1.05, 0.5]

/** The day so many calendar days later. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * MS).toISOString().slice(0, 10)

function isHoliday(day: string, weekday: number): boolean {
  const month = Number(day.slice(5, 7))
  const date = Number(day.slice(8))
  if (GOOD_FRIDAYS.includes(day) || GOOD_FRIDAYS.includes(daysAfter(day, -3))) return true
  if ((month === 12 && date >= 24) || (month === 1 && date === 1)) return true
  return weekday === 1 && ((month === 5 && (date <= 7 || date >= 25)) || (month === 8 && date >= 25))
}

const DAYS: string[] = []
const UP_TO: number[] = []
let sum = 0
for (let time = Date.parse('2018-10-01'); time <= Date.parse('2027-06-30'); time += MS) {
  const day = new Date(time).toISOString().slice(0, 10)
  const weekday = new Date(time).getUTCDay()
  if (weekday === 0 || weekday === 6 || isHoliday(day, weekday)) continue
  DAYS.push(day)
  sum += (BUSY[Number(day.slice(5, 7)) - 1] ?? 1) * (weekday === 5 ? 0.7 : 1)
  UP_TO.push(sum)
}

/** The first place in a rising list whose value is not below. */
function firstNotBelow<T extends string | number>(list: readonly T[], value: T): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle] as T) < value) low = middle + 1
    else high = middle
  }
  return low
}

const dayAt = (index: number): string => DAYS[Math.max(0, Math.min(index, DAYS.length - 1))] as string

/** A working day from one day to another, both included, busier months more often. Without one: the last before. */
export function someWorkingDay(chance: Chance, from: string, to: string): string {
  const first = firstNotBelow(DAYS, from)
  const last = firstNotBelow(DAYS, daysAfter(to, 1)) - 1
  if (last <= first) return dayAt(last)
  const low = first === 0 ? 0 : (UP_TO[first - 1] as number)
  return dayAt(firstNotBelow(UP_TO, low + chance.part() * ((UP_TO[last] as number) - low)))
}

/** The working day so many working days later (or earlier). */
export const workingDaysAfter = (day: string, many: number): string => dayAt(firstNotBelow(DAYS, day) + many)

/** Working days in order around one of them, some weeks apart; nothing if they do not fit. */
function around(
  chance: Chance,
  { from, to, many, gap }: { from: string; to: string; many: number; gap: number },
): string[] | undefined {
  const gaps = Array.from({ length: many - 1 }, () => chance.between(Math.max(1, Math.floor(gap / 3)), gap))
  let at = firstNotBelow(DAYS, someWorkingDay(chance, from, to))
  for (const before of gaps.slice(0, chance.between(0, many - 1))) at -= before
  const days = [at, ...gaps.map((after) => (at += after))].map(dayAt)
  return (days[0] ?? '') >= from && (days.at(-1) ?? '') <= to ? days : undefined
}

/** Working days in order, some weeks apart, none before `from` and none after `to`. */
export function stretchOf(chance: Chance, { from, to, many }: { from: string; to: string; many: number }): string[] {
  for (const most of [24, 20, 16, 12, 8, 4]) {
    const days = around(chance, { from, to, many, gap: most })
    if (days) return days
  }
  const gap = Math.max(1, Math.min(24, Math.floor((firstNotBelow(DAYS, to) - firstNotBelow(DAYS, from)) / (many + 1))))
  const latest = workingDaysAfter(to, -gap * (many - 1))
  let day = someWorkingDay(chance, from, latest < from ? from : latest)
  const days = [day]
  while (days.length < many) {
    day = workingDaysAfter(day, chance.between(Math.max(1, Math.floor(gap / 3)), gap))
    days.push(day > to ? dayAt(firstNotBelow(DAYS, daysAfter(to, 1)) - 1) : day)
  }
  return days
}
