import { expect, test } from 'vitest'
import { BLANK_EVENT, EventForm, minutesBetween } from './event-form.ts'

const filled = { ...BLANK_EVENT, title: 'Kiln day', held_on: '2026-12-03', minutes: '1h30' }

test('boxes are read as the procedure wants them', () => {
  expect(EventForm.parse({ ...filled, capacity: '40', starts_at: '09:30' })).toMatchObject({
    minutes: 90,
    capacity: 40,
    starts_at: '09:30',
    ends_at: null,
    place: null,
  })
  expect(EventForm.parse(filled).capacity).toBeNull()
})

test.each([
  [{ minutes: '' }, /minutes/],
  [{ minutes: 'long' }, /minutes/],
  [{ capacity: 'some' }, /places/],
  [{ starts_at: '12:00', ends_at: '09:00' }, /after the start/],
])('%o is refused in a sentence', (facts, sentence) => {
  expect(EventForm.safeParse({ ...filled, ...facts }).error?.issues[0]?.message).toMatch(sentence)
})

test.each([
  ['09:30', '12:00', '150'],
  ['12:00', '09:30', ''],
  ['', '09:30', ''],
])('from %s to %s it is %s minutes', (from, to, minutes) => expect(minutesBetween(from, to)).toBe(minutes))
