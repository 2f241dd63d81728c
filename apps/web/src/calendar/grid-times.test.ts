import type { Day } from '@hubline/domain/day.ts'
import { expect, test } from 'vitest'
import { daysOf, mondayOf, readCalendarQuestion } from './calendar-question.ts'
import { clockOfPlace, hoursFor, placeIn } from './grid-times.ts'

const d = (day: string) => day as Day
const stretch = (from: string, to: string) => ({ from: Date.parse(from), to: Date.parse(to) })
const HOURS = { from: 480, to: 1080 }

test('the grid shows the usual hours, and an early or a late review with its hour', () => {
  expect(hoursFor([])).toEqual(HOURS)
  expect(hoursFor([stretch('2026-12-02T07:15Z', '2026-12-02T08:00Z')])).toEqual({ from: 420, to: 1080 })
  expect(hoursFor([stretch('2026-12-02T18:00Z', '2026-12-02T19:30Z')])).toEqual({ from: 480, to: 1200 })
  expect(hoursFor([stretch('2026-12-02T00:00Z', '2026-12-05T00:00Z')])).toEqual(HOURS)
})

test.each([
  ['a review of that day', stretch('2026-12-02T10:00Z', '2026-12-02T11:30Z'), { top: 120, height: 90 }],
  ['one of the day before', stretch('2026-12-01T10:00Z', '2026-12-01T11:30Z'), undefined],
  ['leave over many days', stretch('2026-12-01T00:00Z', '2026-12-05T00:00Z'), { top: 0, height: 600 }],
  ['what ended at midnight', stretch('2026-12-01T10:00Z', '2026-12-02T00:00Z'), undefined],
  ['what is over before the grid begins', stretch('2026-12-02T06:00Z', '2026-12-02T08:00Z'), undefined],
])('%s has its place', (_, one, place) => {
  expect(placeIn(d('2026-12-02'), HOURS, one)).toEqual(place)
})

test('a place in the column is the nearest quarter of an hour', () => {
  expect([clockOfPlace(127, HOURS), clockOfPlace(-40, HOURS), clockOfPlace(700, HOURS)]).toEqual([600, 480, 1065])
})

test('a week begins on Monday, and shows its weekend only where something stands there', () => {
  expect(mondayOf(d('2026-12-06'))).toBe('2026-11-30')
  expect(daysOf('week', d('2026-12-02'), false)).toHaveLength(5)
  expect(daysOf('week', d('2026-12-02'), true).at(-1)).toBe('2026-12-06')
  expect(daysOf('day', d('2026-12-02'), true)).toEqual(['2026-12-02'])
})

test('what the address says wrongly is dropped, and a weekend looks ahead', () => {
  expect(readCalendarQuestion({ day: 'soon', view: 'year', at: 'noon' }, d('2026-11-28'))).toEqual({
    view: undefined,
    day: '2026-11-30',
    who: undefined,
    book: undefined,
    move: undefined,
    at: undefined,
  })
})
