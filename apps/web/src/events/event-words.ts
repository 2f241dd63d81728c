import { type Day, dayInWords } from '@hubline/domain/day.ts'
import type { AttendanceStatus, EventStage } from '@hubline/domain/events/stages.ts'
import type { Tone } from '../ui/tag.tsx'

export const STAGE_TONES: Readonly<Record<EventStage, Tone>> = {
  draft: 'plain',
  open: 'ok',
  full: 'warn',
  closed: 'info',
  delivered: 'brand',
  cancelled: 'bad',
}

export const ATTENDANCE_TONES: Readonly<Record<AttendanceStatus, Tone>> = {
  invited: 'plain',
  booked: 'info',
  waitlist: 'warn',
  cancelled: 'plain',
  attended: 'ok',
  no_show: 'bad',
}

/** "09:30 to 12:00", "from 09:30", or nothing. */
export function timesInWords(starts_at: string | null, ends_at: string | null): string {
  if (!starts_at) return ''
  return ends_at ? `${starts_at} to ${ends_at}` : `from ${starts_at}`
}

/** "Thursday 3 December 2026, 09:30 to 12:00" */
export function whenInWords({ held_on, starts_at, ends_at }: Times): string {
  return [dayInWords(held_on), timesInWords(starts_at, ends_at)].filter(Boolean).join(', ')
}
type Times = { held_on: Day; starts_at: string | null; ends_at: string | null }

/** "38 of 40", or "38" where there is no limit. */
export const takenOf = (taken: number, capacity: number | null): string =>
  capacity === null ? String(taken) : `${taken} of ${capacity}`

/** "workshop" as it stands at the start of a line. */
export const startWith = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
