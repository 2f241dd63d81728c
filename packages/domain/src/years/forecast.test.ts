import { expect, test } from 'vitest'
import type { Day } from '../day.ts'
import { forecastOf, sameDayOf } from './forecast.ts'
import type { Year } from './year.ts'

const asked = {
  unit: 'businesses' as const,
  year: '2026-27' as Year,
  today: '2026-11-26' as Day,
  reached: 620,
  recorded: 620,
  past: [
    { year: '2025-26' as Year, by_then: 500, whole: 800 },
    { year: '2024-25' as Year, by_then: 700, whole: 1000 },
  ],
}

test('the year may end where either of the last two would have led', () => {
  expect(forecastOf(asked)).toEqual({
    low: 885,
    high: 992,
    shares: [
      { year: '2025-26', share: 0.625 },
      { year: '2024-25', share: 0.7 },
    ],
  })
})

test('whole ones stay whole: 100 of a half is 200 to 200', () => {
  const past = asked.past.map((one) => ({ ...one, by_then: 50, whole: 100 }))
  expect(forecastOf({ ...asked, reached: 100, recorded: 100, past })).toMatchObject({ low: 200, high: 200 })
})

test('the range is never under what is recorded, also for days to come', () => {
  const past = asked.past.map((one) => ({ ...one, by_then: one.whole }))
  expect(forecastOf({ ...asked, recorded: 650, past })).toMatchObject({ low: 650, high: 650 })
})

test.each([
  ['a_mean', { unit: 'score' as const }],
  ['not_begun', { today: '2026-03-31' as Day }],
  ['over', { today: '2027-04-01' as Day }],
  ['no_two_years', { past: asked.past.slice(0, 1) }],
  ['no_two_years', { past: [asked.past[0]!, { ...asked.past[1]!, by_then: 0, whole: 0 }] }],
  ['nothing_yet', { reached: 0, recorded: 0 }],
  ['too_early', { past: [asked.past[0]!, { ...asked.past[1]!, by_then: 49 }] }],
] as const)('nothing is said of the end: %s', (why, other) => {
  expect(forecastOf({ ...asked, ...other })).toBe(why)
})

test('on the first and on the last day of the year a range is still given, where the others had begun', () => {
  expect(forecastOf({ ...asked, today: '2026-04-01' as Day })).toMatchObject({ low: 885 })
  expect(forecastOf({ ...asked, today: '2027-03-31' as Day })).toMatchObject({ low: 885 })
})

test.each([
  ['2025-26', '2026-11-26', '2025-11-26'],
  ['2025-26', '2027-03-31', '2026-03-31'],
  ['2025-26', '2026-04-01', '2025-04-01'],
  ['2026-27', '2028-02-29', '2027-02-28'],
  ['2023-24', '2028-02-29', '2024-02-29'],
])('in %s, %s is %s', (year, today, same) => {
  expect(sameDayOf(year as Year, today as Day)).toBe(same)
})
