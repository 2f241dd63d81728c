import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../records.ts'
import { ofYear } from './row-parts.ts'

/** Tables whose records may name a business, a person, and the days on which they may fall in a year. */
export const NAMING = [
  ['interaction', ['occurred_on'], true],
  ['diagnostic', ['completed_on'], true],
  ['referral', ['made_on', 'accepted_on'], true],
  ['enquiry', ['received_on', 'closed_on'], true],
  ['partner_support', ['supported_on'], true],
  ['survey_response', ['submitted_on'], true],
  ['outcome', ['occurred_on'], true],
  [
    'participation',
    ['qualifying_start_on', 'enrolled_on', 'completed_on', 'achieved_on', 'milestone_1_on', 'milestone_3_on'],
    true,
  ],
  ['skills_review', ['offered_on', 'held_on', 'plan_agreed_on'], false],
  ['grant_award', ['offered_on', 'accepted_on', 'paid_on'], false],
  ['business_flag', ['flagged_on'], false],
] as const

/** Every client that a record of the year names. */
export function named(kind: 'business' | 'person', scope: Scope): RawBuilder<unknown> {
  const { hub_id, from, to } = scope
  const id = sql.ref(`r.${kind}_id`)
  const tables = NAMING.filter(([, , people]) => kind === 'business' || people).map(
    ([table, days]) =>
      sql`select ${id} from ${sql.table(table)} r where r.hub_id = ${hub_id} and r.voided_at is null and ${ofYear(table, days, scope)}`,
  )
  const guests = sql`select ${id} from attendance r join event e on e.hub_id = r.hub_id and e.id = r.event_id
    where r.hub_id = ${hub_id} and r.voided_at is null and e.held_on between ${from}::date and ${to}::date`
  return sql`select c.counts_as_id from ${sql.table(kind)} c where c.hub_id = ${hub_id} and c.id in (${sql.join([...tables, guests], sql` union all `)})`
}
