import { CATALOGUE } from '@hubline/domain/indicators/catalogue.ts'
import type { Definition } from '@hubline/domain/indicators/definition.ts'
import { type RawBuilder, sql } from 'kysely'
import { evidence } from '../evidence.ts'
import type { Scope } from '../records.ts'
import type { PackQuery } from './pack-sheet.ts'
import { inArea } from './row-parts.ts'

/** What a record adds, as the figure's value is given; the digits of an endless share are kept to twelve. */
const added = ({ counts }: Definition): RawBuilder<unknown> => {
  if ('mean' in counts) return sql`amount`
  if (!('sum' in counts)) return sql`null::numeric`
  const divisor = { fte_of_30_hours: 30, fte_of_own_week: 1, amount_pence: 100 }[counts.sum]
  return sql`round(amount / ${sql.lit(divisor)}::numeric, 12)`
}

/** The table of a pack in which the rows of `allEvidence` are kept. */
export const EVIDENCE = 'pack_evidence'

/** The rows behind every figure together, each with the key of its figure. */
export const allEvidence = (scope: Scope): RawBuilder<unknown> =>
  sql.join(
    (scope.catalogue ?? CATALOGUE).map(
      (definition) => sql`
      select ${sql.lit(definition.key)} as key, unit_kind, unit_id, unit_reference, unit_within, unit_district, qualified_on, record_kind, reference, "on", ${added(definition)} as amount
      from ${evidence(definition, scope)} as evidence`,
    ),
    sql` union all `,
  )

/** Every record that brings a unit in to a figure. */
export const proof: PackQuery = {
  name: 'Proof',
  columns: {
    key: 'text',
    unit: 'text',
    'unit ref': 'text',
    within: 'text',
    record: 'text',
    'record ref': 'text',
    date: 'day',
    amount: 'number',
  },
  by: ['key', 'unit ref', 'within', 'date', 'record', 'record ref'],
  rows: () => sql`
    select key, unit_kind as unit, unit_reference as "unit ref", unit_within as within, record_kind as record, reference as "record ref", "on" as date,
      trim_scale(amount) as amount
    from ${sql.table(EVIDENCE)}`,
}

/** Counts only: an amount split by district would be another figure. */
export const districts: PackQuery = {
  name: 'Breakdowns',
  columns: { key: 'text', dimension: 'text', part: 'text', value: 'number', 'small number': 'text' },
  by: ['key', 'dimension', 'part'],
  rows: () => sql`
    select key, 'district' as dimension, coalesce(unit_district, 'unknown') as part, count(distinct unit_id) as value,
      case when count(distinct unit_id) < 5 then 'yes' else 'no' end as "small number"
    from ${sql.table(EVIDENCE)} group by key, unit_district`,
}

/** Where a client counts, looked up once for all clients of a kind. */
const counted = (kind: 'business' | 'person') => sql`
  select unit_reference, string_agg(distinct key, ' ' order by key) as keys, min(qualified_on) as first_on
  from ${sql.table(EVIDENCE)} where unit_kind = ${sql.lit(kind)} group by unit_reference`

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
function named(kind: 'business' | 'person', { hub_id, from, to }: Scope): RawBuilder<unknown> {
  const id = sql.ref(`r.${kind}_id`)
  const tables = NAMING.filter(([, , people]) => kind === 'business' || people).map(
    ([table, days]) =>
      sql`select ${id} from ${sql.table(table)} r where r.hub_id = ${hub_id} and r.voided_at is null and (${sql.join(
        days.map((day) => sql`${sql.ref(`r.${day}`)} between ${from}::date and ${to}::date`),
        sql` or `,
      )})`,
  )
  const guests = sql`select ${id} from attendance r join event e on e.hub_id = r.hub_id and e.id = r.event_id
    where r.hub_id = ${hub_id} and r.voided_at is null and e.held_on between ${from}::date and ${to}::date`
  return sql`select c.counts_as_id from ${sql.table(kind)} c where c.hub_id = ${hub_id} and c.id in (${sql.join([...tables, guests], sql` union all `)})`
}

export const businesses: PackQuery = {
  name: 'Businesses',
  columns: {
    'business ref': 'text',
    'legal name': 'text',
    'company number': 'text',
    'charity number': 'text',
    postcode: 'text',
    'district code': 'text',
    'in area': 'text',
    'SIC primary': 'text',
    'legal form': 'text',
    employees: 'number',
    'first counted on': 'day',
    'counted in': 'text',
  },
  by: ['business ref'],
  rows: (scope) => sql`
    select r.reference as "business ref", r.name as "legal name", r.company_number as "company number", r.charity_number as "charity number",
      r.postcode, r.located_in as "district code", ${inArea('r.located_in', scope)} as "in area", r.sic_code as "SIC primary",
      r.legal_form as "legal form", r.employees_fte as employees, c.first_on as "first counted on", c.keys as "counted in"
    from business r left join (${counted('business')}) as c on c.unit_reference = r.reference
    where r.hub_id = ${scope.hub_id} and r.voided_at is null and r.id in (${named('business', scope)})`,
}

/** People by their reference alone: the pack names nobody. */
export const individuals: PackQuery = {
  name: 'Individuals',
  columns: {
    'person ref': 'text',
    'district code': 'text',
    'in area': 'text',
    'trading since': 'day',
    'first counted on': 'day',
    'counted in': 'text',
  },
  by: ['person ref'],
  rows: (scope) => sql`
    select r.reference as "person ref", r.located_in as "district code", ${inArea('r.located_in', scope)} as "in area",
      r.trading_since as "trading since", c.first_on as "first counted on", c.keys as "counted in"
    from person r left join (${counted('person')}) as c on c.unit_reference = r.reference
    where r.hub_id = ${scope.hub_id} and r.voided_at is null and r.id in (${named('person', scope)})`,
}
