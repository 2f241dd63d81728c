import { expect, test } from 'vitest'
import type { Day } from './day.ts'
import { readMonth, showMonth } from './read-month.ts'

const TODAY = '2026-11-25' as Day

test.each([
  ['jan', '2027-01-01'],
  ['November', '2026-11-01'],
  ['oct', '2027-10-01'],
  ['Sept', '2027-09-01'],
  ['sep 26', '2026-09-01'],
  ['September, 2027', '2027-09-01'],
  ['9/27', '2027-09-01'],
  ['3', '2027-03-01'],
  ['2027-03', '2027-03-01'],
  ['2027-03-01', '2027-03-01'],
  ['13', undefined],
  ['soon', undefined],
  ['ma', undefined],
  ['', undefined],
])('%s is the month %s', (typed, month) => {
  expect(readMonth(typed, TODAY)).toBe(month)
})

test('a month is shown in words', () => {
  expect(showMonth('2027-03-01' as Day)).toBe('March 2027')
})
