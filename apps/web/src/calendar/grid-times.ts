import { clockAt } from '@hubline/domain/calendar/london-time.ts'
import type { Day } from '@hubline/domain/day.ts'

/** The part of a day that the grid draws, in minutes of the clock. */
export type Hours = { from: number; to: number }

const USUAL: Hours = { from: 8 * 60, to: 18 * 60 }

type Stretch = { from: number; to: number }

/** The usual hours, and earlier or later ones where something stands there; whole hours. */
export function hoursFor(stretches: readonly Stretch[]): Hours {
  let { from, to } = USUAL
  for (const stretch of stretches) {
    const start = clockAt(stretch.from)
    const end = clockAt(stretch.to)
    // What lasts for whole days says nothing of hours.
    if (stretch.to - stretch.from >= 20 * 3_600_000) continue
    from = Math.min(from, Math.floor(start.minutes / 60) * 60)
    to = Math.max(to, start.day === end.day ? Math.ceil(end.minutes / 60) * 60 : 24 * 60)
  }
  return { from, to }
}

/** Where a stretch stands in one day's column, in minutes from its top; undefined where it is on other days. */
export function placeIn(day: Day, hours: Hours, { from, to }: Stretch): { top: number; height: number } | undefined {
  const [start, end] = [clockAt(from), clockAt(to)]
  const begins = start.day < day ? 0 : start.minutes
  const ends = end.day > day ? 24 * 60 : end.minutes
  if (start.day > day || end.day < day || ends <= hours.from || begins >= hours.to) return undefined
  const top = Math.max(begins, hours.from)
  const height = Math.min(ends, hours.to) - top
  return height > 0 ? { top: top - hours.from, height } : undefined
}

/** The quarter of an hour nearest to a place in the column, kept within the day. */
export function clockOfPlace(minutes_from_top: number, hours: Hours): number {
  const at = hours.from + Math.round(minutes_from_top / 15) * 15
  return Math.max(hours.from, Math.min(at, hours.to - 15))
}
