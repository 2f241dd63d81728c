import type { Way } from './language.ts'

export const PACKS = {
  headline: 'Headline figures',
  hub_metrics: 'Growth Hub metrics',
  local: 'Local indicators',
  skills: 'Skills',
} as const
export type Pack = keyof typeof PACKS

/** What is counted, or added up. Businesses, people, pounds and FTE are never added together. */
export type Counts =
  /** Each unit once for the year. */
  | { readonly each: 'business' | 'person' | 'capital_project' | 'referral' }
  /** Each person once for each course. */
  | { readonly each: 'person'; readonly per: 'course' }
  /** Each unit in the first year only in which it qualifies. */
  | { readonly each_in_its_first_year: 'business' }
  /** Each business once, and each answer without a name once. */
  | { readonly each: 'business'; readonly or_anonymous: true }
  /** Hours a week as full-time equivalents, at most one for a post: of 30 hours, or of the employer's own week. */
  | { readonly sum: 'fte_of_30_hours' | 'fte_of_own_week' }
  | { readonly sum: 'amount_pence' }
  | { readonly mean: 'score' }

/** A band of minutes in the year. Bands exclude each other: a business is in the highest that it reaches. */
export type Band = {
  readonly minutes_at_least: number
  readonly minutes_below?: number
  /** A completed diagnostic reaches this band too, whatever the minutes. */
  readonly or_a_diagnostic?: true
  /** A completed diagnostic lifts a business out of this band. */
  readonly without_a_diagnostic?: true
}

/**
 * An indicator: a counted number with its definition. Definitions are data that a manager can read; a change is a new
 * version, never an edit. The sentence on the screen and the query are both made from this one object.
 */
export type Definition = {
  readonly key: string
  readonly version: number
  readonly pack: Pack
  readonly title: string
  readonly counts: Counts
  /** Only units in the districts that the hub serves; one whose district is unknown counts. */
  readonly in_area?: true
  readonly any_of: readonly Way[]
  readonly band?: Band
  /** Only units that count in one of these figures in the same year too. */
  readonly also_in?: readonly Definition[]
  /** Also given for each word of this field of its records. A unit stands under several: they are never added. */
  readonly by?: 'category'
  /** A note for readers of the figure: what it leaves out, and why. */
  readonly note?: string
  /** Which framework it follows. */
  readonly source: string
}

export type UnitOfValue = 'businesses' | 'people' | 'projects' | 'referrals' | 'FTE' | 'GBP' | 'score'

/** The unit in which a value is given: never mixed. */
export function unitOf({ counts }: Pick<Definition, 'counts'>): UnitOfValue {
  if ('sum' in counts) return counts.sum === 'amount_pence' ? 'GBP' : 'FTE'
  if ('mean' in counts) return 'score'
  const each = 'each' in counts ? counts.each : counts.each_in_its_first_year
  return ({ business: 'businesses', person: 'people', capital_project: 'projects', referral: 'referrals' } as const)[
    each
  ]
}
