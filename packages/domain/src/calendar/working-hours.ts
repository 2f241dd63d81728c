import { z } from 'zod'
import { type Day, weekday } from '../day.ts'
import { bankHolidayOn } from './bank-holidays.ts'
import { type ClockMinutes, clockAt, instantOf } from './london-time.ts'

/** From one instant up to, not including, another, in milliseconds. */
export type Span = { from: number; to: number }

/** Part of a weekday (1 is Monday) that somebody works, by the clock on the wall. */
export type WorkingSpan = { weekday: number; from: ClockMinutes; to: ClockMinutes }

const DAY_ENDS = 24 * 60

/** What an adviser works until they say otherwise: Monday to Friday, nine to five. */
export const USUAL_HOURS: readonly WorkingSpan[] = [1, 2, 3, 4, 5].map((day) => ({ weekday: day, from: 540, to: 1020 }))

const clock = z
  .int('Enter a time like 09:00')
  .min(0, 'Enter a time like 09:00')
  .max(DAY_ENDS, 'Enter a time like 17:00')

/** A week's hours: no part of a day ends before it begins, and no two overlap. */
export const WorkingHours = z
  .array(z.object({ weekday: z.int().min(1).max(7), from: clock, to: clock }))
  .max(21, 'Give at most three spans for a day')
  .refine((spans) => spans.every(({ from, to }) => from < to), 'Working hours end after they begin: correct the times')
  .refine(
    (spans) =>
      spans.every((one, at) =>
        spans.every(
          (other, place) =>
            place <= at || other.weekday !== one.weekday || other.to <= one.from || one.to <= other.from,
        ),
      ),
    'Two spans of one day overlap: make them one',
  )

/** When somebody works on a day: nothing on a bank holiday. On a day whose clocks change a span is longer or shorter. */
export function workingSpans(hours: readonly WorkingSpan[], day: Day): Span[] {
  if (bankHolidayOn(day)) return []
  return hours
    .filter((span) => span.weekday === weekday(day))
    .map(({ from, to }) => ({ from: instantAtOrAfter(day, from), to: instantAtOrAfter(day, to) }))
    .filter(({ from, to }) => from < to)
    .toSorted((one, other) => one.from - other.from)
}

/** In the hour that is left out the clock has jumped to its end already. */
function instantAtOrAfter(day: Day, minutes: ClockMinutes): number {
  return instantOf(day, minutes) ?? (instantOf(day, Math.ceil((minutes + 1) / 60) * 60) as number)
}

/** Whether a span lies wholly in somebody's working hours. */
export function isAtWork(hours: readonly WorkingSpan[], { from, to }: Span): boolean {
  return workingSpans(hours, clockAt(from).day).some((span) => span.from <= from && to <= span.to)
}
