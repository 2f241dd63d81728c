import { type Day, showDay } from '../day.ts'
import type { Year } from '../years/year.ts'

/** What an offer does to "skills reviews offered" of its year: a business counts in it once. */
export type OfferCount =
  | { counts: 'newly'; year: Year }
  /** `since`: another offer of the year, by which it counted before. */
  | { counts: 'already'; year: Year; since: Day }
  | { counts: 'out_of_area'; year: Year }

/** `Counts in 2026-27`, as it is said to the broker while the offer is logged. */
export function offerCountInWords(count: OfferCount): string {
  switch (count.counts) {
    case 'newly':
      return `Counts in ${count.year}: the first offer of the year`
    case 'already':
      return `Adds nothing to ${count.year}: this business was counted on ${showDay(count.since)}`
    case 'out_of_area':
      return `Does not count in ${count.year}: the business lies outside your area`
  }
}
