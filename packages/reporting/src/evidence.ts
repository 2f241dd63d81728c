import type { Db } from '@hubline/db/connection.ts'
import { EVIDENCE_LEVELS } from '@hubline/domain/imports/bundle-file.ts'
import type { Counts, Definition } from '@hubline/domain/indicators/definition.ts'
import { type PlainWay, plainWay } from '@hubline/domain/indicators/in-words.ts'
import type { Day } from '@hubline/domain/day.ts'
import { type Year, firstDay, lastDay } from '@hubline/domain/years/year.ts'
import { type RawBuilder, sql } from 'kysely'
import { FROM, columnOf } from './columns.ts'

/**
 * Which hub and days a figure is of, and the districts that the hub serves (none: it has no area rule); with
 * `client_ids`, only what records of these clients bring in.
 */
export type Scope = { hub_id: string; area_codes: readonly string[]; from: Day; to: Day; client_ids?: readonly string[] }

/** The scope of a year in a hub. */
export async function scopeOf(db: Db, { hub_id, year }: { hub_id: string; year: Year }): Promise<Scope> {
  const hub = await db.selectFrom('hub').select('area_codes').where('hub_id', '=', hub_id).executeTakeFirst()
  return { hub_id, area_codes: hub?.area_codes ?? [], from: firstDay(year), to: lastDay(year) }
}

/** What the one query of a definition gives: a row for each record that brings a unit in. */
export type EvidenceRow = {
  unit_kind: string
  unit_id: string
  unit_reference: string
  unit_name: string
  unit_district: string | null
  record_kind: string
  record_id: string
  reference: string
  on: Day
  /** Minutes, or what a sum adds up: hours of a 30-hour week, the share of a week, pence, or a score. */
  amount: string | null
}

const unitRecord = (counts: Counts): 'business' | 'person' | 'capital_project' | 'referral' | 'record' => {
  if ('each' in counts) return counts.each
  return 'each_in_its_first_year' in counts ? counts.each_in_its_first_year : 'record'
}

function amountOf(counts: Counts, way: PlainWay): RawBuilder<unknown> {
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
  return way.a === 'interaction' || way.a === 'attendance' ? sql`${columnOf(way.a, 'minutes')}::numeric` : sql`null::numeric`
}

/** Joins to what is counted, and what it is called. `u` is the unit, at the end of its merge chain. */
function unitOfWay(definition: Definition, way: PlainWay, area_codes: readonly string[]): { joins: RawBuilder<unknown>; columns: RawBuilder<unknown>; where: RawBuilder<unknown> } {
  const client = (kind: 'business' | 'person', join: 'join' | 'left join') => sql`
    ${sql.raw(join)} ${sql.table(kind)} c on c.hub_id = r.hub_id and c.id = ${sql.ref(`r.${kind}_id`)}
    ${sql.raw(join)} ${sql.table(kind)} u on u.hub_id = c.hub_id and u.id = c.counts_as_id`
  const area = definition.in_area && area_codes.length > 0
    ? sql`and (u.located_in is null or u.located_in = any(${[...area_codes]}::text[]))`
    : sql``
  switch (unitRecord(definition.counts)) {
    case 'business':
      if ('or_anonymous' in definition.counts)
        return {
          joins: client('business', 'left join'),
          columns: sql`case when u.id is null then 'survey_response' else 'business' end, coalesce(u.id, r.id),
            coalesce(u.reference, r.reference), coalesce(u.name, 'Anonymous'), u.located_in`,
          where: sql`and u.voided_at is null ${area}`,
        }
      return {
        joins: client('business', 'join'),
        columns: sql`'business', u.id, u.reference, u.name, u.located_in`,
        where: sql`and u.voided_at is null ${area}`,
      }
    case 'person':
      return {
        joins: client('person', 'join'),
        columns: sql`'person', u.id, u.reference, u.given_name || ' ' || u.family_name, u.located_in`,
        where: sql`and u.voided_at is null ${area} ${way.while_not_trading ? sql`and (u.trading_since is null or u.trading_since > ${columnOf(way.a, way.dated)})` : sql``}`,
      }
    case 'capital_project':
      return {
        joins: sql`join capital_project u on u.hub_id = r.hub_id and u.id = r.capital_project_id`,
        columns: sql`'capital_project', u.id, u.reference, u.name, u.district_code`,
        where: sql`and u.voided_at is null`,
      }
    default:
      return recordAsUnit(way)
  }
}

/** Where each record is itself a unit (a referral, a post, a payment, a score) it goes by the name of its client. */
function recordAsUnit(way: PlainWay): ReturnType<typeof unitOfWay> {
  const business = way.a !== 'capital_funding'
  const person = business && way.a !== 'grant_award' && way.a !== 'skills_review'
  const project = way.a === 'outcome' || way.a === 'capital_funding'
  return {
    joins: sql`
      ${business ? sql`left join business b on b.hub_id = r.hub_id and b.id = r.business_id
        left join business bu on bu.hub_id = b.hub_id and bu.id = b.counts_as_id` : sql``}
      ${person ? sql`left join person n on n.hub_id = r.hub_id and n.id = r.person_id` : sql``}
      ${project ? sql`left join capital_project j on j.hub_id = r.hub_id and j.id = r.capital_project_id` : sql``}`,
    columns: sql`${way.a}, r.id, r.reference, coalesce(${sql.join([
      ...(business ? [sql`bu.name`] : []),
      ...(person ? [sql`n.given_name || ' ' || n.family_name`] : []),
      ...(project ? [sql`j.name`] : []),
      sql`'No client named'`,
    ])}), ${business ? sql`bu.located_in` : sql`j.district_code`}`,
    where: sql``,
  }
}

function conditionsOf(way: PlainWay): RawBuilder<unknown> {
  const column = (field: string) => columnOf(way.a, field)
  const levels = way.evidence === undefined ? [] : EVIDENCE_LEVELS.slice(EVIDENCE_LEVELS.indexOf(way.evidence))
  return sql.join(
    [
      ...way.is.map(([field, values]) => sql`and ${column(field)} = any(${[...values]}::text[])`),
      ...way.is_not.map(([field, values]) => sql`and ${column(field)} <> all(${[...values]}::text[])`),
      ...way.yes.map((field) => sql`and ${column(field)}`),
      ...way.at_least.map(([field, least]) => sql`and ${column(field)} >= ${least}`),
      ...way.blank_or_at_least.map(([field, least]) => sql`and (${column(field)} is null or ${column(field)} >= ${least})`),
      ...way.filled.map((field) => sql`and ${column(field)} is not null`),
      ...(way.noted_before === undefined ? [] : [sql`and ${column(way.noted_before)} < ${column(way.dated)}`]),
      ...(levels.length === 0 ? [] : [sql`and coalesce(r.evidence_level, 'self_declared') = any(${levels}::text[])`]),
    ],
    sql` `,
  )
}

function clientFilter(definition: Definition, way: PlainWay, ids: readonly string[]): RawBuilder<unknown> {
  const unit = unitRecord(definition.counts)
  if (unit === 'business') return sql`and r.business_id = any(${[...ids]}::uuid[])`
  if (unit === 'person') return sql`and r.person_id = any(${[...ids]}::uuid[])`
  if (way.a === 'capital_milestone' || way.a === 'capital_funding') return sql`and r.capital_project_id = any(${[...ids]}::uuid[])`
  return sql`and (r.business_id = any(${[...ids]}::uuid[]) or r.person_id = any(${[...ids]}::uuid[]))`
}

function queryOfWay(definition: Definition, way: PlainWay, scope: Scope): RawBuilder<unknown> {
  const { joins, columns, where } = unitOfWay(definition, way, scope.area_codes)
  const dated = columnOf(way.a, way.dated)
  const from = 'each_in_its_first_year' in definition.counts ? sql`` : sql`and ${dated} >= ${scope.from}`
  return sql`
    select ${columns}, ${way.a}, r.id, r.reference, ${dated}, ${amountOf(definition.counts, way)},
      ${way.a === 'attendance' ? sql`r.event_id` : sql`r.id`}
    from ${FROM[way.a] ?? sql`${sql.table(way.a)} r`} ${joins}
    where r.hub_id = ${scope.hub_id} and r.voided_at is null ${from} and ${dated} <= ${scope.to}
    ${conditionsOf(way)} ${where} ${scope.client_ids ? clientFilter(definition, way, scope.client_ids) : sql``}`
}

/** Units that a band or "once ever" keeps; every record of theirs stays evidence. */
function membership({ band, counts }: Definition, scope: Scope): RawBuilder<unknown> {
  if ('each_in_its_first_year' in counts)
    return sql`where unit_id in (select unit_id from qualifying group by unit_id having min("on") >= ${scope.from})`
  if (!band) return sql``
  const diagnostic = sql`bool_or(record_kind = 'diagnostic')`
  const minutes = sql`coalesce(sum(amount), 0)`
  const reaches = band.or_a_diagnostic
    ? sql`(${minutes} >= ${band.minutes_at_least} or ${diagnostic})`
    : sql`${minutes} >= ${band.minutes_at_least}`
  return sql`where unit_id in (
    select unit_id from (select distinct on (unit_id, record_kind, once) unit_id, record_kind, once, amount from qualifying) as each_once
    group by unit_id having ${reaches}
    ${band.minutes_below === undefined ? sql`` : sql`and ${minutes} < ${band.minutes_below}`}
    ${band.without_a_diagnostic ? sql`and not ${diagnostic}` : sql``})`
}

/**
 * The one query of a definition: a row (`EvidenceRow`) for every record that brings a unit in. The value, the list of
 * units, the proof of each and the months are readings of it; nobody writes a second one.
 */
export function evidence(definition: Definition, scope: Scope): RawBuilder<EvidenceRow> {
  const ways = definition.any_of.map((way) => queryOfWay(definition, plainWay(way), scope))
  return sql<EvidenceRow>`(
    with qualifying (unit_kind, unit_id, unit_reference, unit_name, unit_district, record_kind, record_id, reference, "on", amount, once)
      as (${sql.join(ways, sql` union all `)})
    select unit_kind, unit_id, unit_reference, unit_name, unit_district, record_kind, record_id, reference, "on", amount
    from qualifying ${membership(definition, scope)})`
}
