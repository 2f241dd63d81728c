import { describe, expect, test } from 'vitest'
import { type BookingTold, letterToBroker, letterToClient, reminderToClient, whereInWords } from './booking-letters.ts'

const TOLD: BookingTold = {
  reference: 'SR-2627-00417',
  hub: 'Example Growth Hub',
  business: { name: 'Amberwood Bakery Ltd', address: '1 High Street, Stone, ST15 8AA' },
  broker: { name: 'Rajesh Mistry', email: 'broker@demo.example' },
  attendee: { name: 'Nadia Patel', phone: '01785 000111' },
  from: new Date('2026-12-02T13:30:00Z'),
  to: new Date('2026-12-02T15:00:00Z'),
  place: 'their_site',
  place_note: null,
  room: null,
  video_link: null,
}

describe('where a review is held', () => {
  test.each<[string, Partial<BookingTold>, string]>([
    ['at the address of the business', {}, '1 High Street, Stone, ST15 8AA'],
    ['at an address of its own', { place_note: 'Unit 4, gate B' }, 'Unit 4, gate B'],
    ['at a business without an address', { business: { name: 'Amberwood', address: null } }, 'At Amberwood'],
    [
      'in a room',
      { place: 'our_room', room: { name: 'Kiln Room', address: '1 Station Road' } },
      'Kiln Room, 1 Station Road',
    ],
    ['by video', { place: 'video', video_link: 'https://video.example/r' }, 'https://video.example/r'],
    ['by video without a link yet', { place: 'video' }, 'By video: we send you the link'],
    ['by telephone', { place: 'telephone' }, 'By telephone: we call 01785 000111'],
  ])('%s', (_, facts, words) => expect(whereInWords({ ...TOLD, ...facts })).toBe(words))
})

test('the client is told when, where and with whom, and how to change it', () => {
  expect(letterToClient('booked', TOLD)).toEqual({
    subject: 'Skills review with Example Growth Hub: Wed 2 Dec 13:30',
    text: [
      'Hello Nadia Patel',
      'Your skills review is booked.',
      'When: Wednesday 2 December 2026, 13:30 to 15:00\nWhere: 1 High Street, Stone, ST15 8AA\nWith: Rajesh Mistry, Example Growth Hub',
      'To choose another time, or to cancel:\n{link}',
      'Questions: answer this message, or write to broker@demo.example.',
    ].join('\n\n'),
  })
  expect(letterToClient('cancelled', TOLD).text).toContain('The offer stands')
})

test('the broker is told whose review it is and who comes', () => {
  const { subject, text } = letterToBroker('moved', TOLD)
  expect(subject).toBe('Skills review changed: Amberwood Bakery Ltd, Wed 2 Dec 13:30')
  expect(text).toContain('Who comes: Nadia Patel, 01785 000111')
  expect(text).not.toContain('{link}')
})

test('the reminder says tomorrow, and how to get out of it', () => {
  const { subject, text } = reminderToClient(TOLD)
  expect(subject).toMatch(/^Tomorrow: /)
  expect(text).toContain('{link}')
})
