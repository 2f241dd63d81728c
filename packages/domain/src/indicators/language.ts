import { FUNDING_SOURCES, FUNDING_STATES, MILESTONES } from '../capital-projects/capital-files.ts'
import { BUSINESS_FLAGS } from '../businesses/business-flags.ts'
import { DIRECT_CHANNELS, ENQUIRY_STATUSES } from '../enquiries/enquiries-file.ts'
import { ATTENDANCE_STATUSES, EVENT_STATUSES } from '../events/event-files.ts'
import { GRANT_STATUSES } from '../grants/grants-file.ts'
import type { EvidenceLevel } from '../imports/bundle-file.ts'
import { INTERACTION_KINDS } from '../interactions/interactions-file.ts'
import { OUTCOME_KINDS, OUTCOME_STATES } from '../outcomes/outcomes-file.ts'
import type { Framework } from '../programmes/frameworks.ts'
import { REFERRAL_STATUSES } from '../referrals/referrals-file.ts'
import { SKILLS_REVIEW_STATUSES } from '../skills-reviews/skills-reviews-file.ts'
import { SURVEY_FAMILIES } from '../surveys/survey-files.ts'
import { COURSE_KINDS, PARTICIPATION_STATUSES } from '../training/training-files.ts'

/**
 * What a definition may speak of: the records, the days that may decide (`dates`) and other days, the lists, numbers and
 * yes/no facts of each, and how each is said. A definition that asks an interaction for its colour does not compile. What a
 * manager may choose from is read from here too, and so a word here is a word in the form.
 */
export const LANGUAGE = {
  /** What an adviser says of a business, on a day and with a reason. It stands under the business itself. */
  business: {
    noun: 'a business',
    dates: { flagged_on: 'was flagged' },
    lists: { flag: BUSINESS_FLAGS },
    numbers: [],
    yes_no: [],
    days: [],
    evidence: false,
  },
  interaction: {
    noun: 'an interaction',
    dates: { occurred_on: 'took place' },
    lists: { kind: INTERACTION_KINDS },
    numbers: ['minutes'],
    yes_no: ['start_up_support'],
    days: [],
    evidence: true,
  },
  diagnostic: {
    noun: 'a diagnostic',
    dates: { completed_on: 'was completed' },
    lists: {},
    numbers: [],
    yes_no: ['start_up_support'],
    days: [],
    evidence: true,
  },
  referral: {
    noun: 'a referral',
    dates: {
      made_on: 'was made',
      accepted_on: 'was accepted',
      started_on: 'was started',
      completed_on: 'was completed',
      closed_on: 'was closed',
    },
    lists: { status: REFERRAL_STATUSES },
    numbers: [],
    yes_no: [],
    days: [],
    evidence: false,
  },
  /** A place at an event; its day, minutes and status are the event's. */
  attendance: {
    noun: 'an event',
    dates: { held_on: 'was attended' },
    lists: { status: ATTENDANCE_STATUSES, event_status: EVENT_STATUSES },
    numbers: ['minutes'],
    yes_no: ['start_up_support'],
    days: [],
    evidence: true,
  },
  grant_award: {
    noun: 'a grant',
    dates: {
      offered_on: 'was offered',
      client_confirmed_on: 'was confirmed by the client',
      accepted_on: 'was accepted',
      paid_on: 'was paid',
    },
    lists: { status: GRANT_STATUSES },
    numbers: ['amount_pence'],
    yes_no: [],
    days: [],
    evidence: false,
  },
  skills_review: {
    noun: 'a skills review',
    dates: {
      offered_on: 'was offered',
      booked_on: 'was booked',
      held_on: 'was held',
      plan_agreed_on: 'led to an agreed training plan',
    },
    lists: { status: SKILLS_REVIEW_STATUSES },
    numbers: [],
    yes_no: [],
    days: [],
    evidence: true,
  },
  enquiry: {
    noun: 'an enquiry',
    dates: { received_on: 'came in', closed_on: 'was closed' },
    lists: { status: ENQUIRY_STATUSES, channel: DIRECT_CHANNELS },
    numbers: [],
    yes_no: [],
    days: [],
    evidence: false,
  },
  partner_support: {
    noun: 'support by a named partner',
    dates: { supported_on: 'was given' },
    lists: {},
    numbers: ['minutes'],
    yes_no: [],
    days: [],
    evidence: true,
  },
  participation: {
    noun: 'training',
    dates: {
      enrolled_on: 'had its enrolment',
      first_attended_on: 'was first attended',
      funded_start_on: 'had its funded start',
      qualifying_start_on: 'had its qualifying start',
      milestone_1_on: 'reached milestone 1',
      milestone_2_on: 'reached milestone 2',
      milestone_3_on: 'reached milestone 3',
      completed_on: 'was completed',
      achieved_on: 'was achieved',
    },
    lists: { course_kind: COURSE_KINDS, status: PARTICIPATION_STATUSES },
    numbers: [],
    yes_no: [],
    days: [],
    evidence: true,
  },
  outcome: {
    noun: 'an outcome',
    dates: { occurred_on: 'came about', verified_on: 'was verified' },
    lists: { kind: OUTCOME_KINDS, state: OUTCOME_STATES },
    numbers: ['hours_per_week', 'full_time_week', 'expected_months', 'amount_pence'],
    yes_no: ['is_primary'],
    days: ['at_risk_noted_on'],
    evidence: true,
  },
  capital_funding: {
    noun: 'capital funding',
    dates: { defrayed_on: 'left the bank', verified_on: 'was verified' },
    lists: { source: FUNDING_SOURCES, state: FUNDING_STATES },
    numbers: ['amount_pence'],
    yes_no: [],
    days: [],
    evidence: false,
  },
  capital_milestone: {
    noun: 'a milestone',
    dates: { actual_on: 'was reached' },
    lists: { milestone: MILESTONES },
    numbers: [],
    yes_no: [],
    days: [],
    evidence: false,
  },
  /** An answer to a survey; the family is the survey's. */
  survey_response: {
    noun: 'a survey answer',
    dates: { submitted_on: 'was given' },
    lists: { family: SURVEY_FAMILIES },
    numbers: ['score'],
    yes_no: ['valid'],
    days: [],
    evidence: false,
  },
} as const

export type Language = typeof LANGUAGE
export type SpokenOf = keyof Language

type Word<A> = A extends readonly (infer W)[] ? W : never
type Lists<R extends SpokenOf> = {
  readonly [F in keyof Language[R]['lists']]?: readonly Word<Language[R]['lists'][F]>[]
}
type Dates<R extends SpokenOf> = keyof Language[R]['dates'] & string
type Days<R extends SpokenOf> = Word<Language[R]['days']>
type Numbers<R extends SpokenOf> = Word<Language[R]['numbers']> & string
type YesNo<R extends SpokenOf> = Word<Language[R]['yes_no']> & string

/** One way in which a unit can come to count. All its conditions must hold. */
export type WayOf<R extends SpokenOf> = {
  readonly a: R
  readonly dated: Dates<R>
  readonly is?: Lists<R>
  readonly is_not?: Lists<R>
  readonly yes?: readonly YesNo<R>[]
  readonly at_least?: { readonly [F in Numbers<R>]?: number }
  /** As `at_least`, but a blank passes. */
  readonly blank_or_at_least?: { readonly [F in Numbers<R>]?: number }
  readonly filled?: readonly (Dates<R> | Days<R> | Numbers<R>)[]
  /** This day lies before the deciding one. */
  readonly noted_before?: Days<R>
  /** The person had not begun to trade on that day. */
  readonly while_not_trading?: true
  /** Only for a programme of this framework that has pinned this version of its definitions. */
  readonly of_programme?: { readonly framework: Framework; readonly definition_version: number }
  /** The business has a grant of the same programme. */
  readonly alongside_a_grant?: R extends 'outcome' ? true : never
  /** Neither the person nor the business had been in touch before: no enquiry, interaction or event of an earlier day. */
  readonly first_contact?: R extends 'enquiry' ? true : never
} & (Language[R]['evidence'] extends true ? { readonly evidence?: EvidenceLevel } : { readonly evidence?: never })

export type Way = { [R in SpokenOf]: WayOf<R> }[SpokenOf]
