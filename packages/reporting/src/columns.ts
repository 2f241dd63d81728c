import type { DB } from '@hubline/db/schema.ts'
import type { PlainWay } from '@hubline/domain/indicators/plain-way.ts'
import type { Language, SpokenOf } from '@hubline/domain/indicators/language.ts'
import { type RawBuilder, sql } from 'kysely'
import { joinProgramme } from './of-programme.ts'

type Word<A> = A extends readonly (infer W extends string)[] ? W : never
type FieldsOf<R extends SpokenOf> =
  | (keyof Language[R]['dates'] & string)
  | (keyof Language[R]['lists'] & string)
  | Word<Language[R]['numbers']>
  | Word<Language[R]['yes_no']>
  | Word<Language[R]['days']>

/** Where the facts of a record are read: a flag is what is told of a business. */
export type TableOf<R extends SpokenOf> = R extends 'business' ? 'business_flag' : R
type ColumnOf<R extends SpokenOf> = `r.${keyof DB[TableOf<R>] & string}`
/** Of the record that this one belongs to: the event of an attendance, the survey of an answer, the course of a learner. */
type ParentColumnOf<R> = R extends 'attendance'
  ? `p.${keyof DB['event'] & string}`
  : R extends 'survey_response'
    ? `p.${keyof DB['survey'] & string}`
    : R extends 'participation'
      ? `p.${keyof DB['course'] & string}`
      : never

/**
 * The column behind each word of the language. A migration that drops or renames one of them makes this object fail to
 * compile, and the error names the column.
 */
export const COLUMNS: { readonly [R in SpokenOf]: { readonly [F in FieldsOf<R>]: ColumnOf<R> | ParentColumnOf<R> } } = {
  business: { flagged_on: 'r.flagged_on', flag: 'r.flag' },
  interaction: {
    occurred_on: 'r.occurred_on',
    kind: 'r.kind',
    minutes: 'r.minutes',
    start_up_support: 'r.start_up_support',
  },
  diagnostic: { completed_on: 'r.completed_on', start_up_support: 'r.start_up_support' },
  referral: {
    made_on: 'r.made_on',
    accepted_on: 'r.accepted_on',
    started_on: 'r.started_on',
    completed_on: 'r.completed_on',
    closed_on: 'r.closed_on',
    status: 'r.status',
  },
  attendance: {
    held_on: 'p.held_on',
    status: 'r.status',
    event_status: 'p.status',
    minutes: 'p.minutes',
    start_up_support: 'p.start_up_support',
  },
  grant_award: {
    offered_on: 'r.offered_on',
    client_confirmed_on: 'r.client_confirmed_on',
    accepted_on: 'r.accepted_on',
    paid_on: 'r.paid_on',
    status: 'r.status',
    amount_pence: 'r.amount_pence',
  },
  skills_review: {
    offered_on: 'r.offered_on',
    booked_on: 'r.booked_on',
    held_on: 'r.held_on',
    plan_agreed_on: 'r.plan_agreed_on',
    status: 'r.status',
  },
  enquiry: { received_on: 'r.received_on', closed_on: 'r.closed_on', status: 'r.status', channel: 'r.channel' },
  partner_support: { supported_on: 'r.supported_on', minutes: 'r.minutes' },
  participation: {
    enrolled_on: 'r.enrolled_on',
    first_attended_on: 'r.first_attended_on',
    funded_start_on: 'r.funded_start_on',
    qualifying_start_on: 'r.qualifying_start_on',
    milestone_1_on: 'r.milestone_1_on',
    milestone_2_on: 'r.milestone_2_on',
    milestone_3_on: 'r.milestone_3_on',
    completed_on: 'r.completed_on',
    achieved_on: 'r.achieved_on',
    status: 'r.status',
    course_kind: 'p.kind',
  },
  outcome: {
    occurred_on: 'r.occurred_on',
    kind: 'r.kind',
    state: 'r.state',
    is_primary: 'r.is_primary',
    hours_per_week: 'r.hours_per_week',
    full_time_week: 'r.full_time_week',
    expected_months: 'r.expected_months',
    amount_pence: 'r.amount_pence',
    at_risk_noted_on: 'r.at_risk_noted_on',
    verified_on: 'r.verified_on',
  },
  capital_funding: {
    defrayed_on: 'r.defrayed_on',
    source: 'r.source',
    state: 'r.state',
    amount_pence: 'r.amount_pence',
    verified_on: 'r.verified_on',
  },
  capital_milestone: { actual_on: 'r.actual_on', milestone: 'r.milestone' },
  survey_response: { submitted_on: 'r.submitted_on', family: 'p.family', score: 'r.score', valid: 'r.valid' },
}

/** Where records of a way are read from, as `r`; where that is asked for, with the record `p` and the programme `g` of each. */
export const readFrom = (way: PlainWay): RawBuilder<unknown> => sql`${recordFrom(way)} ${joinProgramme(way)}`

function recordFrom(way: PlainWay): RawBuilder<unknown> {
  switch (way.a) {
    case 'business':
      return sql`(select f.hub_id, f.business_id as id, f.business_id, b.reference, f.flag, f.flagged_on, f.voided_at
        from business_flag f join business b on b.hub_id = f.hub_id and b.id = f.business_id) r`
    case 'attendance':
      return sql`attendance r join event p on p.hub_id = r.hub_id and p.id = r.event_id and p.voided_at is null`
    case 'survey_response':
      return sql`survey_response r join survey p on p.hub_id = r.hub_id and p.id = r.survey_id and p.voided_at is null`
    case 'participation':
      return [...way.is, ...way.is_not].some(([field]) => field === 'course_kind')
        ? sql`participation r join course p on p.hub_id = r.hub_id and p.id = r.course_id`
        : sql`participation r`
    default:
      return sql`${sql.table(way.a)} r`
  }
}

/** The column of a word. @throws where the language has no such word, which only data from outside could bring. */
export function columnOf(record: SpokenOf, field: string): RawBuilder<unknown> {
  const column = (COLUMNS[record] as Readonly<Record<string, string>>)[field]
  if (column === undefined) throw new Error(`The language of indicators has no ${field} for ${record}`)
  return sql.ref(column)
}
