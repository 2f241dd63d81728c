import { SIC_SECTIONS, type SicSection } from '@hubline/domain/businesses/sic-codes.ts'
import { parseIsoDay } from '@hubline/domain/day.ts'
import { DECLINE_REASONS } from '@hubline/domain/skills-reviews/decline-reasons.ts'
import { FUNNEL_PLACES } from '@hubline/domain/skills-reviews/funnel.ts'
import { type Address, isYearName, oneOf, text } from '../address.ts'

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
const SORTS = ['offered_on', 'name', 'when'] as const

/** What the dates of a list may be about, in words. */
export const DATED_NAMES = {
  offered_on: 'Offered',
  answered_on: 'Answered',
  booked_on: 'Booked',
  held_on: 'Held',
  plan_agreed_on: 'Plan agreed',
  uptake_on: 'Training taken up',
} as const
export type DatedBy = keyof typeof DATED_NAMES

/**
 * What the address asks of the skills reviews; a word that means nothing is dropped. Without a year or a span of days
 * it is the present year; `year=all` is every year.
 */
export function readReviewsQuestion(address: Address, present_year: string) {
  const from = parseIsoDay(text(address, 'from') ?? '')
  const to = parseIsoDay(text(address, 'to') ?? '')
  const named = text(address, 'year')
  const year = named === 'all' ? undefined : named && isYearName(named) ? named : from || to ? undefined : present_year
  const broker = text(address, 'broker')
  const sort = text(address, 'sort') ?? '-offered_on'
  const asked = {
    year,
    by: from || to ? oneOf(address, 'by', Object.keys(DATED_NAMES) as DatedBy[]) : undefined,
    from,
    to,
    broker: broker && (broker === 'none' || UUID.test(broker)) ? broker : undefined,
    district: text(address, 'district'),
    sector: oneOf(address, 'sector', Object.keys(SIC_SECTIONS) as SicSection[]),
    text: text(address, 'q'),
  }
  const kept = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as typeof asked
  const at = oneOf(address, 'at', FUNNEL_PLACES)
  return {
    /** Of which reviews the funnel is. */
    asked: kept,
    at,
    reason: at === 'declined' ? oneOf(address, 'reason', [...DECLINE_REASONS, 'none']) : undefined,
    sort: oneOf({ sort: sort.replace(/^-/, '') }, 'sort', SORTS) ?? 'offered_on',
    direction: sort.startsWith('-') ? ('desc' as const) : ('asc' as const),
    after: text(address, 'after'),
    before: text(address, 'before'),
  }
}

export type ReviewsQuestion = ReturnType<typeof readReviewsQuestion>

/** Where the list that is on the screen is downloaded, whole. */
export function reviewsCsvAddress({ asked: { text: q, ...asked }, at, reason }: ReviewsQuestion): string {
  const parts = Object.entries({ ...asked, text: q, at, reason }).filter(([, value]) => value !== undefined)
  return `/skills-reviews.csv?${new URLSearchParams(parts as [string, string][]).toString()}`
}
