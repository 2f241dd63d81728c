import type { Day } from '@hubline/domain/day.ts'
import type { Year } from '@hubline/domain/years/year.ts'
import { expect, test } from 'vitest'
import { type Course, forecastInWords, linesOf } from './course-lines.ts'

const TODAY = '2026-06-15' as Day
const months = (year: number, reached: string) =>
  Array.from({ length: 12 }, (_, at) => ({
    month: `${at < 9 ? year : year + 1}-${String(((at + 3) % 12) + 1).padStart(2, '0')}`,
    added: '1',
    units: 1,
    reached,
  }))
const course: Course = {
  key: 'lep.jobs_created',
  title: 'Jobs created',
  unit: 'businesses',
  year: '2026-27' as Year,
  programme: null,
  present: { year: '2026-27' as Year, months: months(2026, '3'), by_then: '3' },
  past: [
    { year: '2025-26' as Year, months: months(2025, '9'), by_then: '2' },
    { year: '2024-25' as Year, months: months(2024, '0'), by_then: '0' },
  ],
  target: null,
  has_own_profile: false,
  due: null,
  forecast: {
    low: 1200,
    high: 1500,
    shares: [
      { year: '2025-26' as Year, share: 0.5 },
      { year: '2024-25' as Year, share: 0.4018 },
    ],
  },
}

test('only months that have begun are drawn, and only years that reached something', () => {
  const lines = linesOf(course, TODAY)
  expect(lines.months.map(({ month }) => month)).toEqual(['2026-04', '2026-05', '2026-06'])
  expect(lines.gone).toBe(2.5)
  expect(lines.past.map(({ year }) => year)).toEqual(['2025-26'])
})

test('a month of a year before is told as its own list has it, not as what two rounded sums leave', () => {
  const thirds = ['0.33', '0.67', '1.00']
  const before = months(2025, '1.00').map((one, at) => ({
    ...one,
    added: at < 3 ? '0.33' : '0',
    reached: thirds[at] ?? '1.00',
  }))
  const { past } = linesOf(
    { ...course, unit: 'FTE', past: [{ year: '2025-26' as Year, months: before, by_then: '0.67' }] },
    TODAY,
  )

  expect(past[0]?.added.slice(0, 4)).toEqual([0.33, 0.33, 0.33, 0])
  expect(past[0]?.reached.slice(0, 4)).toEqual([0.33, 0.67, 1, 1])
})

test('a forecast says its range and how it was worked out, or why there is none', () => {
  expect(forecastInWords(course, TODAY)).toEqual({
    finding: 'Forecast for the end of 2026-27: 1,200 to 1,500 businesses.',
    method:
      'By Monday 15 June, 50% of 2025-26 and 40.2% of 2024-25 had been reached. If the rest of this year goes as in one of them, it ends in this range. Two years say what has been, not what is sure.',
  })
  expect(forecastInWords({ ...course, forecast: 'no_two_years' }, TODAY)).toMatchObject({
    finding: expect.stringContaining('two complete years'),
    method: '',
  })
  expect(forecastInWords({ ...course, forecast: 'over' }, TODAY)).toEqual({ finding: '', method: '' })
})
