import { expect, test } from 'vitest'
import type { Day } from '../day.ts'
import {
  EVENT_MOVES,
  EVENT_MOVE_WORDS,
  EVENT_STAGES,
  type EventMove,
  type EventStage,
  mayBecome,
  movesFrom,
  mustBeFitToPublish,
  mustHaveBegun,
  mustMayMove,
  stageOf,
} from './stages.ts'

const day = (text: string) => text as Day

test.each([
  [{ status: 'published', booking: 'draft', capacity: 40, taken: 0 }, 'draft'],
  [{ status: 'published', booking: 'open', capacity: 40, taken: 39 }, 'open'],
  [{ status: 'published', booking: 'open', capacity: 40, taken: 40 }, 'full'],
  [{ status: 'published', booking: 'open', capacity: null, taken: 400 }, 'open'],
  [{ status: 'published', booking: 'closed', capacity: 40, taken: 40 }, 'closed'],
  [{ status: 'delivered', booking: 'open', capacity: 40, taken: 40 }, 'delivered'],
  [{ status: 'cancelled', booking: 'draft', capacity: 40, taken: 0 }, 'cancelled'],
] as const)('%o is %s', (standing, stage) => expect(stageOf(standing)).toBe(stage))

test.each([
  ['draft', ['publish', 'cancel']],
  ['open', ['close_booking', 'deliver', 'cancel']],
  ['full', ['close_booking', 'deliver', 'cancel']],
  ['closed', ['open_booking', 'deliver', 'cancel']],
  ['delivered', ['reopen']],
  ['cancelled', ['reinstate']],
] as const)('from %s an event can %j', (stage, moves) => expect(movesFrom(stage)).toEqual(moves))

const everyMove = EVENT_MOVE_WORDS.flatMap((move) => EVENT_STAGES.map((stage) => [move, stage] as const))
const startsAt = (move: EventMove): readonly EventStage[] => EVENT_MOVES[move].from

test.each(everyMove.filter(([move, stage]) => startsAt(move).includes(stage)))(
  '%s is done to what is %s',
  (move, stage) => {
    expect(mustMayMove(move, stage)).toBe(EVENT_MOVES[move].gives)
  },
)

test.each(everyMove.filter(([move, stage]) => !startsAt(move).includes(stage)))(
  '%s is refused, in a sentence, to what is %s',
  (move, stage) => expect(() => mustMayMove(move, stage)).toThrow(/: it is /),
)

const announced = { held_on: day('2026-12-03'), starts_at: '09:30', place: 'Town hall', online_link: null }

test('an event is published with a day to come, a start, and a place or a link', () => {
  const today = day('2026-11-25')
  expect(() => mustBeFitToPublish(announced, today)).not.toThrow()
  expect(() => mustBeFitToPublish({ ...announced, held_on: today }, today)).not.toThrow()
  expect(() =>
    mustBeFitToPublish({ ...announced, place: null, online_link: 'https://meet.example' }, today),
  ).not.toThrow()
  expect(() => mustBeFitToPublish({ ...announced, held_on: day('2026-11-24') }, today)).toThrow(/over/)
  expect(() => mustBeFitToPublish({ ...announced, starts_at: null }, today)).toThrow(/starts/)
  expect(() => mustBeFitToPublish({ ...announced, place: null }, today)).toThrow(/where/)
})

test('nobody has come to an event of tomorrow', () => {
  expect(() => mustHaveBegun({ held_on: day('2026-11-26') }, day('2026-11-25'))).toThrow(/not taken place/)
  expect(() => mustHaveBegun({ held_on: day('2026-11-25') }, day('2026-11-25'))).not.toThrow()
})

test('whoever is in the room came, and a slip is put right', () => {
  for (const from of ['invited', 'booked', 'waitlist', 'cancelled', 'no_show'] as const)
    expect(mayBecome(from, 'attended')).toBe(true)
  expect(mayBecome('attended', 'booked')).toBe(true)
  expect(mayBecome('attended', 'waitlist')).toBe(false)
  expect(mayBecome('no_show', 'cancelled')).toBe(false)
})
