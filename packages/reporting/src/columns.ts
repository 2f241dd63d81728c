import type { DB } from '@hubline/db/schema.ts'
import type { Language, SpokenOf } from '@hubline/domain/indicators/language.ts'
import { type RawBuilder, sql } from 'kysely'

type Word<A> = A extends readonly (infer W extends string)[] ? W : never
type FieldsOf<R extends SpokenOf> =
  | (keyof Language[R]['dates'] & string)
  | (keyof Language[R]['lists'] & string)
  | Word<Language[R]['numbers']>
  | Word<Language[R]['yes_no']>
  | Word<Language[R]['days']>

type ColumnOf<R extends keyof DB> = `r.${keyof DB[R] & string}`
/** Of the record that this one belongs to: the event of an attendance, the survey of an answer. */
type ParentColumnOf<R> = R extends 'attendance'
  ? `p.${keyof DB['event'] & string}`
  : R extends 'survey_response'
    ? `p.${keyof DB['survey'] & string}`
    : never

/**
 * The column behind each word of the language. A migration that drops or renames one of them makes this object fail to
 * compile, and the error names the column.
 */
export const COLUMNS: { readonly [R in SpokenOf]: { readonly [F in FieldsOf<R>]: ColumnOf<R> | ParentColumnOf<R> } } = {
  interaction: {
    occurred_on: 'r.occurred_on',
    kind: 'r.kind',
    minutes: 'r.minutes',
    start_up_support: 'r.start_up_support',
  },
  diagnostic: { completed_on: 'r.completed_on', start_up_support: 'r.start_up_support' },
  referral: { made_on: 'r.made_on', accepted_on: 'r.accepted_on', status: 'r.status' },
  attendance: {
    held_on: 'p.held_on',
    status: 'r.status',
    event_status: 'p.status',
    minutes: 'p.minutes',
    start_up_support: 'p.start_up_support',
  },
  grant_award: { accepted_on: 'r.accepted_on', status: 'r.status', amount_pence: 'r.amount_pence' },
  skills_review: { offered_on: 'r.offered_on', held_on: 'r.held_on', plan_agreed_on: 'r.plan_agreed_on' },
  enquiry: { closed_on: 'r.closed_on', status: 'r.status' },
  partner_support: { supported_on: 'r.supported_on', minutes: 'r.minutes' },
  participation: { qualifying_start_on: 'r.qualifying_start_on' },
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

/** Where records of a kind are read from, with the record that each belongs to. */
export const FROM: Readonly<Partial<Record<SpokenOf, RawBuilder<unknown>>>> = {
  attendance: sql`attendance r join event p on p.hub_id = r.hub_id and p.id = r.event_id and p.voided_at is null`,
  survey_response: sql`survey_response r join survey p on p.hub_id = r.hub_id and p.id = r.survey_id and p.voided_at is null`,
}

/** The column of a word. @throws where the language has no such word, which only data from outside could bring. */
export function columnOf(record: SpokenOf, field: string): RawBuilder<unknown> {
  const column = (COLUMNS[record] as Readonly<Record<string, string>>)[field]
  if (column === undefined) throw new Error(`The language of indicators has no ${field} for ${record}`)
  return sql.ref(column)
}
