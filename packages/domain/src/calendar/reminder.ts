import { addDays } from '../day.ts'
import { clockAt, instantOf } from './london-time.ts'

/** Nine in the morning. */
const AT_CLOCK = 9 * 60

/**
 * When somebody is reminded of a review: at nine on the day before, by the clock. Undefined where that is past: who
 * books for tomorrow in the afternoon needs no reminder.
 */
export function reminderAt(slot_start: Date, now: Date): Date | undefined {
  const at = instantOf(addDays(clockAt(slot_start.getTime()).day, -1), AT_CLOCK)
  return at !== undefined && at > now.getTime() ? new Date(at) : undefined
}
