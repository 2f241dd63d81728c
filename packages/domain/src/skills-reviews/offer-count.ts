import type { Day } from '../day.ts'
import type { Year } from '../years/year.ts'

/** What an offer does to "skills reviews offered" of its year: a business counts in it once. */
export type OfferCount =
  | { counts: 'newly'; year: Year }
  /** `since`: another offer of the year, by which it counted before. */
  | { counts: 'already'; year: Year; since: Day }
  | { counts: 'out_of_area'; year: Year }
