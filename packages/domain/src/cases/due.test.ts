import { expect, test } from 'vitest'
import type { Day } from '../day.ts'
import { DUE, dueOf, dueSpan } from './due.ts'

// 31 March 2022 is a Thursday.
const today = '2022-03-31' as Day

test.each([
  [null, 'none'],
  ['2022-03-30', 'overdue'],
  ['2022-03-31', 'today'],
  ['2022-04-01', 'this_week'],
  ['2022-04-03', 'this_week'],
  ['2022-04-04', 'later'],
] as const)('a next step on %s stands under %s', (next_on, due) => {
  expect(dueOf(next_on as Day | null, today)).toBe(due)
})

test('every heading asks for exactly the days that stand under it', () => {
  for (const due of DUE) {
    const span = dueSpan(due, today)
    for (const day of ['2022-03-30', '2022-03-31', '2022-04-01', '2022-04-03', '2022-04-04'] as Day[]) {
      const asked = span !== null && (span.from ?? day) <= day && day <= (span.to ?? day)
      expect([due, day, asked]).toEqual([due, day, dueOf(day, today) === due])
    }
  }
})

test('on a Sunday this week is over', () => {
  expect(dueOf('2022-04-04' as Day, '2022-04-03' as Day)).toBe('later')
})
