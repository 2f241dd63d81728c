import type { Day } from '../day.ts'
import { Problem } from '../problem.ts'
import type { ATTENDANCE_STATUSES, EVENT_STATUSES } from './event-files.ts'

export type EventStatus = (typeof EVENT_STATUSES)[number]
export type AttendanceStatus = (typeof ATTENDANCE_STATUSES)[number]
export const BOOKINGS = ['draft', 'open', 'closed'] as const
export type Booking = (typeof BOOKINGS)[number]

/** Where an event stands, as people say it. `full` is not kept anywhere: it follows from the places and who has one. */
export const EVENT_STAGES = ['draft', 'open', 'full', 'closed', 'delivered', 'cancelled'] as const
export type EventStage = (typeof EVENT_STAGES)[number]

export const EVENT_STAGE_NAMES: Readonly<Record<EventStage, string>> = {
  draft: 'Draft',
  open: 'Open for booking',
  full: 'Full',
  closed: 'Booking closed',
  delivered: 'Delivered',
  cancelled: 'Cancelled',
}

type Standing = { status: EventStatus; booking: Booking; capacity: number | null; taken: number }

/** The stage of an event. `taken`: how many have a place. */
export function stageOf({ status, booking, capacity, taken }: Standing): EventStage {
  if (status !== 'published') return status
  if (booking !== 'open') return booking
  return capacity !== null && taken >= capacity ? 'full' : 'open'
}

type Move = {
  words: string
  from: readonly EventStage[]
  gives: { status?: EventStatus; booking?: Booking }
  /** What stands in the way, where the move is asked for at another stage. */
  refusal: string
}

/** What can be done with an event, and at which stage. A slip is put right by a further move. */
export const EVENT_MOVES = {
  publish: {
    words: 'Publish',
    from: ['draft'],
    gives: { booking: 'open' },
    refusal: 'Only a draft can be published',
  },
  close_booking: {
    words: 'Close booking',
    from: ['open', 'full'],
    gives: { booking: 'closed' },
    refusal: 'Booking is not open',
  },
  open_booking: {
    words: 'Open booking',
    from: ['closed'],
    gives: { booking: 'open' },
    refusal: 'Booking can only be opened while the event is published and booking is closed',
  },
  deliver: {
    words: 'Mark delivered',
    from: ['open', 'full', 'closed'],
    gives: { status: 'delivered', booking: 'closed' },
    refusal: 'Only an event that was published and not cancelled can be marked delivered',
  },
  reopen: {
    words: 'Not delivered after all',
    from: ['delivered'],
    gives: { status: 'published', booking: 'closed' },
    refusal: 'The event is not marked delivered',
  },
  cancel: {
    words: 'Cancel event',
    from: ['draft', 'open', 'full', 'closed'],
    gives: { status: 'cancelled', booking: 'closed' },
    refusal: 'An event that was delivered or cancelled cannot be cancelled',
  },
  reinstate: {
    words: 'Take place after all',
    from: ['cancelled'],
    gives: { status: 'published', booking: 'closed' },
    refusal: 'The event is not cancelled',
  },
} as const satisfies Record<string, Move>
export type EventMove = keyof typeof EVENT_MOVES
export const EVENT_MOVE_WORDS = Object.keys(EVENT_MOVES) as [EventMove, ...EventMove[]]

const moveOf = (move: EventMove): Move => EVENT_MOVES[move]

/** The moves from a stage, in the order in which a screen offers them. */
export const movesFrom = (stage: EventStage): readonly EventMove[] =>
  EVENT_MOVE_WORDS.filter((move) => moveOf(move).from.includes(stage))

/** What a move makes of an event. @throws Problem 'invalid' where it does not start from this stage */
export function mustMayMove(move: EventMove, stage: EventStage): Move['gives'] {
  const { from, gives, refusal } = moveOf(move)
  if (!from.includes(stage))
    throw new Problem('invalid', `${refusal}: it is ${EVENT_STAGE_NAMES[stage].toLowerCase()}`, 'move')
  return gives
}

type Announced = {
  held_on: Day
  starts_at: string | null
  place: string | null
  online_link: string | null
}

/** What a page for people outside must be able to say. @throws Problem 'invalid' at the field that is missing */
export function mustBeFitToPublish({ held_on, starts_at, place, online_link }: Announced, today: Day): void {
  if (held_on < today)
    throw new Problem('invalid', 'The event is over: nobody can book a place. Correct the day first', 'held_on')
  if (starts_at === null)
    throw new Problem('invalid', 'Say when the event starts: people outside will see it', 'starts_at')
  if (place === null && online_link === null)
    throw new Problem('invalid', 'Say where the event is, or give the link to join it online', 'place')
}

/** @throws Problem 'invalid' before the day of the event */
export function mustHaveBegun({ held_on }: { held_on: Day }, today: Day): void {
  if (held_on > today)
    throw new Problem('invalid', 'The event has not taken place yet: say who came on the day or after it', 'held_on')
}

export const ATTENDANCE_NAMES: Readonly<Record<AttendanceStatus, string>> = {
  invited: 'Invited',
  booked: 'Booked',
  waitlist: 'Waiting list',
  cancelled: 'Cancelled',
  attended: 'Came',
  no_show: 'Did not come',
}

/** Where a place may go from where it stands. Whoever is in the room came, whatever was booked. */
const ATTENDANCE_MOVES = {
  invited: ['booked', 'waitlist', 'cancelled', 'attended'],
  booked: ['cancelled', 'attended', 'no_show'],
  waitlist: ['booked', 'cancelled', 'attended'],
  cancelled: ['booked', 'waitlist', 'attended'],
  attended: ['booked', 'no_show'],
  no_show: ['booked', 'attended'],
} as const satisfies Record<AttendanceStatus, readonly AttendanceStatus[]>

export function mayBecome(from: AttendanceStatus, to: AttendanceStatus): boolean {
  const next: readonly AttendanceStatus[] = ATTENDANCE_MOVES[from]
  return next.includes(to)
}
