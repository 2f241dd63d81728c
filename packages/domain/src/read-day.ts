import { addDays, dayOf, parseIsoDay, weekday, MONTHS, WEEKDAYS } from './day.ts'
import type { Day } from './day.ts'

/** Logging looks back, planning looks ahead: which way a day without a year, or a weekday, is meant. */
export type Looking = { today: Day; prefer: 'past' | 'future' }

/**
 * Reads a day as people type it: `17/5`, `17/5/26`, `17052026`, `17 may`, `2026-05-17`, `t`, `y`, `fri`, `-3`, `+2w`.
 * The day always comes before the month, and text that could mean two days is not read at all.
 *
 * Without a year it is the nearest such day on the preferred side, today included. A weekday is the nearest one too;
 * when planning, naming today's weekday means the one in a week's time.
 */
export function readDay(text: string, looking: Looking): Day | undefined {
  const typed = text.normalize('NFKC').toLowerCase().replaceAll('−', '-').trim().replace(/\s+/g, ' ')
  if (typed.length > 40) return undefined
  const word = byWord(typed, looking) ?? byDistance(typed, looking.today)
  if (word) return word
  const named = /^([a-z]+),? (\d.*)$/.exec(typed)
  const day = byCalendar(named?.[2] ?? typed, looking)
  // "Saturday 17 May" is only a day when 17 May is a Saturday.
  if (named && day && weekday(day) !== weekdayNamed(named[1] ?? '')) return undefined
  return day
}

function byWord(typed: string, { today, prefer }: Looking): Day | undefined {
  if (typed === 't' || typed === 'today') return today
  if (typed === 'y' || typed === 'yesterday') return addDays(today, -1)
  if (typed === 'tomorrow') return addDays(today, 1)
  const named = weekdayNamed(typed)
  if (named === undefined) return undefined
  const since = (weekday(today) - named + 7) % 7
  return prefer === 'past' ? addDays(today, -since) : addDays(today, 7 - since)
}

function byDistance(typed: string, today: Day): Day | undefined {
  const found = /^([+-])(\d{1,4})([dw]?)$/.exec(typed)
  if (!found) return undefined
  const days = Number(found[2]) * (found[3] === 'w' ? 7 : 1)
  return addDays(today, found[1] === '-' ? -days : days)
}

const DAY_MONTH = /^(\d{1,2})([/.\- ])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/
const YEAR_FIRST = /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})$/
const RUN_TOGETHER = /^(\d{2})(\d{2})(\d{4}|\d{2})$/
const WITH_NAME = /^(\d{1,2})(?:st|nd|rd|th)?[ \-/]?(?:of )?([a-z]{3,9})\.?(?:,? ?[-/]?(\d{4}|\d{2}))?$/

function byCalendar(typed: string, looking: Looking): Day | undefined {
  const yearFirst = YEAR_FIRST.exec(typed)
  if (yearFirst) return dayOf({ year: Number(yearFirst[1]), month: Number(yearFirst[3]), day: Number(yearFirst[4]) })
  // 20260517 cannot also be read day first: no month is numbered 16 to 20, as every year begins.
  const isoRun = /^\d{8}$/.test(typed) && parseIsoDay(typed.replace(/(....)(..)(..)/, '$1-$2-$3'))
  if (isoRun) return isoRun
  const numbers = DAY_MONTH.exec(typed)
  if (numbers) return inYear({ day: Number(numbers[1]), month: Number(numbers[3]) }, numbers[4], looking)
  const run = RUN_TOGETHER.exec(typed)
  if (run) return inYear({ day: Number(run[1]), month: Number(run[2]) }, run[3], looking)
  const name = WITH_NAME.exec(typed)
  if (name) return inYear({ day: Number(name[1]), month: monthNamed(name[2] ?? '') }, name[3], looking)
  return undefined
}

type DayOfYear = { day: number; month: number }

function inYear(date: DayOfYear, year: string | undefined, looking: Looking): Day | undefined {
  if (year === undefined) return nearest(date, looking)
  return dayOf({ ...date, year: year.length === 4 ? Number(year) : centuryFor(Number(year), looking.today) })
}

/** Two digits mean the year from 79 years back to 20 years ahead: `26` is 2026 and `85` is 1985. */
function centuryFor(twoDigits: number, today: Day): number {
  const latest = Number(today.slice(0, 4)) + 20
  return latest - ((((latest - twoDigits) % 100) + 100) % 100)
}

function nearest(date: DayOfYear, { today, prefer }: Looking): Day | undefined {
  const step = prefer === 'past' ? -1 : 1
  // 29 February can be eight years away.
  for (let away = 0; away <= 8; away += 1) {
    const day = dayOf({ ...date, year: Number(today.slice(0, 4)) + step * away })
    if (day !== undefined && (prefer === 'past' ? day <= today : day >= today)) return day
  }
  return undefined
}

/** The number of the month, or 0, which no calendar has. */
function monthNamed(name: string): number {
  return 1 + MONTHS.findIndex((month) => isShortFor(name, month))
}

function weekdayNamed(name: string): number | undefined {
  const found = WEEKDAYS.findIndex((day) => isShortFor(name, day))
  return found < 0 ? undefined : found + 1
}

/** Three letters are enough to tell all months apart, and all weekdays: `sept`, `tues`. */
function isShortFor(name: string, whole: string): boolean {
  return name.length >= 3 && whole.toLowerCase().startsWith(name)
}
