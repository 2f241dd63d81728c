import type { Day } from '@hubline/domain/day.ts'
import { expect, test } from 'vitest'
import { dueWords, shortDay, sinceWords } from './due-words.ts'

/** A Tuesday. */
const today = '2026-11-24' as Day

test.each([
  ['2026-11-15', '9 days overdue', 'overdue'],
  ['2026-11-23', '1 day overdue', 'overdue'],
  ['2026-11-24', 'Today', 'soon'],
  ['2026-11-25', 'Tomorrow', 'soon'],
  ['2026-11-27', 'Fri 27 Nov', 'soon'],
  ['2026-11-29', 'Sun 29 Nov', 'soon'],
  ['2026-11-30', 'Mon 30 Nov', 'later'],
  ['2026-12-01', '1 Dec', 'later'],
  ['2027-01-04', '4 Jan 2027', 'later'],
])('a step on %s is due "%s"', (day, due, state) => expect(dueWords(day as Day, today)).toEqual({ due, state }))

test('a step without a day says so', () => expect(dueWords(null, today)).toEqual({ due: 'No day set', state: 'later' }))

test('the year is named only when it is another', () => {
  expect(shortDay('2026-03-09' as Day, today)).toBe('9 Mar')
  expect(shortDay('2025-12-31' as Day, today)).toBe('31 Dec 2025')
})

test.each([
  [null, 'Never'],
  ['2026-11-24', 'Today'],
  ['2026-11-23', 'Yesterday'],
  ['2026-10-28', '27 days ago'],
  ['2025-11-25', '364 days ago'],
  ['2025-11-24', 'Over a year ago'],
  ['2023-11-24', 'Over 3 years ago'],
])('contact on %s was "%s"', (day, words) => expect(sinceWords(day as Day | null, today)).toBe(words))
