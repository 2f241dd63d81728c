import { type Day, addDays, weekday } from '../day.ts'

export const DUE = ['overdue', 'today', 'this_week', 'later', 'none'] as const
export type Due = (typeof DUE)[number]

/** Without contact for so many days a case is silent. */
export const SILENT_DAYS = 90

/** The days that a case with this due has its next step on: `from` and `to` both count; null: no day at all. */
export function dueSpan(due: Due, today: Day): { from?: Day; to?: Day } | null {
  const sunday = addDays(today, 7 - weekday(today))
  if (due === 'none') return null
  if (due === 'overdue') return { to: addDays(today, -1) }
  if (due === 'today') return { from: today, to: today }
  if (due === 'this_week') return { from: addDays(today, 1), to: sunday }
  return { from: addDays(sunday, 1) }
}

/** Under which heading of the caseload a next step stands. */
export function dueOf(next_on: Day | null, today: Day): Due {
  if (next_on === null) return 'none'
  if (next_on < today) return 'overdue'
  if (next_on === today) return 'today'
  return next_on <= addDays(today, 7 - weekday(today)) ? 'this_week' : 'later'
}
