import type { Day } from '../day.ts'

declare const brand: unique symbol

/** A reporting year, named by the Aprils at its ends: `2021-22` is 1 April 2021 to 31 March 2022, both included. */
export type Year = string & { readonly [brand]: 'Year' }

/** Reads `2021-22`: the second part must be the year that follows. Every year that holds a fact's day can be read. */
export function parseYear(text: string): Year | undefined {
  if (!/^\d{4}-\d\d$/.test(text)) return undefined
  const start = Number(text.slice(0, 4))
  return start >= 1599 && start <= 2099 && text === yearStarting(start) ? yearStarting(start) : undefined
}

export function yearOf(day: Day): Year {
  const calendar = Number(day.slice(0, 4))
  return yearStarting(day.slice(5) >= '04-01' ? calendar : calendar - 1)
}

/** 1 April. */
export function firstDay(year: Year): Day {
  return `${startOf(year)}-04-01` as Day
}

/** 31 March, the last day that still counts. */
export function lastDay(year: Year): Day {
  return `${startOf(year) + 1}-03-31` as Day
}

/** The first days of its twelve months, April first. */
export function monthsOf(year: Year): Day[] {
  return Array.from({ length: 12 }, (_, at) => {
    const month = ((at + 3) % 12) + 1
    return `${startOf(year) + (month < 4 ? 1 : 0)}-${String(month).padStart(2, '0')}-01` as Day
  })
}

export function previousYear(year: Year): Year {
  return yearStarting(startOf(year) - 1)
}

export function nextYear(year: Year): Year {
  return yearStarting(startOf(year) + 1)
}

/** The year and those before it, newest first: `count` years in all. */
export function yearsBack(year: Year, count: number): Year[] {
  return Array.from({ length: count }, (_, back) => yearStarting(startOf(year) - back))
}

function startOf(year: Year): number {
  return Number(year.slice(0, 4))
}

function yearStarting(start: number): Year {
  return `${start}-${String((start + 1) % 100).padStart(2, '0')}` as Year
}
