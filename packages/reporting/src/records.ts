import type { Day } from '@hubline/domain/day.ts'
import type { Counts, Definition } from '@hubline/domain/indicators/definition.ts'
import { type PlainWay, plainWay } from '@hubline/domain/indicators/plain-way.ts'
import { recordRules, unitRecord } from '@hubline/domain/indicators/rules.ts'
import { type RawBuilder, sql } from 'kysely'
import { columnOf, readFrom } from './columns.ts'
import { onlyOfProgramme } from './of-programme.ts'
import { ruleSql } from './rule-sql.ts'

/**
 * Which hub and days a figure is of, and the districts that the hub serves (none: it has no area rule); with
 * `client_ids`, only what records of these clients bring in; with `event_id`, only what who came to that event brings in.
 */
export type Scope = {
  hub_id: string
  area_codes: readonly string[]
  from: Day
  to: Day
  client_ids?: readonly string[] | RawBuilder<unknown>
  /** The definitions by which the hub counts the year. */
  catalogue?: readonly Definition[]
  event_id?: string
  /** With it, only records of this category. */
  category?: string
  /** With it, only records of this programme: its id. */
  programme_id?: RawBuilder<unknown>
}

/** What a record is asked for besides itself: the columns of its unit, and the tables that they need. */
type Reading = { unit: RawBuilder<unknown>; joins?: RawBuilder<unknown> }

/** What is known of a record, behind the columns of its unit. */
export const RECORD_COLUMNS = sql.raw('record_kind, record_id, reference, "on", amount, once')

/** What a record adds: what a sum adds up, a score, or its minutes. */
export function amountOf(counts: Counts, way: PlainWay): RawBuilder<unknown> {
  if ('mean' in counts) return sql`r.score::numeric`
  if ('sum' in counts)
    switch (counts.sum) {
      case 'fte_of_30_hours':
        return sql`least(r.hours_per_week, 30)`
      case 'fte_of_own_week':
        return sql`least(1, r.hours_per_week::numeric(40, 24) / coalesce(r.full_time_week, 37.5))`
      case 'amount_pence':
        return sql`r.amount_pence::numeric`
    }
  return way.a === 'interaction' || way.a === 'attendance' ? columnOf(way.a, 'minutes') : sql`null::integer`
}

/** Of the business `b` of a record, or of the business `bu` that it became part of. Few are: they alone are looked up twice. */
const ofBusiness = (column: 'name' | 'located_in') =>
  sql`case when b.merged_into_id is null then ${sql.ref(`b.${column}`)} else ${sql.ref(`bu.${column}`)} end`

/** Where each record is itself a unit (a referral, a post, a payment, a score) it goes by the name of its client. */
export function recordAsUnit(way: PlainWay): Reading {
  const business = way.a !== 'capital_funding'
  const person = business && way.a !== 'grant_award' && way.a !== 'skills_review'
  const project = way.a === 'outcome' || way.a === 'capital_funding'
  return {
    joins: sql`
      ${
        business
          ? sql`left join business b on b.hub_id = r.hub_id and b.id = r.business_id
        left join (select m.hub_id, m.id, u.name, u.located_in from business m join business u on u.hub_id = m.hub_id and u.id = m.counts_as_id
          where m.merged_into_id is not null) bu on bu.hub_id = r.hub_id and bu.id = r.business_id`
          : sql``
      }
      ${person ? sql`left join person n on n.hub_id = r.hub_id and n.id = r.person_id` : sql``}
      ${project ? sql`left join capital_project j on j.hub_id = r.hub_id and j.id = r.capital_project_id` : sql``}`,
    unit: sql`${way.a}, r.id, r.reference, coalesce(${sql.join([
      ...(business ? [ofBusiness('name')] : []),
      ...(person ? [sql`n.given_name || ' ' || n.family_name`] : []),
      ...(project ? [sql`j.name`] : []),
      sql`'No client named'`,
    ])}), ${business ? ofBusiness('located_in') : sql`j.district_code`}`,
  }
}

const conditionsOf = (way: PlainWay): RawBuilder<unknown> =>
  sql.join(
    recordRules(way).map((rule) => sql`and ${ruleSql(rule, way)}`),
    sql` `,
  )

function clientFilter(definition: Definition, way: PlainWay, ids: Required<Scope>['client_ids']): RawBuilder<unknown> {
  const list = 'length' in ids ? sql`${[...ids]}::uuid[]` : ids
  const unit = unitRecord(definition.counts)
  if (unit === 'business') return sql`and r.business_id = any(${list})`
  if (unit === 'person') return sql`and r.person_id = any(${list})`
  if (way.a === 'capital_milestone' || way.a === 'capital_funding') return sql`and r.capital_project_id = any(${list})`
  return sql`and (r.business_id = any(${list}) or r.person_id = any(${list}))`
}

function eventFilter(way: PlainWay, event_id: string): RawBuilder<unknown> {
  return way.a === 'attendance' ? sql`and r.event_id = ${event_id}::uuid` : sql`and false`
}

/** Every record of the scope that meets a way's conditions. */
function recordsOfWay(
  definition: Definition,
  way: PlainWay,
  scope: Scope,
  { unit, joins = sql`` }: Reading,
): RawBuilder<unknown> {
  const dated = columnOf(way.a, way.dated)
  const from = 'each_in_its_first_year' in definition.counts ? sql`` : sql`and ${dated} >= ${scope.from}`
  return sql`
    select ${unit}, ${sql.lit(way.a)}, r.id, r.reference, ${dated}, ${amountOf(definition.counts, way)}, ${way.a === 'attendance' ? sql`r.event_id` : sql`r.id`}
    from ${readFrom(way)} ${joins}
    where r.hub_id = ${scope.hub_id} and r.voided_at is null ${from} and ${dated} <= ${scope.to}
    ${conditionsOf(way)} ${scope.client_ids ? clientFilter(definition, way, scope.client_ids) : sql``}
    ${scope.event_id === undefined ? sql`` : eventFilter(way, scope.event_id)}
    ${scope.programme_id === undefined ? sql`` : onlyOfProgramme(way, { hub_id: scope.hub_id, id: scope.programme_id })}
    ${definition.by && scope.category !== undefined ? sql`and ${sql.ref(`r.${definition.by}`)} = ${scope.category}` : sql``}`
}

/** Every record of the scope that meets the conditions of one of a definition's ways, or of some of them. */
export function recordsOf(
  definition: Definition,
  scope: Scope,
  reading: (way: PlainWay) => Reading,
  ways: readonly PlainWay[] = definition.any_of.map(plainWay),
): RawBuilder<unknown> {
  return sql.join(
    ways.map((way) => recordsOfWay(definition, way, scope, reading(way))),
    sql` union all `,
  )
}
