import { type Framework, FRAMEWORK_NAMES } from '../programmes/frameworks.ts'
import type { Way } from './language.ts'

export const PACKS = {
  headline: 'Headline figures',
  hub_metrics: 'Growth Hub metrics',
  local: 'Local indicators',
  skills: 'Skills',
  ...FRAMEWORK_NAMES,
  own: "The hub's own",
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
  /** Each unit once for each programme, in the first year only in which it qualifies there. */
  | { readonly each_in_its_first_year: 'business' | 'person'; readonly per: 'programme' }
  /** Each business once, and each answer without a name once. */
  | { readonly each: 'business'; readonly or_anonymous: true }
  /** Each business once for each wave of a survey, and each answer without a name once. */
  | { readonly each: 'business'; readonly per: 'survey'; readonly or_anonymous: true }
  /** Hours a week as full-time equivalents, at most one for a post: of 30 hours, or of the employer's own week. */
  | { readonly sum: 'fte_of_30_hours' | 'fte_of_own_week' }
  | { readonly sum: 'amount_pence' }
  | { readonly mean: 'score' }

/** What a unit may count once for in a year, as people call it. */
export const PER = { course: 'course', survey: 'wave of the survey' } as const

/** A band of minutes in the year. Bands exclude each other: a business is in the highest that it reaches. */
export type Band = {
  readonly minutes_at_least: number
  readonly minutes_below?: number
  /** A completed diagnostic reaches this band too, whatever the minutes. */
  readonly or_a_diagnostic?: true
  /** A completed diagnostic lifts a business out of this band. */
  readonly without_a_diagnostic?: true
}

/** Minutes used up by another output of the same programme, once that is reached. */
type UsedUp = {
  readonly title: string
  readonly minutes: number
  readonly with?: readonly ('diagnostic' | 'referral')[]
}

/** Minutes that run on through a programme, whatever the year: a unit counts in the year in which they reach the limit. */
export type Threshold = {
  readonly minutes_at_least: number | 'set by the programme'
  /** It needs one of each of these too, and counts once it has them all. */
  readonly with?: readonly ('diagnostic' | 'referral')[]
  /** A grant reaches it at once. */
  readonly or_a_grant?: true
  /** No minute counts twice: whichever of the two is reached first has used up its own. */
  readonly apart_from?: UsedUp
  /** Registered less than so many months before its first support. */
  readonly registered_within_months?: number
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
  readonly threshold?: Threshold
  /** Only businesses with fewer than 250 employees, as far as is known. */
  readonly sme?: true
  /** Only units that count in one of these figures in the same year too. */
  readonly also_in?: readonly Definition[]
  /** Also given for each word of this field of its records. A unit stands under several: they are never added. */
  readonly by?: 'category'
  /** A note for readers of the figure: what it leaves out, and why. */
  readonly note?: string
  /** Which framework it follows. */
  readonly source: string
  /** Of an indicator of the hub's own: the key of the one that Hubline brings, from which it was copied. */
  readonly copied_from?: string
}

export type UnitOfValue = 'businesses' | 'people' | 'projects' | 'referrals' | 'FTE' | 'GBP' | 'score'

/** The framework of a definition that only hubs with a programme of it are counted by. */
export const frameworkOf = ({ pack }: Pick<Definition, 'pack'>): Framework | undefined =>
  pack === 'erdf' || pack === 'ukspf' ? pack : undefined

/** The unit in which a value is given: never mixed. */
export function unitOf({ counts }: Pick<Definition, 'counts'>): UnitOfValue {
  if ('sum' in counts) return counts.sum === 'amount_pence' ? 'GBP' : 'FTE'
  if ('mean' in counts) return 'score'
  const each = 'each' in counts ? counts.each : counts.each_in_its_first_year
  return ({ business: 'businesses', person: 'people', capital_project: 'projects', referral: 'referrals' } as const)[
    each
  ]
}
