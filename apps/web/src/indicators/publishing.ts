import type { Day } from '@hubline/domain/day.ts'
import type { Year } from '@hubline/domain/years/year.ts'

/** From when a new version applies, the first year that is counted by it, and why: kept while the rest is changed. */
export type Publishing = { from_on?: Day | undefined; from_year?: Year | undefined; reason: string }

/** What becomes of a change: the next version of its figure, or an indicator of the hub's own beside it. */
export type Becomes = { what: 'version' | 'own'; title: string }

export const VERSION: Becomes = { what: 'version', title: '' }

export const BLANK: Publishing = { reason: '' }
