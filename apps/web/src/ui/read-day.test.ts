import type { Day } from '@hubline/domain/day.ts'
import { expect, test } from 'vitest'
import { readDay } from './read-day.ts'

const monday = '2025-11-24' as Day

test.each([
  ['03/04/2026', '2026-04-03'],
  ['3/4/26', '2026-04-03'],
  ['03042026', '2026-04-03'],
  ['3 apr 2026', '2026-04-03'],
  ['3 April 2026', '2026-04-03'],
  ['2026-04-03', '2026-04-03'],
  ['17/5', '2025-05-17'],
  ['25 nov', '2024-11-25'],
  ['t', '2025-11-24'],
  ['y', '2025-11-23'],
  ['fri', '2025-11-21'],
  ['monday', '2025-11-24'],
  ['-3', '2025-11-21'],
  ['+2w', '2025-12-08'],
])('when logging, %s is %s', (text, day) => {
  expect(readDay(text, monday, 'past')).toBe(day)
})

test.each([
  ['17/5', '2026-05-17'],
  ['25 nov', '2025-11-25'],
  ['fri', '2025-11-28'],
  ['monday', '2025-12-01'],
])('when planning, %s is %s', (text, day) => {
  expect(readDay(text, monday, 'future')).toBe(day)
})

test.each(['', '31/06/2025', '17', 'soon', '3/13/2025', '3 foo 2025', '+1000'])('%s is not a day', (text) => {
  expect(readDay(text, monday, 'past')).toBeUndefined()
})
