import { expect, test } from 'vitest'
import type { Day } from '../day.ts'
import { monthAfter, monthsUpTo, parseMonth } from './broker-month.ts'

test('a month is read as an address writes it, and nothing else is', () => {
  expect(parseMonth('2026-11')).toBe('2026-11-01')
  for (const text of ['2026-13', '2026-1', '2026', 'november', '', '2026-11-01', '1500-01', '1600-03', '2099-12'])
    expect(parseMonth(text)).toBeUndefined()
  // Whatever is read can be looked at, with the months beside it.
  for (const text of ['1601-01', '2099-11']) {
    const month = parseMonth(text) as Day
    expect([...monthsUpTo(month), monthAfter(month, 1)]).toHaveLength(7)
  }
})

test('the months before one go back over the new year', () => {
  expect(monthsUpTo('2027-02-01' as Day)).toEqual([
    '2026-09-01',
    '2026-10-01',
    '2026-11-01',
    '2026-12-01',
    '2027-01-01',
    '2027-02-01',
  ])
  expect(monthAfter('2026-12-01' as Day, 1)).toBe('2027-01-01')
  expect(monthAfter('2026-01-01' as Day, -1)).toBe('2025-12-01')
})
