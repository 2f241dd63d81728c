/** One district: its share of businesses, its towns, and the outward halves of its postcodes. */
export type District = { code: string; weight: number; towns: readonly (readonly [town: string, outward: string])[] }

export type StaffMember = { email: string; name: string; role: 'adviser' | 'skills_broker' | 'manager' | 'admin' }
export type Partner = { reference: string; name: string; kind: string; email: string; themes: readonly string[] }
export type Programme = { reference: string; name: string; funder: string; starts_on: string; ends_on: string }

/** What a year of the demonstration must come to. Money in pence, hours a week. */
export type YearPlan = {
  year: string
  supported: number
  /** The share of the year's businesses that were helped before. */
  returning: number
  helped_to_start: number
  started: number
  reviews_offered: number
  upskilled: number
  sitrep: { named: number; anonymous: number }
  /** Hours of new posts, at most 30 of each: thirty are one FTE. */
  job_hours: number
  safeguarded_posts: number
  private_pence: number
  events: number
  grants: number
}

/** What differs between one demonstration hub and another. */
export type Setting = {
  slug: string
  seed: number
  name: string
  area_codes: readonly string[]
  districts: readonly District[]
  outside: readonly District[]
  staff: readonly StaffMember[]
  partners: readonly Partner[]
  programmes: readonly Programme[]
  years: readonly YearPlan[]
  /** Open cases on the last day, by the owner's e-mail address. */
  open_cases: Readonly<Record<string, number>>
  capital: boolean
  /** Answers to the Skills for Growth survey before and after 1 April 2022. */
  skills_for_growth: readonly [number, number]
}

/** The last day of the demonstration. Nothing in it happened later. */
export const LAST_DAY = '2026-11-20'

/** The first and last day of a year as far as the demonstration goes. */
export function daysOf(year: string): { from: string; to: string } {
  const start = Number(year.slice(0, 4))
  const to = `${start + 1}-03-31`
  return { from: `${start}-04-01`, to: to < LAST_DAY ? to : LAST_DAY }
}
