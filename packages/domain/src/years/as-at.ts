import { clockAt, instantOf, showMinutes, startOf } from '../calendar/london-time.ts'
import { type Day, MONTHS, addDays, parseIsoDay, showDay, todayInLondon } from '../day.ts'
import { Problem } from '../problem.ts'

/** Whether a text looks like a day or a minute at which figures can be asked: `2022-05-01` or `2022-05-01T12:00`. */
export const isAsAt = (text: string): boolean =>
  parseIsoDay(text.slice(0, 10)) !== undefined && /^(?:T(?:[01]\d|2[0-3]):[0-5]\d)?$/.test(text.slice(10))

/**
 * The instant at which figures are asked, as ISO 8601: of a day its end, today's being now; of a minute, London's clock;
 * of an instant with an offset, itself.
 * @throws Problem 'invalid' where it cannot be read, is not on the clock, or has not come yet
 */
export function readAsAt(text: string, now: Date): string {
  const on_clock = isAsAt(text)
  const instant = on_clock ? ofLondon(text, now) : withOffset(text)
  if (instant === undefined && on_clock)
    throw new Problem(
      'invalid',
      `The clock was put forward on ${showDay(text.slice(0, 10) as Day)} and never showed ${text.slice(11)}: choose a time from 02:00 on`,
      'as_at',
    )
  if (instant === undefined)
    throw new Problem(
      'invalid',
      `There is no time "${text.slice(0, 30)}": write it like 2022-05-01 or 2022-05-01T12:00`,
      'as_at',
    )
  if (Date.parse(instant) > now.getTime())
    throw new Problem('invalid', 'That time has not come yet: choose a day up to today', 'as_at')
  return instant
}

function ofLondon(text: string, now: Date): string | undefined {
  const day = text.slice(0, 10) as Day
  if (text.length > 10) {
    const instant = instantOf(day, Number(text.slice(11, 13)) * 60 + Number(text.slice(14)))
    return instant === undefined ? undefined : new Date(instant).toISOString()
  }
  if (day === todayInLondon(now)) return now.toISOString()
  // To the last microsecond, which is as far as the database tells times apart.
  return new Date(startOf(addDays(day, 1)) - 1).toISOString().replace('Z', '999Z')
}

function withOffset(text: string): string | undefined {
  const is_instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:\d\d)$/.test(text)
  return is_instant && !Number.isNaN(Date.parse(text)) ? text : undefined
}

/** `1 May 2022, 23:59`, as London's clock shows an instant. */
export function asAtInWords(instant: string): string {
  const { day, minutes } = clockAt(Date.parse(instant))
  return `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}, ${showMinutes(minutes)}`
}
