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
export type Scope = {
  hub_id: string
  area_codes: readonly string[]
  from: Day
  to: Day
  client_ids?: readonly string[]
}

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
  return way.a === 'interaction' || way.a === 'attendance'
    ? sql`${columnOf(way.a, 'minutes')}::numeric`
    : sql`null::numeric`
}

/** What a way gives before its client is looked up, where a client or a project is what counts. */
type UnitTable = 'business' | 'person' | 'capital_project'

/** The clients or projects that records lead to, each at the end of its merge chain, once for all ways. */
function unitsOfRecords(
  definition: Definition,
  table: UnitTable,
  records: RawBuilder<unknown>,
  area_codes: readonly string[],
): RawBuilder<unknown> {
  const anonymous = 'or_anonymous' in definition.counts
  const join = sql.raw(anonymous ? 'left join' : 'join')
  const area =
    definition.in_area && area_codes.length > 0
      ? sql`and (u.located_in is null or u.located_in = any(${[...area_codes]}::text[]))`
      : sql``
  const found =
    table === 'capital_project'
      ? sql`join capital_project u on u.hub_id = r.hub_id and u.id = r.client_id`
      : sql`${join} ${sql.table(table)} c on c.hub_id = r.hub_id and c.id = r.client_id
      ${join} ${sql.table(table)} u on u.hub_id = c.hub_id and u.id = c.counts_as_id`
  const columns = anonymous
    ? sql`case when u.id is null then 'survey_response' else 'business' end, coalesce(u.id, r.record_id), coalesce(u.reference, r.reference),
        coalesce(u.name, 'Anonymous'), u.located_in`
    : sql`${sql.lit(table)}, u.id, u.reference, ${table === 'person' ? sql`u.given_name || ' ' || u.family_name` : sql`u.name`},
        ${sql.ref(table === 'capital_project' ? 'u.district_code' : 'u.located_in')}`
  return sql`
    select ${columns}, r.record_kind, r.record_id, r.reference, r."on", r.amount, r.once
    from (${records}) as r (hub_id, client_id, must_not_trade, record_kind, record_id, reference, "on", amount, once) ${found}
    where u.voided_at is null ${area}
      ${table === 'person' ? sql`and (not r.must_not_trade or u.trading_since is null or u.trading_since > r."on")` : sql``}`
}

/** Where each record is itself a unit (a referral, a post, a payment, a score) it goes by the name of its client. */
function recordAsUnit(way: PlainWay): { joins: RawBuilder<unknown>; columns: RawBuilder<unknown> } {
  const business = way.a !== 'capital_funding'
  const person = business && way.a !== 'grant_award' && way.a !== 'skills_review'
  const project = way.a === 'outcome' || way.a === 'capital_funding'
  return {
    joins: sql`
      ${
        business
          ? sql`left join business b on b.hub_id = r.hub_id and b.id = r.business_id
        left join business bu on bu.hub_id = b.hub_id and bu.id = b.counts_as_id`
          : sql``
      }
      ${person ? sql`left join person n on n.hub_id = r.hub_id and n.id = r.person_id` : sql``}
      ${project ? sql`left join capital_project j on j.hub_id = r.hub_id and j.id = r.capital_project_id` : sql``}`,
    columns: sql`${way.a}, r.id, r.reference, coalesce(${sql.join([
      ...(business ? [sql`bu.name`] : []),
      ...(person ? [sql`n.given_name || ' ' || n.family_name`] : []),
      ...(project ? [sql`j.name`] : []),
      sql`'No client named'`,
    ])}), ${business ? sql`bu.located_in` : sql`j.district_code`}`,
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
      ...way.blank_or_at_least.map(
        ([field, least]) => sql`and (${column(field)} is null or ${column(field)} >= ${least})`,
      ),
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
  if (way.a === 'capital_milestone' || way.a === 'capital_funding')
    return sql`and r.capital_project_id = any(${[...ids]}::uuid[])`
  return sql`and (r.business_id = any(${[...ids]}::uuid[]) or r.person_id = any(${[...ids]}::uuid[]))`
}

function recordsOfWay(definition: Definition, way: PlainWay, scope: Scope): RawBuilder<unknown> {
  const unit = unitRecord(definition.counts)
  const isOwnUnit = unit === 'record' || unit === 'referral'
  const own = isOwnUnit ? recordAsUnit(way) : undefined
  const dated = columnOf(way.a, way.dated)
  const from = 'each_in_its_first_year' in definition.counts ? sql`` : sql`and ${dated} >= ${scope.from}`
  return sql`
    select ${own ? own.columns : sql`r.hub_id, ${sql.ref(`r.${unit}_id`)}, ${sql.lit(way.while_not_trading)}`}, ${sql.lit(way.a)}, r.id, r.reference, ${dated},
      ${amountOf(definition.counts, way)}, ${way.a === 'attendance' ? sql`r.event_id` : sql`r.id`}
    from ${FROM[way.a] ?? sql`${sql.table(way.a)} r`} ${own ? own.joins : sql``}
    where r.hub_id = ${scope.hub_id} and r.voided_at is null ${from} and ${dated} <= ${scope.to}
    ${conditionsOf(way)} ${scope.client_ids ? clientFilter(definition, way, scope.client_ids) : sql``}`
}

const COLUMN_NAMES = sql.raw(
  'unit_kind, unit_id, unit_reference, unit_name, unit_district, record_kind, record_id, reference, "on", amount, once',
)

/** Every record of the scope that meets a way's conditions, with what it leads to. */
function qualifying(definition: Definition, scope: Scope): RawBuilder<unknown> {
  const ways = definition.any_of.map((way) => recordsOfWay(definition, plainWay(way), scope))
  const records = sql.join(ways, sql` union all `)
  const unit = unitRecord(definition.counts)
  return unit === 'record' || unit === 'referral'
    ? records
    : unitsOfRecords(definition, unit, records, scope.area_codes)
}

/** Units that count, from rows named `qualifying`: what a band or "once ever" asks of all records of a unit together. */
function units({ band, counts }: Definition, scope: Scope): RawBuilder<unknown> {
  const plain = sql`select unit_kind, unit_id, min("on") as first_on, max(amount) as amount from qualifying group by unit_kind, unit_id`
  if ('each_in_its_first_year' in counts) return sql`${plain} having min("on") >= ${scope.from}`
  if (!band) return plain
  const diagnostic = sql`bool_or(record_kind = 'diagnostic')`
  const minutes = sql`coalesce(sum(amount), 0)`
  const least = sql`${minutes} >= ${band.minutes_at_least}`
  // An event gives its minutes once, however many people of a business came.
  return sql`
    select unit_kind, unit_id, min("on") as first_on, sum(amount) as amount
    from (select unit_kind, unit_id, record_kind, once, min("on") as "on", max(amount) as amount from qualifying
      group by unit_kind, unit_id, record_kind, once) as each_once
    group by unit_kind, unit_id
    having ${band.or_a_diagnostic ? sql`(${least} or ${diagnostic})` : least}
      ${band.minutes_below === undefined ? sql`` : sql`and ${minutes} < ${band.minutes_below}`}
      ${band.without_a_diagnostic ? sql`and not ${diagnostic}` : sql``}`
}

/**
 * The one query of a definition: a row (`EvidenceRow`) for every record that brings a unit in. The value, the list of
 * units, the proof of each and the months are readings of it; nobody writes a second one.
 */
export function evidence(definition: Definition, scope: Scope): RawBuilder<EvidenceRow> {
  const everyUnit = !definition.band && !('each_in_its_first_year' in definition.counts)
  return sql<EvidenceRow>`(
    with qualifying (${COLUMN_NAMES}) as (${qualifying(definition, scope)})
    select ${COLUMN_NAMES} from qualifying
    ${everyUnit ? sql`` : sql`where unit_id in (select unit_id from (${units(definition, scope)}) as counted)`})`
}

/**
 * The units alone of definitions that ask the same of the same records and differ in their bands: the records are read
 * once. Gives rows of `key`, and of each unit the day on which it first qualified (`first_on`) and its `amount`.
 */
export function countedUnits(definitions: readonly [Definition, ...Definition[]], scope: Scope): RawBuilder<unknown> {
  const each = definitions.map(
    (definition) => sql`select ${definition.key}::text as key, counted.* from (${units(definition, scope)}) as counted`,
  )
  return sql`(with qualifying (${COLUMN_NAMES}) as (${qualifying(definitions[0], scope)}) ${sql.join(each, sql` union all `)})`
}

/** Definitions with the same name here read the same records. */
export const recordsReadBy = ({ any_of, counts, in_area }: Definition): string =>
  JSON.stringify([any_of, counts, in_area ?? false])
