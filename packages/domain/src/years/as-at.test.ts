import { expect, test } from 'vitest'
import { asAtInWords, isAsAt, readAsAt } from './as-at.ts'

const NOW = new Date('2026-11-26T15:00:00Z')

test.each([
  ['a day is its end, in summer', '2022-05-01', '2022-05-01T22:59:59.999999Z', '1 May 2022, 23:59'],
  ['a day is its end, in winter', '2022-01-31', '2022-01-31T23:59:59.999999Z', '31 January 2022, 23:59'],
  ['a minute is that of the clock in London', '2022-05-01T12:00', '2022-05-01T11:00:00.000Z', '1 May 2022, 12:00'],
  ['the day of a change of the clock is its end', '2022-03-27', '2022-03-27T22:59:59.999999Z', '27 March 2022, 23:59'],
  ['a minute that came twice is the first', '2022-10-30T01:30', '2022-10-30T00:30:00.000Z', '30 October 2022, 01:30'],
  ['today is now', '2026-11-26', '2026-11-26T15:00:00.000Z', '26 November 2026, 15:00'],
  ['an instant is itself', '2022-05-01T12:00:00.123456Z', '2022-05-01T12:00:00.123456Z', '1 May 2022, 13:00'],
])('%s', (_, text, instant, words) => {
  expect(readAsAt(text, NOW)).toBe(instant)
  expect(asAtInWords(instant)).toBe(words)
})

test.each([
  ['2026-11-27', 'has not come yet'],
  ['2026-11-26T15:01', 'has not come yet'],
  ['2022-02-30', 'There is no time "2022-02-30"'],
  ['2022-03-27T01:30', 'The clock was put forward on 27/03/2022 and never showed 01:30'],
  ['2022-05-01T24:00', 'There is no time'],
  ['yesterday', 'There is no time'],
])('%s is refused', (text, sentence) => {
  expect(() => readAsAt(text, NOW)).toThrow(sentence)
})

test('an address says a day or a minute of one', () => {
  expect(['2022-05-01', '2022-05-01T09:30', '2022-05-01T9:30', '2022-13-01', ''].map(isAsAt)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
})
