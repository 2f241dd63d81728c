import { expect, test } from 'vitest'
import { howManyMoveUp, placeFor, roomInWords } from './places.ts'

test.each([
  [{ capacity: null, taken: 900, waiting: 0 }, 'booked'],
  [{ capacity: 40, taken: 39, waiting: 0 }, 'booked'],
  [{ capacity: 40, taken: 40, waiting: 0 }, 'waitlist'],
  // A place that has just become free belongs to the first who waits.
  [{ capacity: 40, taken: 39, waiting: 1 }, 'waitlist'],
] as const)('whoever asks when it stands at %o is %s', (places, given) => expect(placeFor(places)).toBe(given))

test.each([
  [{ capacity: 40, taken: 38, waiting: 5 }, 2],
  [{ capacity: 40, taken: 38, waiting: 1 }, 1],
  [{ capacity: 40, taken: 41, waiting: 5 }, 0],
  [{ capacity: null, taken: 41, waiting: 5 }, 5],
])('of those who wait at %o, %i move up', (places, many) => expect(howManyMoveUp(places)).toBe(many))

test.each([
  [{ capacity: null, taken: 5, waiting: 0 }, 'places'],
  [{ capacity: 40, taken: 34, waiting: 0 }, 'places'],
  [{ capacity: 40, taken: 35, waiting: 0 }, 'few'],
  [{ capacity: 40, taken: 40, waiting: 0 }, 'full'],
] as const)('people outside read of %o: %s', (places, room) => expect(roomInWords(places)).toBe(room))
