import type { Day } from '@hubline/domain/day.ts'
import type { Year } from '@hubline/domain/years/year.ts'
import { expect, test } from 'vitest'
import { monthsGone } from '@hubline/domain/years/months-gone.ts'
import { monthName, monthsOf, runningTotals } from './months.ts'

const YEAR = '2021-22' as Year
const on = (day: string) => day as Day

test('a reporting year runs from April to March', () => {
  expect(monthsOf(YEAR)).toHaveLength(12)
  expect(monthsOf(YEAR)[0]).toBe('2021-04')
  expect(monthsOf(YEAR)[8]).toBe('2021-12')
  expect(monthsOf(YEAR)[9]).toBe('2022-01')
  expect(monthsOf(YEAR)[11]).toBe('2022-03')
})

test('a month without anything keeps what was reached', () => {
  const reached = runningTotals(
    YEAR,
    [
      { month: '2021-04', value: '2' },
      { month: '2021-06', value: '3' },
    ],
    on('2026-01-01'),
  )
  expect(reached).toEqual([2, 2, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5])
})

test('months to come are not drawn', () => {
  expect(runningTotals(YEAR, [{ month: '2021-04', value: '2' }], on('2021-06-15'))).toEqual([2, 2, 2])
  expect(runningTotals(YEAR, [], on('2021-03-31'))).toEqual([])
})

test('hundredths add up without dust', () => {
  expect(
    runningTotals(
      YEAR,
      [
        { month: '2021-04', value: '0.10' },
        { month: '2021-05', value: '0.20' },
      ],
      on('2021-05-01'),
    ),
  ).toEqual([0.1, 0.3])
})

test.each([
  ['2021-03-31', 0],
  ['2021-04-30', 1],
  ['2021-04-15', 0.5],
  ['2021-12-31', 9],
  ['2022-03-31', 12],
  ['2022-04-01', 12],
])('on %s %f months have gone', (day, gone) => expect(monthsGone(YEAR, on(day))).toBeCloseTo(gone))

test('a month has a short and a long name', () => {
  expect(monthName('2021-04', 'short')).toBe('Apr')
  expect(monthName('2022-01')).toBe('January 2022')
})
