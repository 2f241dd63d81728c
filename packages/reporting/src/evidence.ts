import type { Db } from '@hubline/db/connection.ts'
import type { Band, Definition } from '@hubline/domain/indicators/definition.ts'
import type { Day } from '@hubline/domain/day.ts'
import { type PlainWay, plainWay } from '@hubline/domain/indicators/plain-way.ts'
import { unitRecord } from '@hubline/domain/indicators/rules.ts'
import { type Year, firstDay, lastDay } from '@hubline/domain/years/year.ts'
import { type RawBuilder, sql } from 'kysely'
import { type UnitTable, clients, unlessApart } from './counted-as.ts'
import { catalogueOf } from './hub-catalogue.ts'
import { inArea, notTrading, smallOrMedium } from './rule-sql.ts'
import { isNewlyRegistered, kindsShown, unitsOverThreshold } from './threshold.ts'
import type { ReadTogether } from './read-together.ts'
import { RECORD_COLUMNS, type Scope, recordAsUnit, recordsOf } from './records.ts'

/** The scope of a year in a hub, with the definitions that it counts that year by. */
export async function scopeOf(
  db: Db,
  { hub_id, year, event_id, category }: { hub_id: string; year: Year; event_id?: string; category?: string },
): Promise<Scope & { catalogue: readonly Definition[] }> {
  const catalogue = await catalogueOf(db, { hub_id, year })
  const hub = await db.selectFrom('hub').select('area_codes').where('hub_id', '=', hub_id).executeTakeFirst()
  const narrowed = {
    ...(event_id === undefined ? {} : { event_id }),
    ...(category === undefined ? {} : { category }),
  }
  return { hub_id, area_codes: hub?.area_codes ?? [], from: firstDay(year), to: lastDay(year), catalogue, ...narrowed }
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
  /** The day on which the unit qualified, where that is not the record's own. */
  qualified_on: Day
  /** The course, survey or programme for which the unit counts, by its reference; null where it counts once. */
  unit_within: string | null
  /** Minutes, or what a sum adds up: hours of a 30-hour week, the share of a week, pence, or a score. */
  amount: string | null
}

/** What a unit counts once for, where that is not the year alone. */
export function withinOf({ counts }: Definition): RawBuilder<unknown> {
  if (!('per' in counts)) return sql`null::uuid`
  return { programme: sql`g.id`, course: sql`r.course_id`, survey: sql`r.survey_id` }[counts.per]
}

/** The unit of a client: itself, or itself together with what it counts once for, always by the same id. */
const unitWithin = ({ counts }: Definition): RawBuilder<unknown> =>
  'per' in counts ? sql`md5(c.unit_id::text || r.within_id::text)::uuid` : sql`c.unit_id`

/** What a definition asks of the units `c` that its records lead to. */
function unitConditions({ in_area, sme }: Definition, { hub_id, area_codes }: Scope): RawBuilder<unknown> {
  const area = in_area && area_codes.length > 0 ? sql`and ${inArea(sql`c.located_in`, area_codes)}` : sql``
  const small = sql`and exists (select from business m where m.hub_id = ${hub_id} and m.id = c.unit_id and ${smallOrMedium(sql`m.employees_fte`)})`
  return sql`${area} ${sme ? small : sql``}`
}

/** How records `r` come to their units `c`, and what holds of those that do. */
function unitsJoined(table: UnitTable, isAnonymous: boolean, isWhole: boolean) {
  const named = isAnonymous ? sql`(r.client_id is null or c.unit_id is not null)` : sql`c.unit_id is not null`
  if (isWhole && table === 'business') return { join: unlessApart(), holds: named }
  return {
    join: sql`${sql.raw(isAnonymous ? 'left join' : 'join')} ${sql.table(`counted_${table}`)} c on c.client_id = r.client_id`,
    holds: named,
  }
}

/** The clients or projects that records lead to; `isWhole` where all of a hub's are asked about, not a few. */
function unitsOfRecords(
  definition: Definition,
  table: UnitTable,
  scope: Scope,
  { ways, isWhole }: { ways: readonly PlainWay[]; isWhole: boolean },
): RawBuilder<unknown> {
  const unit = (way: PlainWay) => ({
    unit: sql`${sql.ref(`r.${table}_id`)}, ${sql.lit(way.while_not_trading)}, ${withinOf(definition)}`,
  })
  const records = recordsOf(definition, scope, unit, ways)
  const isAnonymous = 'or_anonymous' in definition.counts
  const { join, holds } = unitsJoined(table, isAnonymous, isWhole)
  return sql`
    select ${isAnonymous ? sql`coalesce(${unitWithin(definition)}, r.record_id)` : unitWithin(definition)}, c.unit_id, r.within_id, r.record_kind, r.record_id, r.reference, r."on", r.amount, r.once
    from (${records}) as r (client_id, must_not_trade, within_id, ${RECORD_COLUMNS})
      ${join}
    where ${holds} ${unitConditions(definition, scope)}
      ${table === 'person' ? sql`and (not r.must_not_trade or ${notTrading(sql`c.trading_since`, sql`r."on"`)})` : sql``}`
}

/**
 * Every record that may bring a unit in, with that unit: the rows of `qualifying` below. Where records are read together
 * with those of other figures, a row stands for all of a business.
 */
export function qualifying(definition: Definition, scope: Scope, together?: ReadTogether): RawBuilder<unknown> {
  const unit = unitRecord(definition.counts)
  if (unit === 'record' || unit === 'referral')
    return recordsOf(definition, scope, () => ({ unit: sql`r.id, null::uuid, null::uuid` }))
  const ways = definition.any_of.map((way) => ({ way: plainWay(way), summed: together?.(definition, plainWay(way)) }))
  const alone = ways.flatMap(({ way, summed }) => (summed ? [] : [way]))
  const summedUp = ways.flatMap(({ way, summed }) =>
    summed
      ? sql`select c.unit_id, c.unit_id, null::uuid, ${sql.lit(way.a)}, null::uuid, null::text, ${summed.on}, ${summed.amount}, null::uuid
          from (select *, coalesce(other_id, client_id) as unit_id from ${summed.table}) as c where ${summed.on} is not null ${unitConditions(definition, scope)}`
      : [],
  )
  return sql.join(
    [
      ...summedUp,
      ...(alone.length === 0
        ? []
        : [unitsOfRecords(definition, unit, scope, { ways: alone, isWhole: together !== undefined })]),
    ],
    sql` union all `,
  )
}

/**
 * From rows named `qualifying`, each unit once: the day on which it first qualified, its amount, and where bands are
 * asked for whether it had a diagnostic. An event gives its minutes once, however many people of a business came.
 */
export function unitsOfQualifying(definition: Definition, scope: Scope): RawBuilder<unknown> {
  const { band, threshold, counts } = definition
  if (threshold) return unitsOverThreshold(definition, threshold, scope)
  const client = 'per' in counts ? sql`, client_id` : sql``
  // A unit has one client: of both, the planner expects many more than the two hundred that it would of one.
  if (!band)
    return sql`select unit_id ${client}, min("on") as first_on, max(amount) as amount from qualifying group by unit_id, client_id`
  return sql`
    select unit_id, min("on") as first_on, coalesce(sum(amount), 0) as amount, bool_or(record_kind = 'diagnostic') as is_diagnosed
    from (
      select unit_id, client_id, record_kind, "on", amount from qualifying where record_kind <> 'attendance'
      union all
      select unit_id, client_id, record_kind, min("on"), max(amount) from qualifying where record_kind = 'attendance'
        group by unit_id, client_id, record_kind, once
    ) as each_once group by unit_id, client_id`
}

/** The ids of the units of which one must also be, where a definition asks for that. */
type Elsewhere = RawBuilder<unknown> | undefined

/** Definitions that another one names, as the hub counts them in the year of the scope. */
export const asCounted = (named: readonly Definition[], { catalogue = [] }: Scope): readonly Definition[] =>
  named.map((definition) => catalogue.find(({ key }) => key === definition.key) ?? definition)

/** Units that count in one of these definitions. Stands in a statement that names the tables of `countedOn`. */
export function unitsOfAny(definitions: readonly Definition[] | undefined, scope: Scope): Elsewhere {
  if (!definitions) return undefined
  const together = [...Map.groupBy(asCounted(definitions, scope), recordsReadBy).values()].flatMap(
    ([first, ...others]) =>
      first ? [sql`select unit_id from ${countedUnits([first, ...others], scope)} as elsewhere`] : [],
  )
  return sql.join(together, sql` union all `)
}

/** Which of the rows named `unit` count: what a band or "once ever" asks of all records of a unit together. */
export function unitCounts(
  { band, counts, threshold }: Definition,
  scope: Scope,
  also: Elsewhere,
): RawBuilder<unknown> {
  if (threshold?.registered_within_months !== undefined)
    return sql`first_on >= ${scope.from} and ${isNewlyRegistered(threshold.registered_within_months, scope)}`
  return sql.join(
    [
      sql`true`,
      ...('each_in_its_first_year' in counts ? [sql`first_on >= ${scope.from}`] : []),
      ...(also ? [sql`unit_id in (${also})`] : []),
      ...(band ? withinBand(band) : []),
    ],
    sql` and `,
  )
}

const withinBand = (band: Band): RawBuilder<unknown>[] => {
  const least = sql`amount >= ${band.minutes_at_least}`
  return [
    band.or_a_diagnostic ? sql`(${least} or is_diagnosed)` : least,
    ...(band.minutes_below === undefined ? [] : [sql`amount < ${band.minutes_below}`]),
    ...(band.without_a_diagnostic ? [sql`not is_diagnosed`] : []),
  ]
}

/** How a unit `u` is called, and where it lies. */
const calledOf = (unit: UnitTable) => ({
  name: unit === 'person' ? sql`u.given_name || ' ' || u.family_name` : sql`coalesce(u.name, 'Anonymous')`,
  district: unit === 'capital_project' ? sql`u.district_code` : sql`u.located_in`,
})

/** Whose units are clients or projects themselves, each with all its records: their units can be told without their records. */
export function clientsCounted({ counts, threshold }: Definition): UnitTable | undefined {
  const unit = unitRecord(counts)
  if (unit === 'record' || unit === 'referral') return undefined
  return 'per' in counts || 'or_anonymous' in counts || threshold ? undefined : unit
}

/**
 * The units of a definition as its `evidence` has them, without the records: rows of `unit_kind`, `unit_id`, `unit_reference`,
 * `unit_name`, `unit_district` and `first_on`. Stands in a statement that names the tables of `countedOn`.
 */
export const unitsByName = (
  definition: Definition,
  scope: Scope,
  unit: UnitTable,
  together: ReadTogether,
): RawBuilder<unknown> => sql`
  select ${sql.lit(unit)} as unit_kind, u.id as unit_id, u.reference as unit_reference, ${calledOf(unit).name} as unit_name,
    ${calledOf(unit).district} as unit_district, counted.first_on
  from ${countedUnits([definition], scope, { together })} as counted join ${sql.table(unit)} u on u.hub_id = ${scope.hub_id} and u.id = counted.unit_id`

/** A scope narrowed to the clients that count as one of some units, which `ids` selects. */
export function narrowedTo(scope: Scope, unit: UnitTable, ids: RawBuilder<unknown>): Scope {
  const merged = sql`union all select m.id from ${sql.table(unit)} m
    where m.hub_id = ${scope.hub_id} and m.merged_into_id is not null and m.counts_as_id in (${ids})`
  return { ...scope, client_ids: sql`array(${ids} ${unit === 'capital_project' ? sql`` : merged})` }
}

/**
 * The one query of a definition: a row (`EvidenceRow`) for every record that brings a unit in. The value, the list of
 * units, the proof of each and the months are readings of it; nobody writes a second one.
 */
export function evidence(definition: Definition, scope: Scope): RawBuilder<EvidenceRow> {
  const unit = unitRecord(definition.counts)
  if (unit === 'record' || unit === 'referral')
    return sql<EvidenceRow>`(
      select * from (${recordsOf(definition, scope, recordAsUnit)})
        as record (unit_kind, unit_id, unit_reference, unit_name, unit_district, ${RECORD_COLUMNS}), lateral (values ("on", null::text)) as within (qualified_on, unit_within))`
  const everyUnit = !asksTogether(definition)
  const also = unitsOfAny(definition.also_in, scope)
  const units = sql`select unit_id, first_on from (${unitsOfQualifying(definition, scope)}) as unit where ${unitCounts(definition, scope, also)}`
  const counted = definition.threshold
    ? sql`join (${units}) as reached on reached.unit_id = q.unit_id and q."on" <= reached.first_on and q.record_kind = any(${kindsShown(definition)}::text[])`
    : sql`where q.unit_id in (select unit_id from (${units}) as unit)`
  const isAnonymous = 'or_anonymous' in definition.counts
  const per = 'per' in definition.counts ? definition.counts.per : undefined
  const { name, district } = calledOf(unit)
  return sql<EvidenceRow>`(
    with ${sql.ref(`counted_${unit}`)} as not materialized (${clients(unit, scope)}), qualifying (unit_id, client_id, within_id, ${RECORD_COLUMNS}) as (${qualifying(definition, scope)})
    select ${isAnonymous ? sql`case when u.id is null then q.record_kind else ${sql.lit(unit)} end` : sql.lit(unit)} as unit_kind, q.unit_id,
      coalesce(u.reference, q.reference) as unit_reference, ${per ? sql`${name} || ' (' || ${per === 'programme' ? sql`w.name` : sql`w.title`} || ')'` : name} as unit_name,
      ${district} as unit_district, q.record_kind, q.record_id, q.reference, q."on", q.amount,
      ${definition.threshold ? sql`reached.first_on` : sql`q."on"`} as qualified_on, ${per ? sql`w.reference` : sql`null::text`} as unit_within
    from qualifying q ${sql.raw(isAnonymous ? 'left join' : 'join')} ${sql.table(unit)} u on u.hub_id = ${scope.hub_id} and u.id = q.client_id
      ${per ? sql`join ${sql.table(per)} w on w.hub_id = ${scope.hub_id} and w.id = q.within_id` : sql``} ${everyUnit ? sql`` : counted})`
}

/**
 * The units alone of definitions that ask the same of the same records and differ in their bands: the records are read
 * once. Gives rows of `key` and `unit_id`, and of each unit the day on which it first qualified (`first_on`) and its
 * `amount`. Stands in a statement that names the tables of `countedOn`.
 */
export function countedUnits(
  definitions: readonly [Definition, ...Definition[]],
  scope: Scope,
  { elsewhere = unitsOfAny, together }: { elsewhere?: typeof unitsOfAny; together?: ReadTogether } = {},
): RawBuilder<unknown> {
  const [first] = definitions
  const each = definitions.map(
    (definition) =>
      sql`select ${definition.key}::text as key, unit_id, first_on, amount from unit where ${unitCounts(definition, scope, elsewhere(definition.also_in, scope))}`,
  )
  if (first.threshold)
    return sql`(
    with qualifying (unit_id, client_id, within_id, ${RECORD_COLUMNS}) as materialized (${qualifying(first, scope)})
    ${sql.join(
      definitions.map(
        (definition) =>
          sql`select ${definition.key}::text as key, unit_id, first_on, amount from (${unitsOfQualifying(definition, scope)}) as unit where ${unitCounts(definition, scope, undefined)}`,
      ),
      sql` union all `,
    )})`
  return sql`(
    with qualifying (unit_id, client_id, within_id, ${RECORD_COLUMNS}) as not materialized (${qualifying(first, scope, together)}), unit as (${unitsOfQualifying(first, scope)})
    ${sql.join(each, sql` union all `)})`
}

/** Whether what counts depends on all records of a unit together. */
export const asksTogether = ({ band, counts, also_in }: Definition): boolean =>
  band !== undefined || 'each_in_its_first_year' in counts || also_in !== undefined

/** Definitions with the same name here read the same records. */
export const recordsReadBy = ({ any_of, counts, in_area, sme }: Definition): string =>
  JSON.stringify([any_of, counts, in_area ?? false, sme ?? false])
