import { type Day, addDays } from '../day.ts'
import { bankHolidayOn } from './bank-holidays.ts'
import { type ClockMinutes, clockAt, instantOf } from './london-time.ts'
import { type Span, type WorkingSpan, isAtWork, workingSpans } from './working-hours.ts'

const MINUTE = 60_000

/** Reviews begin on the hour or the half hour, unless somebody types another time. */
export const STEP_MINUTES = 30

/** Where a review is held. */
export const PLACES = ['their_site', 'our_room', 'video', 'telephone'] as const
export type Place = (typeof PLACES)[number]

/** Only a visit costs the broker a way there and back; where nobody said where, a review is a visit. */
export const isVisit = (place: Place | null): boolean => place === 'their_site' || place === null

/** Time of a broker that is spoken for. */
export type Taken = Span & {
  kind: 'review' | 'held' | 'absence'
  /** Somewhere else: the way there and back is kept free on both sides. */
  is_visit: boolean
}

/** How a broker's days are set out. */
export type DiaryRules = {
  hours: readonly WorkingSpan[]
  /** Kept free before and after a visit. */
  travel_minutes: number
  /** How long before a review somebody outside may still book it, in hours. */
  notice_hours: number
}

/** A time that somebody asks for. */
export type Slot = Span & { is_visit: boolean }

/** What stands in the way of a time, the hardest first. */
export type Obstacle = 'past' | 'taken' | 'held' | 'away' | 'travel' | 'bank_holiday' | 'outside_hours' | 'too_soon'

/** Obstacles that a member of the hub may pass over knowingly: nobody is in two places at once because of them. */
export const PASSABLE: readonly Obstacle[] = ['travel', 'bank_holiday', 'outside_hours', 'too_soon']

/** Whether two stretches of a diary are too near each other: they overlap, or leave no time for the way between them. */
function isTooNear(slot: Slot, taken: Taken, travel_minutes: number): boolean {
  const needs_way = taken.kind !== 'absence' && (slot.is_visit || taken.is_visit)
  const way = needs_way ? travel_minutes * MINUTE : 0
  return slot.from < taken.to + way && taken.from < slot.to + way
}

const WORDS: Readonly<Record<Taken['kind'], Obstacle>> = { review: 'taken', held: 'held', absence: 'away' }

type Asked = { rules: DiaryRules; taken: readonly Taken[]; now: number }

/** What stands in the way of one time, or undefined where it is free. */
export function obstacleTo(slot: Slot, { rules, taken, now }: Asked): Obstacle | undefined {
  if (slot.from < now) return 'past'
  const overlapping = taken.find((one) => isTooNear(slot, one, 0))
  if (overlapping) return WORDS[overlapping.kind]
  if (taken.some((one) => isTooNear(slot, one, rules.travel_minutes))) return 'travel'
  if (bankHolidayOn(clockAt(slot.from).day)) return 'bank_holiday'
  if (!isAtWork(rules.hours, slot)) return 'outside_hours'
  return slot.from < now + rules.notice_hours * 60 * MINUTE ? 'too_soon' : undefined
}

type Days = { from: Day; to: Day }
type Length = { minutes: number; is_visit: boolean }

/**
 * Every time at which a review may begin on some days, both included, in order. On the night when the clock shows an
 * hour twice only its first showing is offered, and never the hour that is left out in spring: each time of day means
 * one instant.
 */
export function freeTimes({ from, to }: Days, { minutes, is_visit }: Length, asked: Asked): number[] {
  const found: number[] = []
  for (let day = from; day <= to; day = addDays(day, 1))
    for (const span of workingSpans(asked.rules.hours, day))
      for (let clock = firstStep(span.from); clock < 24 * 60; clock += STEP_MINUTES) {
        const start = instantOf(day, clock)
        if (start === undefined || start < span.from) continue
        if (start + minutes * MINUTE > span.to) break
        if (!obstacleTo({ from: start, to: start + minutes * MINUTE, is_visit }, asked)) found.push(start)
      }
  return found
}

const firstStep = (instant: number): ClockMinutes => Math.ceil(clockAt(instant).minutes / STEP_MINUTES) * STEP_MINUTES

/** Of many times that run into each other, those that fill the day one after the other: few enough to choose from. */
export function spreadOut(
  starts: readonly number[],
  { minutes, gap_minutes }: { minutes: number; gap_minutes: number },
) {
  let next = -Infinity
  return starts.filter((start) => {
    if (start < next) return false
    next = start + (minutes + gap_minutes) * MINUTE
    return true
  })
}

/** The times nearest to a wanted one, in the order of the clock; of two equally near the later is nearer. */
export function nearestTimes(starts: readonly number[], wanted: number, most = 3): number[] {
  return starts
    .toSorted((one, other) => Math.abs(one - wanted) - Math.abs(other - wanted) || other - one)
    .slice(0, most)
    .toSorted((one, other) => one - other)
}
