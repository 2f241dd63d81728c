import { describe, expect, test } from 'vitest'
import { type Day, addDays } from '../day.ts'
import { clockAt, clockChanges, instantOf, readClock, showClock, showMinutes, startOf } from './london-time.ts'

const d = (day: string) => day as Day
const iso = (instant: number | undefined) => (instant === undefined ? undefined : new Date(instant).toISOString())

test.each([
  [2019, '2019-03-31', '2019-10-27'],
  [2022, '2022-03-27', '2022-10-30'],
  [2024, '2024-03-31', '2024-10-27'],
  [2026, '2026-03-29', '2026-10-25'],
  [2027, '2027-03-28', '2027-10-31'],
  [2028, '2028-03-26', '2028-10-29'],
])('in %d the clocks change on %s and %s', (year, forward, back) => {
  expect(clockChanges(year)).toEqual({ forward, back })
})

test.each([
  ['winter', '2026-01-14', 570, '2026-01-14T09:30:00.000Z'],
  ['summer', '2026-07-14', 570, '2026-07-14T08:30:00.000Z'],
  ['midnight in summer', '2026-07-14', 0, '2026-07-13T23:00:00.000Z'],
  ['the midnight that ends a day', '2026-07-14', 1440, '2026-07-14T23:00:00.000Z'],
  ['the minute before the clocks go forward', '2026-03-29', 59, '2026-03-29T00:59:00.000Z'],
  ['the hour left out, at its start', '2026-03-29', 60, undefined],
  ['the hour left out, in its middle', '2026-03-29', 90, undefined],
  ['the first minute after it', '2026-03-29', 120, '2026-03-29T01:00:00.000Z'],
  ['the hour shown twice: the first of the two', '2026-10-25', 90, '2026-10-25T00:30:00.000Z'],
  ['the first minute that exists once again', '2026-10-25', 120, '2026-10-25T02:00:00.000Z'],
])('%s', (_, day, minutes, expected) => {
  expect(iso(instantOf(d(day), minutes))).toBe(expected)
})

test('the hour after summer time is told apart from the one before it', () => {
  const first = Date.parse('2026-10-25T00:30:00Z')
  const second = Date.parse('2026-10-25T01:30:00Z')
  expect(clockAt(first)).toEqual({ day: '2026-10-25', minutes: 90, is_second: false })
  expect(clockAt(second)).toEqual({ day: '2026-10-25', minutes: 90, is_second: true })
  expect([showClock(first), showClock(second)]).toEqual(['01:30', '01:30 (winter time)'])
  expect(clockAt(Date.parse('2026-10-25T02:00:00Z')).is_second).toBe(false)
})

test('a day is 23, 24 or 25 hours long', () => {
  const hours = (day: string) => (startOf(addDays(d(day), 1)) - startOf(d(day))) / 3_600_000
  expect([hours('2026-03-29'), hours('2026-06-01'), hours('2026-10-25')]).toEqual([23, 24, 25])
})

test('the sums agree with the time zone table for every half hour of ten years', () => {
  const zone = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' })
  const wrong: string[] = []
  for (let at = Date.parse('2019-01-01T00:00:00Z'); at < Date.parse('2029-01-01T00:00:00Z'); at += 1_800_000) {
    const { day, minutes, is_second } = clockAt(at)
    if (`${day} ${showMinutes(minutes)}` !== zone.format(at)) wrong.push(`Wrong at ${iso(at)}`)
    if (!is_second && instantOf(day, minutes) !== at) wrong.push(`No way back from ${iso(at)}`)
  }
  expect(wrong).toEqual([])
})

test('the first and the last day that can be written begin and end', () => {
  expect(iso(startOf(d('1600-01-01')))).toBe('1600-01-01T00:00:00.000Z')
  expect(iso(startOf(d('2100-01-01')))).toBe('2100-01-01T00:00:00.000Z')
})

describe('a time of day is read as people write it', () => {
  test.each([
    ['9', 540],
    ['9:30', 570],
    ['0930', 570],
    ['09.30', 570],
    ['930', 570],
    ['2pm', 840],
    ['2:30 PM', 870],
    ['12am', 0],
    ['12pm', 720],
    [' 17:45 ', 1065],
    ['24:00', undefined],
    ['9:60', undefined],
    ['13pm', undefined],
    ['half nine', undefined],
    ['', undefined],
  ])('"%s"', (text, expected) => expect(readClock(text)).toBe(expected))
})
