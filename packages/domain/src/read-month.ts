import { type Day, MONTHS, dayOf } from './day.ts'

/**
 * Reads a month ahead as people type it: `sep`, `September 2026`, `9/26`, `2026-09`, `9`. Without a year it is the next
 * such month, this one included. Gives its first day.
 */
export function readMonth(text: string, today: Day): Day | undefined {
  const typed = text.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ')
  const iso = /^(\d{4})-(\d{1,2})(?:-01)?$/.exec(typed)
  if (iso) return dayOf({ year: Number(iso[1]), month: Number(iso[2]), day: 1 })
  const numbers = /^(\d{1,2})(?:[/.\- ](\d{4}|\d{2}))?$/.exec(typed)
  if (numbers) return inYear(Number(numbers[1]), numbers[2], today)
  const named = /^([a-z]{3,9})\.?(?:,? ?'?(\d{4}|\d{2}))?$/.exec(typed)
  if (named) return inYear(monthNamed(named[1] ?? ''), named[2], today)
  return undefined
}

/** `September 2026` */
export function showMonth(day: Day): string {
  return `${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`
}

function monthNamed(word: string): number {
  const asked = word === 'sept' ? 'sep' : word
  return MONTHS.findIndex((month) => month.toLowerCase().startsWith(asked)) + 1
}

function inYear(month: number, year: string | undefined, today: Day): Day | undefined {
  if (year !== undefined) return dayOf({ year: Number(year.length === 2 ? `20${year}` : year), month, day: 1 })
  const this_year = Number(today.slice(0, 4))
  return dayOf({ year: month < Number(today.slice(5, 7)) ? this_year + 1 : this_year, month, day: 1 })
}
