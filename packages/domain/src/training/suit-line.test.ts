import { expect, test } from 'vitest'
import { type LineWanted, type Offered, suitOf } from './suit-line.ts'

const LINE: LineWanted = {
  need: 'Welding for the night shift',
  skill_area: 'technical',
  level: '2',
  mode: 'classroom',
  course_id: 'w',
}
const SESSION: Offered = { course_id: 'x', title: 'Baking bread', level: null, is_online: false, place: null }
const suit = (offered: Partial<Offered>, line: Partial<LineWanted> = {}) =>
  suitOf({ ...LINE, ...line }, { ...SESSION, ...offered })

test('what has nothing to do with a need does not suit it, whatever its level and way', () => {
  expect(suit({ level: '2', place: 'Leek' })).toEqual({ score: 0, reasons: [] })
})

test('the course of the line suits best, then what speaks of the need, then what is of its area', () => {
  const scores = [
    suit({ course_id: 'w', title: 'Improvement practice' }),
    suit({ title: 'Weld and fabricate' }),
    suit({ title: 'Bricklaying' }),
  ].map(({ score }) => score)

  expect(scores).toEqual(scores.toSorted((a, b) => b - a))
  expect(new Set(scores).size).toBe(3)
})

test('level and way tip the scale, and are said', () => {
  expect(suit({ title: 'Welding and fabrication', level: '2', place: 'Leek' }).reasons).toEqual([
    'About welding',
    'Technical and job-specific',
    'Level 2',
    'In a room, as planned',
  ])
  expect(suit({ title: 'Welding', is_online: true }, { mode: 'online_live' }).reasons).toContain('Online, as planned')
})

test('words that say nothing, and words that only begin alike, are not shared', () => {
  expect(
    suit({ title: 'Art for the team' }, { need: 'Artificial intelligence for the team', skill_area: 'digital' }).score,
  ).toBe(0)
})
