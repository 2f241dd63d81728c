import { expect, test } from 'vitest'
import { type Day, addDays, dayOf, weekday } from '../day.ts'
import { BANK_HOLIDAYS_KNOWN, bankHolidayOn } from './bank-holidays.ts'

const YEARS = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028]
const the = (year: number, month: number, day: number): Day => dayOf({ year, month, day }) as Day

function daysOf(year: number): Day[] {
  const days: Day[] = []
  for (let day = the(year, 1, 1); day <= the(year, 12, 31); day = addDays(day, 1))
    if (bankHolidayOn(day)) days.push(day)
  return days
}

/** Easter Sunday by the anonymous Gregorian reckoning. */
function easter(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  return the(year, Math.floor((h + l - 7 * m + 114) / 31), ((h + l - 7 * m + 114) % 31) + 1)
}

const firstMonday = (year: number, month: number): Day => {
  let day = the(year, month, 1)
  while (weekday(day) !== 1) day = addDays(day, 1)
  return day
}
const lastMonday = (year: number, month: number): Day => {
  let day = the(year, month, 31)
  while (weekday(day) !== 1) day = addDays(day, -1)
  return day
}

/** By the rules alone: a holiday on a weekend moves to the next weekday that is not one already. */
function byTheRules(year: number): Day[] {
  const days: Day[] = [addDays(easter(year), -2), addDays(easter(year), 1)]
  days.push(firstMonday(year, 5), lastMonday(year, 5), lastMonday(year, 8))
  for (const fixed of [the(year, 1, 1), the(year, 12, 25), the(year, 12, 26)]) {
    let day = fixed
    if (fixed === the(year, 12, 26) && weekday(fixed) === 1) {
      days.push(fixed)
      continue
    }
    while (weekday(day) > 5 || days.includes(day) || (day !== fixed && day === the(year, 12, 26))) day = addDays(day, 1)
    days.push(day)
  }
  return days.toSorted()
}

test.each(YEARS)('the table of %d is what the rules give, but for days moved or proclaimed', (year) => {
  const moved: Record<number, { more: string[]; less: string[] }> = {
    2020: { more: ['2020-05-08'], less: ['2020-05-04'] },
    2022: { more: ['2022-06-02', '2022-06-03', '2022-09-19'], less: ['2022-05-30'] },
    2023: { more: ['2023-05-08'], less: [] },
  }
  const { more, less } = moved[year] ?? { more: [], less: [] }
  const expected = [...byTheRules(year).filter((day) => !less.includes(day)), ...more].toSorted()
  expect(daysOf(year)).toEqual(expected)
})

test('no bank holiday falls on a weekend, and each has a name', () => {
  for (const year of YEARS)
    for (const day of daysOf(year)) {
      expect([day, weekday(day) <= 5]).toEqual([day, true])
      expect(bankHolidayOn(day)).toMatch(/^[A-Z]/)
    }
})

test('days outside the table are taken to be none, and the table says how far it goes', () => {
  expect(bankHolidayOn(the(2018, 12, 25))).toBeUndefined()
  expect(bankHolidayOn(the(2029, 1, 1))).toBeUndefined()
  expect(BANK_HOLIDAYS_KNOWN).toEqual({ from: '2019-01-01', to: '2028-12-31' })
})
