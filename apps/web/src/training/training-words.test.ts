import { parseIsoDay } from '@hubline/domain/day.ts'
import { expect, test } from 'vitest'
import { placesWords, spanWords } from './training-words.ts'

test.each([
  ['2026-04-11', '2026-04-11', '11 Apr 2026'],
  ['2026-04-11', '2026-04-15', '11 to 15 Apr 2026'],
  ['2026-11-28', '2026-12-02', '28 Nov to 2 Dec 2026'],
  ['2026-11-28', '2027-01-09', '28 Nov 2026 to 9 Jan 2027'],
])('a session from %s to %s is %s', (from, to, words) => {
  const [starts_on, ends_on] = [parseIsoDay(from), parseIsoDay(to)]

  expect(starts_on && ends_on && spanWords({ starts_on, ends_on })).toBe(words)
})

test('places are told as what is left, and by how many wait', () => {
  expect(placesWords({ places: 12, taken: 8, waiting: 0 })).toBe('4 of 12 left')
  expect(placesWords({ places: 12, taken: 12, waiting: 3 })).toBe('Full, 12, 3 waiting')
})
