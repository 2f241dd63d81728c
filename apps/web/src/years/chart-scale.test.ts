import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineThrough, scaleOf, ticks } from './chart-scale.ts'

test.each([
  [2968, [0, 1000, 2000, 3000]],
  [3000, [0, 1000, 2000, 3000]],
  [3, [0, 1, 2, 3]],
  [0, [0, 1]],
  [1, [0, 1]],
  [40, [0, 10, 20, 30, 40]],
  [41, [0, 20, 40, 60]],
])('up to %i the lines stand at %j', (most, lines) => expect(ticks(most)).toEqual(lines))

test('lines are whole, few, evenly apart, and reach what is drawn', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), (most) => {
      const lines = ticks(most)
      const step = lines[1] ?? 0
      expect(lines.length).toBeLessThanOrEqual(5)
      expect(lines.at(-1)).toBeGreaterThanOrEqual(most)
      expect(lines.every((line, at) => Number.isInteger(line) && line === at * step)).toBe(true)
    }),
  )
})

test('zero stands at the foot and the most at the top', () => {
  const { x, y } = scaleOf({ width: 130, height: 120, left: 10, right: 0, top: 10, bottom: 10 }, 50)
  expect([x(0), x(12)]).toEqual([10, 130])
  expect([y(0), y(50)]).toEqual([110, 10])
})

test('a line is drawn in tenths', () => {
  expect(
    lineThrough([
      [0, 1.25],
      [2.04, 3],
    ]),
  ).toBe('M0.0,1.3L2.0,3.0')
})
