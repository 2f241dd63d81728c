import { describe, expect, test } from 'vitest'
import type { Day } from '../day.ts'
import { USUAL_HOURS, WorkingHours, isAtWork, workingSpans } from './working-hours.ts'

const d = (day: string) => day as Day
const iso = (instant: number) => new Date(instant).toISOString().slice(0, 16)
const at = (text: string) => Date.parse(text)
const ALL_NIGHT = [{ weekday: 7, from: 30, to: 180 }]

test.each([
  ['a Wednesday in winter', '2026-11-25', ['2026-11-25T09:00 2026-11-25T17:00']],
  ['a Wednesday in summer', '2026-07-15', ['2026-07-15T08:00 2026-07-15T16:00']],
  ['a Saturday', '2026-11-28', []],
  ['a bank holiday', '2026-12-25', []],
  ['a bank holiday in lieu', '2026-12-28', []],
])('the usual hours of %s', (_, day, expected) => {
  expect(workingSpans(USUAL_HOURS, d(day)).map(({ from, to }) => `${iso(from)} ${iso(to)}`)).toEqual(expected)
})

test('a night is an hour longer in October and an hour shorter in March', () => {
  const length = (day: string) => workingSpans(ALL_NIGHT, d(day)).map(({ from, to }) => (to - from) / 3_600_000)
  expect([length('2026-10-25'), length('2026-11-01'), length('2026-03-29')]).toEqual([[3.5], [2.5], [1.5]])
})

test('a span that lies wholly in the hour left out is no time at all', () => {
  expect(workingSpans([{ weekday: 7, from: 75, to: 105 }], d('2026-03-29'))).toEqual([])
})

test('being at work means from beginning to end', () => {
  const span = (from: string, to: string) => ({ from: at(from), to: at(to) })
  expect(isAtWork(USUAL_HOURS, span('2026-11-25T09:00Z', '2026-11-25T10:30Z'))).toBe(true)
  expect(isAtWork(USUAL_HOURS, span('2026-11-25T15:30Z', '2026-11-25T17:00Z'))).toBe(true)
  expect(isAtWork(USUAL_HOURS, span('2026-11-25T16:00Z', '2026-11-25T17:30Z'))).toBe(false)
  expect(isAtWork(USUAL_HOURS, span('2026-11-25T08:30Z', '2026-11-25T10:00Z'))).toBe(false)
})

describe('a week is refused in words', () => {
  test.each([
    [
      'that ends before it begins',
      [{ weekday: 1, from: 600, to: 540 }],
      'Working hours end after they begin: correct the times',
    ],
    [
      'whose spans overlap',
      [
        { weekday: 1, from: 540, to: 720 },
        { weekday: 1, from: 700, to: 900 },
      ],
      'Two spans of one day overlap: make them one',
    ],
    ['with a time that no clock shows', [{ weekday: 1, from: 540, to: 1500 }], 'Enter a time like 17:00'],
  ])('%s', (_, spans, sentence) => {
    const read = WorkingHours.safeParse(spans)
    expect(read.error?.issues[0]?.message).toBe(sentence)
  })
})

test('a morning and an afternoon that touch are fine, and so is a week without any', () => {
  expect(
    WorkingHours.safeParse([
      { weekday: 1, from: 540, to: 720 },
      { weekday: 1, from: 720, to: 900 },
    ]).success,
  ).toBe(true)
  expect(WorkingHours.safeParse([]).success).toBe(true)
})
