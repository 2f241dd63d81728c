import type { Day } from '@hubline/domain/day.ts'
import type { Year } from '@hubline/domain/years/year.ts'

/** From when a new version applies, the first year that is counted by it, and why: kept while the rest is changed. */
export type Publishing = { from_on?: Day | undefined; from_year?: Year | undefined; reason: string }

export const BLANK: Publishing = { reason: '' }
