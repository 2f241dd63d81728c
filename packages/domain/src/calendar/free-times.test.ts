import { describe, expect, test } from 'vitest'
import type { Day } from '../day.ts'
import { type DiaryRules, type Taken, freeTimes, nearestTimes, obstacleTo, spreadOut } from './free-times.ts'
import { showClock } from './london-time.ts'
import { USUAL_HOURS } from './working-hours.ts'

const d = (day: string) => day as Day
const at = (text: string) => Date.parse(text)
const WEDNESDAY = d('2026-12-02')
const NOW = at('2026-11-25T12:00Z')
const RULES: DiaryRules = { hours: USUAL_HOURS, travel_minutes: 30, notice_hours: 24 }
const VISIT = { minutes: 90, is_visit: true }
const CALL = { minutes: 60, is_visit: false }

const taken = (from: string, to: string, more: Partial<Taken> = {}): Taken => ({
  from: at(`2026-12-02T${from}Z`),
  to: at(`2026-12-02T${to}Z`),
  kind: 'review',
  is_visit: false,
  ...more,
})
const on = (day: Day, length: typeof VISIT, those: Taken[], rules = RULES) =>
  freeTimes({ from: day, to: day }, length, { rules, taken: those, now: NOW }).map(showClock)

test('an empty day offers every half hour from which a review ends in time', () => {
  const free = on(WEDNESDAY, VISIT, [])
  expect([free[0], free.at(-1), free.length]).toEqual(['09:00', '15:30', 14])
})

describe('what is spoken for is not offered', () => {
  test.each<[string, Taken, string[]]>([
    ['a review, right up to its ends', taken('10:00', '16:00'), ['09:00', '16:00']],
    ['a held time', taken('10:00', '16:00', { kind: 'held' }), ['09:00', '16:00']],
    ['an absence', taken('10:00', '16:00', { kind: 'absence' }), ['09:00', '16:00']],
    ['a visit, with the way there and back', taken('10:30', '15:30', { is_visit: true }), ['09:00', '16:00']],
  ])('%s', (_, one, expected) => expect(on(WEDNESDAY, CALL, [one])).toEqual(expected))

  test('a visit asked for keeps its own way free on both sides', () => {
    expect(on(WEDNESDAY, VISIT, [taken('11:00', '12:00')])).toEqual([
      '09:00',
      '12:30',
      '13:00',
      '13:30',
      '14:00',
      '14:30',
      '15:00',
      '15:30',
    ])
  })

  test('an absence costs no way', () => {
    expect(on(WEDNESDAY, VISIT, [taken('10:30', '15:30', { kind: 'absence' })])).toEqual(['09:00', '15:30'])
  })

  test('two calls may follow each other at once', () => {
    expect(on(WEDNESDAY, CALL, [taken('10:00', '16:00')])).toEqual(['09:00', '16:00'])
  })
})

test('weekends, bank holidays and days off have no free time', () => {
  const those = freeTimes({ from: d('2026-12-24'), to: d('2027-01-01') }, CALL, { rules: RULES, taken: [], now: NOW })
  expect(new Set(those.map((start) => new Date(start).toISOString().slice(0, 10)))).toEqual(
    new Set(['2026-12-24', '2026-12-29', '2026-12-30', '2026-12-31']),
  )
})

test('notice is kept: nothing in the next day is offered', () => {
  expect(on(d('2026-11-26'), CALL, [])[0]).toBe('12:00')
  expect(on(d('2026-11-25'), CALL, [], { ...RULES, notice_hours: 0 })[0]).toBe('12:00')
})

describe('when the clocks change', () => {
  const NIGHT: DiaryRules = { hours: [{ weekday: 7, from: 0, to: 240 }], travel_minutes: 0, notice_hours: 0 }
  const nights = (day: string) =>
    freeTimes(
      { from: d(day), to: d(day) },
      { minutes: 30, is_visit: false },
      { rules: NIGHT, taken: [], now: at('2026-01-01') },
    )

  test('half past one on the last Sunday of October is offered once, at its first showing', () => {
    const starts = nights('2026-10-25')
    expect(starts.map(showClock)).toEqual(['00:00', '00:30', '01:00', '01:30', '02:00', '02:30', '03:00', '03:30'])
    expect(new Date(starts[3] as number).toISOString()).toBe('2026-10-25T00:30:00.000Z')
    expect(new Date(starts[4] as number).toISOString()).toBe('2026-10-25T02:00:00.000Z')
  })

  test('the hour that is left out in March is never offered', () => {
    expect(nights('2026-03-29').map(showClock)).toEqual(['00:00', '00:30', '02:00', '02:30', '03:00', '03:30'])
  })

  test('a review across the change lasts as long as it lasts', () => {
    const long = freeTimes(
      { from: d('2026-10-25'), to: d('2026-10-25') },
      { minutes: 240, is_visit: false },
      {
        rules: NIGHT,
        taken: [],
        now: at('2026-01-01'),
      },
    )
    expect(long.map(showClock)).toEqual(['00:00', '00:30', '01:00'])
  })
})

describe('a time that somebody types', () => {
  const slot = (from: string, is_visit = false, day = '2026-12-02') => ({
    from: at(`${day}T${from}Z`),
    to: at(`${day}T${from}Z`) + 3_600_000,
    is_visit,
  })
  const booked = taken('10:00', '11:00', { is_visit: true })

  test.each<[string, ReturnType<typeof slot>, Taken[], string | undefined]>([
    ['is free', slot('14:00'), [booked], undefined],
    ['is free at an odd minute', slot('14:10'), [booked], undefined],
    ['is past', slot('09:00', false, '2026-11-25'), [], 'past'],
    ['is taken', slot('10:30'), [booked], 'taken'],
    ['is held for somebody', slot('10:30'), [{ ...booked, kind: 'held' }], 'held'],
    ['falls in an absence', slot('10:30'), [{ ...booked, kind: 'absence' }], 'away'],
    ['leaves no time for the way', slot('11:15'), [booked], 'travel'],
    ['falls on a bank holiday', slot('10:00', false, '2026-12-25'), [], 'bank_holiday'],
    ['falls on a Sunday', slot('10:00', false, '2026-12-06'), [], 'outside_hours'],
    ['ends after work', slot('16:30'), [], 'outside_hours'],
    ['is sooner than the notice', slot('09:00', false, '2026-11-26'), [], 'too_soon'],
    ['is taken and past: past comes first', slot('09:00', false, '2026-11-24'), [booked], 'past'],
  ])('%s', (_, asked, those, expected) => {
    expect(obstacleTo(asked, { rules: RULES, taken: those, now: NOW })).toBe(expected)
  })
})

test('times that run into each other are spread out', () => {
  const starts = freeTimes({ from: WEDNESDAY, to: WEDNESDAY }, VISIT, { rules: RULES, taken: [], now: NOW })
  expect(spreadOut(starts, { minutes: 90, gap_minutes: 0 }).map(showClock)).toEqual([
    '09:00',
    '10:30',
    '12:00',
    '13:30',
    '15:00',
  ])
  expect(spreadOut(starts, { minutes: 90, gap_minutes: 30 }).map(showClock)).toEqual([
    '09:00',
    '11:00',
    '13:00',
    '15:00',
  ])
})

test('the nearest free times come in the order of the clock, and of two equally near the later is nearer', () => {
  const those = [taken('12:00', '14:00')]
  const all = freeTimes({ from: WEDNESDAY, to: WEDNESDAY }, CALL, { rules: RULES, taken: those, now: NOW })
  expect(nearestTimes(all, at('2026-12-02T12:30Z')).map(showClock)).toEqual(['11:00', '14:00', '14:30'])
  expect(nearestTimes([1, 5], 3, 1)).toEqual([5])
  expect(nearestTimes([], 3)).toEqual([])
})
