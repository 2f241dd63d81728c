import type { AttendanceStatus } from './stages.ts'

/** Those who have a place: also once they came or stayed away. */
export const HAVE_A_PLACE = ['booked', 'attended', 'no_show'] as const satisfies readonly AttendanceStatus[]

/** How full an event is. `capacity` null: as many as come. */
export type Places = { capacity: number | null; taken: number; waiting: number }

/** What somebody gets who asks now. Nobody passes those who wait already. */
export function placeFor({ capacity, taken, waiting }: Places): 'booked' | 'waitlist' {
  if (capacity === null) return 'booked'
  return taken < capacity && waiting === 0 ? 'booked' : 'waitlist'
}

/** How many of those who wait can have a place now, first come first. */
export function howManyMoveUp({ capacity, taken, waiting }: Places): number {
  return capacity === null ? waiting : Math.max(0, Math.min(waiting, capacity - taken))
}

/**
 * How full an event is in words for people outside: exact numbers would tell, asked twice, whether somebody else has
 * booked in between.
 */
export function roomInWords({ capacity, taken, waiting }: Places): 'places' | 'few' | 'full' {
  if (placeFor({ capacity, taken, waiting }) === 'waitlist') return 'full'
  return capacity !== null && capacity - taken <= 5 ? 'few' : 'places'
}
