import { type Day, MONTHS, WEEKDAYS, dayInWords, weekday } from '../day.ts'
import type { Obstacle, Place } from './free-times.ts'
import type { AbsenceKind } from './keep-diary.ts'
import { clockAt, showClock } from './london-time.ts'

export const PLACE_NAMES: Readonly<Record<Place, string>> = {
  their_site: 'At their site',
  our_room: 'In our room',
  video: 'Video',
  telephone: 'Telephone',
}

export const ABSENCE_NAMES: Readonly<Record<AbsenceKind, string>> = {
  leave: 'Leave',
  meeting: 'Meeting',
  training: 'Training',
  other: 'Busy',
}

/** `Tue 2 Dec`. */
export function showShortDay(day: Day): string {
  return `${WEEKDAYS[weekday(day) - 1]?.slice(0, 3)} ${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]?.slice(0, 3)}`
}

/** `Tue 2 Dec 13:30`. */
export function showTime(instant: number): string {
  return `${showShortDay(clockAt(instant).day)} ${showClock(instant)}`
}

/** `Tuesday 2 December 2026, 13:30 to 15:00`, as a letter says it. */
export function slotInWords({ from, to }: { from: number; to: number }): string {
  const [starts, ends] = [clockAt(from).day, clockAt(to).day]
  return `${dayInWords(starts)}, ${showClock(from)} to ${starts === ends ? '' : `${showShortDay(ends)} `}${showClock(to)}`
}

/** `90 minutes`, `2 hours`, `1 hour 45 minutes`. */
export function lengthInWords(minutes: number): string {
  if (minutes < 60 || minutes === 90) return `${minutes} minutes`
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return `${hours} ${hours === 1 ? 'hour' : 'hours'}${rest === 0 ? '' : ` ${rest} minutes`}`
}

const OBSTACLES: Readonly<Record<Obstacle, (broker: string) => string>> = {
  past: () => 'That time is past',
  taken: (broker) => `${broker} has another skills review at that time`,
  held: () => 'That time is held for somebody else just now',
  away: (broker) => `${broker} is away at that time`,
  travel: () => 'That leaves no time for the way to or from another visit',
  bank_holiday: () => 'That day is a bank holiday',
  outside_hours: (broker) => `${broker} does not work at that time`,
  too_soon: () => 'That time is too soon to be booked here',
}

/** Why a time cannot be had, and which near it can. */
export function obstacleInWords(obstacle: Obstacle, broker: string, nearest: readonly number[]): string {
  const others = nearest.map(showTime)
  const last = others.pop()
  const named = others.length > 0 ? `${others.join(', ')} and ${last}` : last
  const instead =
    named === undefined
      ? 'choose another day'
      : `the nearest free ${others.length > 0 ? 'times are' : 'time is'} ${named}`
  return `${OBSTACLES[obstacle](broker)}: ${instead}`
}
