import { addDays, type Day, dayOf, daysBetween, MONTHS, weekday, WEEKDAYS } from '@hubline/domain/day.ts'

/** Which way a day without a year lies: logging looks back, planning looks ahead. */
export type Leaning = 'past' | 'future'

/** Reads `17/5`, `17/5/26`, `17052026`, `3 apr 2026`, `t`, `y`, `fri`, `-3`, `+2w` as a person means it on the given day. */
export function readDay(text: string, today: Day, leaning: Leaning): Day | undefined {
  const tidy = text.trim().toLowerCase().replaceAll(/\s+/g, ' ')
  return readWord(tidy, today, leaning) ?? readDistance(tidy, today) ?? readParts(tidy, today, leaning)
}

function readWord(text: string, today: Day, leaning: Leaning): Day | undefined {
  if (text === 't' || text === 'today') return today
  if (text === 'y' || text === 'yesterday') return addDays(today, -1)
  if (text === 'tomorrow') return addDays(today, 1)
  if (text.length < 3) return undefined
  const wanted = WEEKDAYS.findIndex((name) => name.toLowerCase().startsWith(text)) + 1
  if (wanted === 0) return undefined
  const ahead = (wanted - weekday(today) + 7) % 7
  return addDays(today, leaning === 'past' ? (ahead === 0 ? 0 : ahead - 7) : ahead || 7)
}

function readDistance(text: string, today: Day): Day | undefined {
  const [, sign, count, unit] = /^([+-])(\d{1,3})([dw]?)$/.exec(text) ?? []
  if (!sign) return undefined
  return addDays(today, Number(`${sign}${count}`) * (unit === 'w' ? 7 : 1))
}

function readParts(text: string, today: Day, leaning: Leaning): Day | undefined {
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []
  if (isoYear) return dayOf({ year: Number(isoYear), month: Number(isoMonth), day: Number(isoDay) })
  const found =
    /^(\d{1,2})[ /.-](\d{1,2}|[a-z]{3,9})(?:[ /.-](\d{4}|\d{2}))?$/.exec(text) ??
    /^(\d\d)(\d\d)(\d{4}|\d\d)$/.exec(text)
  if (!found) return undefined
  const day = Number(found[1])
  const month = monthOf(found[2] ?? '')
  if (found[3]) return dayOf({ day, month, year: Number(found[3].length === 2 ? `20${found[3]}` : found[3]) })
  return nearest({ day, month }, today, leaning)
}

function monthOf(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : MONTHS.findIndex((name) => name.toLowerCase().startsWith(text)) + 1
}

function nearest(parts: { day: number; month: number }, today: Day, leaning: Leaning): Day | undefined {
  const thisYear = Number(today.slice(0, 4))
  const days = [-1, 0, 1].flatMap((by) => dayOf({ ...parts, year: thisYear + by }) ?? [])
  const fitting = days.filter((day) => (leaning === 'past' ? day <= today : day >= today))
  return fitting.toSorted((a, b) => Math.abs(daysBetween(today, a)) - Math.abs(daysBetween(today, b)))[0]
}
