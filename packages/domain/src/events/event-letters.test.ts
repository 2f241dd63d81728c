import { expect, test } from 'vitest'
import type { Day } from '../day.ts'
import { letterAboutPlace, letterOfInvitation } from './event-letters.ts'

const told = {
  name: 'Nadia Patel',
  hub: 'North Hub',
  title: 'Kiln day',
  held_on: '2026-12-03' as Day,
  starts_at: '09:30',
  ends_at: '12:00',
  place: 'Town hall, Leek',
  online_link: 'https://meet.example/kiln',
}

test('who has a place is told when, where, how to join, and how to give it up', () => {
  const { subject, text } = letterAboutPlace('booked', told)

  expect(subject).toBe('You have a place: Kiln day')
  expect(text).toContain('When: Thursday 3 December 2026, 09:30 to 12:00')
  expect(text).toContain('Where: Town hall, Leek')
  expect(text).toContain('Join online: https://meet.example/kiln')
  expect(text).toContain('{link}')
})

test.each([
  [0, 'and the next in line'],
  [1, '1 person is before you'],
  [4, '4 people are before you'],
])('who waits with %i before them is told so, and not how to join', (before, words) => {
  const { text } = letterAboutPlace('waiting', told, before)

  expect(text).toContain(words)
  expect(text).not.toContain('meet.example')
})

test('what is over has no link', () => {
  for (const news of ['cancelled', 'event_cancelled'] as const)
    expect(letterAboutPlace(news, told).text).not.toContain('{link}')
})

test('an invitation leads to the public page', () => {
  expect(letterOfInvitation(told, 'https://hub.example/e/abc').text).toContain('https://hub.example/e/abc')
})
