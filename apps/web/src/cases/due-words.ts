import { type Due, dueOf } from '@hubline/domain/cases/due.ts'
import { type Day, daysBetween, MONTHS, weekday, WEEKDAYS } from '@hubline/domain/day.ts'

export const DUE_NAMES: Readonly<Record<Due, string>> = {
  overdue: 'Overdue',
  today: 'Today',
  this_week: 'This week',
  later: 'Later',
  none: 'No next step',
}

/** "2 days overdue", "Today", "Tomorrow", "Fri 27 Nov", "4 Jan 2027": how near a next step is. */
export function dueWords(next_on: Day | null, today: Day): { due: string; state: 'overdue' | 'soon' | 'later' } {
  if (next_on === null) return { due: 'No day set', state: 'later' }
  const away = daysBetween(today, next_on)
  if (away < 0) return { due: away === -1 ? '1 day overdue' : `${-away} days overdue`, state: 'overdue' }
  const state = dueOf(next_on, today) === 'later' ? 'later' : 'soon'
  if (away < 2) return { due: away === 0 ? 'Today' : 'Tomorrow', state }
  const named = away < 7 ? `${WEEKDAYS[weekday(next_on) - 1]?.slice(0, 3)} ` : ''
  return { due: named + shortDay(next_on, today), state }
}

/** "27 Nov", with the year when it is not this one. */
export function shortDay(day: Day, today: Day): string {
  const month = MONTHS[Number(day.slice(5, 7)) - 1]?.slice(0, 3)
  const year = day.slice(0, 4) === today.slice(0, 4) ? '' : ` ${day.slice(0, 4)}`
  return `${Number(day.slice(8))} ${month}${year}`
}

/** "Today", "3 days ago", "27 weeks ago": how long a client has not been spoken to. */
export function sinceWords(day: Day | null, today: Day): string {
  if (day === null) return 'Never'
  const days = daysBetween(day, today)
  if (days <= 0) return 'Today'
  if (days === 1) return 'Yesterday'
  if (days < 365) return `${days} days ago`
  const years = Math.floor(days / 365)
  return years === 1 ? 'Over a year ago' : `Over ${years} years ago`
}
