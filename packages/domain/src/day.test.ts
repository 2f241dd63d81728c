import { execFileSync } from 'node:child_process'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  compareDays,
  dayInWords,
  dayOf,
  daysBetween,
  isBetween,
  parseIsoDay,
  showDay,
  todayInLondon,
  weekday,
} from './day.ts'
import type { Day } from './day.ts'

const day = (text: string): Day => {
  const found = parseIsoDay(text)
  if (!found) throw new Error(`${text} is no day`)
  return found
}

const anyDay = fc
  .date({ min: new Date('1600-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)))

describe('reading a day', () => {
  test.each(['1600-01-01', '2099-12-31', '2024-02-29', '2000-02-29', '2021-04-01', '2022-03-31', '1999-12-31'])(
    '%s is a day',
    (text) => expect(parseIsoDay(text)).toBe(text),
  )

  test.each([
    '1599-12-31',
    '2100-01-01',
    '2023-02-29',
    '1900-02-29',
    '2021-04-31',
    '2021-13-01',
    '2021-00-10',
    '2021-01-00',
    '2021-1-01',
    '21-01-01',
    '2021/01/01',
    ' 2021-01-01',
    '2021-01-01 ',
    '2021-01-01T00:00',
    '0000-00-00',
    '',
    '2021-01-32',
    '٢٠٢١-٠١-٠١',
  ])('"%s" is not a day', (text) => expect(parseIsoDay(text)).toBeUndefined())

  test('parts that are not whole numbers are not a day', () => {
    expect(dayOf({ year: 2021, month: 1.5, day: 1 })).toBeUndefined()
    expect(dayOf({ year: 2021, month: 1, day: Number.NaN })).toBeUndefined()
    expect(dayOf({ year: 2021, month: 2, day: 28 })).toBe('2021-02-28')
  })
})

describe('sums on days', () => {
  test.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2021-12-31', 1, '2022-01-01'],
    ['2022-01-01', -1, '2021-12-31'],
    ['2025-03-29', 2, '2025-03-31'],
    ['2025-10-25', 2, '2025-10-27'],
    ['2022-03-31', 1, '2022-04-01'],
    ['2099-12-31', 1, '2100-01-01'],
    ['2020-01-01', 366, '2021-01-01'],
  ] as const)('%s and %i days is %s', (from, days, to) => expect(addDays(day(from), days)).toBe(to))

  test('going there and back is the same day, and the distance is what was added', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -200_000, max: 200_000 }), (from, days) => {
        const there = addDays(from, days)
        expect(addDays(there, -days)).toBe(from)
        expect(daysBetween(from, there)).toBe(days)
        expect(Math.sign(compareDays(there, from))).toBe(Math.sign(days))
      }),
    )
  })

  test('a day beyond four-digit years cannot be reached, nor half a day', () => {
    expect(() => addDays(day('2021-01-01'), 10_000_000)).toThrow(RangeError)
    expect(() => addDays(day('2021-01-01'), Number.POSITIVE_INFINITY)).toThrow(RangeError)
    expect(() => addDays(day('2021-01-01'), 0.5)).toThrow(RangeError)
  })

  test('days sort by the calendar', () => {
    const days = ['2022-03-31', '2021-12-31', '2022-04-01', '2021-12-31'].map(day)
    expect(days.toSorted(compareDays)).toEqual(['2021-12-31', '2021-12-31', '2022-03-31', '2022-04-01'])
  })

  test('both ends of a span lie in it, their neighbours do not', () => {
    const span = { from: day('2021-04-01'), to: day('2022-03-31') }
    expect(['2021-03-31', '2021-04-01', '2022-03-31', '2022-04-01'].map((text) => isBetween(day(text), span))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  test.each([
    ['2025-05-17', 6],
    ['2025-05-18', 7],
    ['2025-05-19', 1],
    ['2000-02-29', 2],
    ['1600-01-01', 6],
  ] as const)('%s is weekday %i', (text, expected) => expect(weekday(day(text))).toBe(expected))
})

describe('showing a day', () => {
  test('a day is shown day first', () => expect(showDay(day('2025-05-07'))).toBe('07/05/2025'))
  test.each([
    ['2025-05-17', 'Saturday 17 May 2025'],
    ['2024-02-29', 'Thursday 29 February 2024'],
    ['2022-04-01', 'Friday 1 April 2022'],
  ])('%s in words is %s', (text, words) => expect(dayInWords(day(text))).toBe(words))
})

describe('today in London', () => {
  test.each([
    // winter: London is UTC
    ['2021-12-31T23:59:59.999Z', '2021-12-31'],
    ['2022-01-01T00:00:00Z', '2022-01-01'],
    // summer: an hour ahead, so the day turns at 23:00 UTC
    ['2022-03-31T22:59:59.999Z', '2022-03-31'],
    ['2022-03-31T23:00:00Z', '2022-04-01'],
    // the nights on which the clocks change, 30 March and 26 October 2025
    ['2025-03-29T23:59:59Z', '2025-03-29'],
    ['2025-03-30T00:59:59Z', '2025-03-30'],
    ['2025-03-30T22:59:59Z', '2025-03-30'],
    ['2025-03-30T23:00:00Z', '2025-03-31'],
    ['2025-10-25T22:59:59Z', '2025-10-25'],
    ['2025-10-25T23:00:00Z', '2025-10-26'],
    ['2025-10-26T01:00:00Z', '2025-10-26'],
    ['2025-10-26T23:30:00Z', '2025-10-26'],
    ['2025-10-27T00:00:00Z', '2025-10-27'],
    ['2024-02-29T12:00:00Z', '2024-02-29'],
  ])('%s falls on %s', (now, expected) => expect(todayInLondon(new Date(now))).toBe(expected))

  test('a clock that has no time is an error', () =>
    expect(() => todayInLondon(new Date(Number.NaN))).toThrow(RangeError))
})

test.each(['America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Kathmandu', 'Europe/London', 'UTC'])(
  'every answer is the same on a machine set to %s',
  (zone) => {
    const program = `
      import * as d from ${JSON.stringify(new URL('./day.ts', import.meta.url).href)}
      import * as y from ${JSON.stringify(new URL('./years/year.ts', import.meta.url).href)}
      const day = d.parseIsoDay('2022-03-31'), clock = d.parseIsoDay('2025-03-30')
      console.log(JSON.stringify([
        new Date(2022, 0, 1).getTimezoneOffset(), d.addDays(day, 1), d.addDays(clock, 1), d.addDays(clock, -1), d.weekday(clock),
        d.dayInWords(day), d.showDay(day), d.daysBetween(clock, day), y.yearOf(day), y.firstDay(y.yearOf(day)),
        d.todayInLondon(new Date('2022-03-31T23:00:00Z')), d.todayInLondon(new Date('2022-01-31T23:30:00Z')),
      ]))`
    const out = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    })
    const [offset, ...answers] = JSON.parse(out) as unknown[]
    const offsets: Record<string, number> = {
      'America/Los_Angeles': 480,
      'Pacific/Kiritimati': -840,
      'Asia/Kathmandu': -345,
    }
    expect(offset).toBe(offsets[zone] ?? 0)
    expect(answers).toEqual([
      '2022-04-01',
      '2025-03-31',
      '2025-03-29',
      7,
      'Thursday 31 March 2022',
      '31/03/2022',
      -1095,
      '2021-22',
      '2021-04-01',
      '2022-04-01',
      '2022-01-31',
    ])
  },
)
