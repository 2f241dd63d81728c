import { expect, test } from 'vitest'
import { parseIsoDay } from '../day.ts'
import { type PlaceGiven, letterOfPlace } from './place-letter.ts'

const day = (text: string) => parseIsoDay(text) as PlaceGiven['starts_on']
const TOLD: PlaceGiven = {
  name: 'Priya Shah',
  hub: 'Growth Hub',
  title: 'Lean manufacturing',
  provider: 'Longbridge College',
  starts_on: day('2026-12-01'),
  ends_on: day('2026-12-03'),
  place: 'Town hall, Leek',
  is_online: false,
}

test('whoever has a place learns when and where, and what to do if they cannot come', () => {
  const { subject, text } = letterOfPlace(TOLD)

  expect(subject).toBe('A place has become free for you: Lean manufacturing')
  expect(text).toContain('When: Tuesday 1 December 2026 to Thursday 3 December 2026')
  expect(text).toContain('Where: Town hall, Leek\nWith: Longbridge College')
  expect(text).toContain('please answer this message')
})

test('what is not known is not told, and a day is told once', () => {
  const { text } = letterOfPlace({ ...TOLD, ends_on: TOLD.starts_on, place: null, provider: null })

  expect(text).toContain('When: Tuesday 1 December 2026\n\n')
  expect(text).not.toMatch(/Where|With:/)
})
