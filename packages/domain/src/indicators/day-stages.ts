import type { Language, SpokenOf } from './language.ts'

/** Of a day that a record may lack: in which statuses it must have come so far, and in which it cannot have. */
type Stages<R extends SpokenOf> = { field: string; reached: readonly Status<R>[]; not_yet: readonly Status<R>[] }
type Status<R extends SpokenOf> = Language[R]['lists'] extends { status: readonly (infer S)[] }
  ? S
  : Language[R]['lists'] extends { state: readonly (infer S)[] }
    ? S
    : never
type OfDays = { readonly [R in SpokenOf]?: { readonly [D in keyof Language[R]['dates']]?: Stages<R> } }

const AWAY = ['applied', 'enrolled', 'did_not_start'] as const
const LEARNING = [...AWAY, 'started', 'in_learning', 'withdrawn'] as const

/** The days that a record may lack. Every other day of the language stands in each record of its kind. */
const STAGES: OfDays = {
  referral: {
    accepted_on: {
      field: 'status',
      reached: ['accepted', 'started', 'completed'],
      not_yet: ['made', 'acknowledged', 'declined_by_partner', 'no_response', 'ineligible'],
    },
    started_on: {
      field: 'status',
      reached: ['started', 'completed'],
      not_yet: ['made', 'acknowledged', 'accepted', 'declined_by_partner', 'no_response', 'ineligible'],
    },
    completed_on: {
      field: 'status',
      reached: ['completed'],
      not_yet: ['made', 'acknowledged', 'accepted', 'started', 'declined_by_partner', 'no_response', 'ineligible'],
    },
    closed_on: { field: 'status', reached: [], not_yet: ['made', 'acknowledged', 'accepted', 'started'] },
  },
  grant_award: {
    offered_on: {
      field: 'status',
      reached: ['offer_issued', 'offer_accepted', 'in_delivery', 'paid'],
      not_yet: ['enquiry', 'applied'],
    },
    client_confirmed_on: { field: 'status', reached: [], not_yet: ['enquiry', 'applied'] },
    accepted_on: {
      field: 'status',
      reached: ['offer_accepted', 'in_delivery', 'paid'],
      not_yet: ['enquiry', 'applied', 'approved', 'rejected', 'offer_issued'],
    },
    paid_on: {
      field: 'status',
      reached: ['paid'],
      not_yet: ['enquiry', 'applied', 'approved', 'rejected', 'offer_issued'],
    },
  },
  skills_review: {
    booked_on: {
      field: 'status',
      reached: ['booked', 'held', 'report_issued', 'plan_agreed', 'uptake_recorded'],
      not_yet: ['offered', 'declined', 'no_response', 'accepted'],
    },
    held_on: {
      field: 'status',
      reached: ['held', 'report_issued', 'plan_agreed', 'uptake_recorded'],
      not_yet: ['offered', 'declined', 'no_response', 'accepted', 'booked', 'cancelled', 'no_show'],
    },
    plan_agreed_on: {
      field: 'status',
      reached: ['plan_agreed', 'uptake_recorded'],
      not_yet: [
        'offered',
        'declined',
        'no_response',
        'accepted',
        'booked',
        'cancelled',
        'no_show',
        'held',
        'report_issued',
      ],
    },
  },
  enquiry: { closed_on: { field: 'status', reached: [], not_yet: ['new', 'assigned', 'in_triage'] } },
  participation: {
    enrolled_on: {
      field: 'status',
      reached: ['enrolled', 'started', 'in_learning', 'completed', 'achieved'],
      not_yet: ['applied'],
    },
    first_attended_on: { field: 'status', reached: [], not_yet: AWAY },
    funded_start_on: { field: 'status', reached: [], not_yet: ['applied'] },
    qualifying_start_on: {
      field: 'status',
      reached: ['started', 'in_learning', 'completed', 'achieved'],
      not_yet: AWAY,
    },
    milestone_1_on: { field: 'status', reached: [], not_yet: AWAY },
    milestone_2_on: { field: 'status', reached: [], not_yet: AWAY },
    milestone_3_on: { field: 'status', reached: [], not_yet: AWAY },
    completed_on: { field: 'status', reached: ['completed', 'achieved'], not_yet: LEARNING },
    achieved_on: { field: 'status', reached: ['achieved'], not_yet: LEARNING },
  },
  outcome: {
    verified_on: {
      field: 'state',
      reached: ['verified'],
      not_yet: ['forecast', 'contracted', 'claimed', 'evidenced'],
    },
  },
  capital_funding: {
    defrayed_on: { field: 'state', reached: ['defrayed'], not_yet: ['forecast', 'contracted'] },
    verified_on: { field: 'state', reached: [], not_yet: [] },
  },
  capital_milestone: { actual_on: { field: 'milestone', reached: [], not_yet: [] } },
}

/** What statuses say of a day; undefined for a day that no record of the kind lacks. */
export const stagesOf = (
  a: SpokenOf,
  day: string,
): { field: string; reached: readonly string[]; not_yet: readonly string[] } | undefined =>
  (STAGES[a] as Readonly<Record<string, Stages<SpokenOf>>> | undefined)?.[day]
