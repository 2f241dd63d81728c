import { CATALOGUE } from '@hubline/domain/indicators/catalogue.ts'
import type { Band, Definition, Threshold } from '@hubline/domain/indicators/definition.ts'
import { TOGETHER_REASONS } from '@hubline/domain/indicators/exclusion-reasons.ts'
import { unitRecord } from '@hubline/domain/indicators/rules.ts'
import { minutesInWords } from '@hubline/domain/minutes-in-words.ts'
import { type RawBuilder, sql } from 'kysely'
import { type UnitTable, clients } from '../counted-as.ts'
import { asksTogether, qualifying, recordsReadBy, unitsOfQualifying } from '../evidence.ts'
import { RECORD_COLUMNS, type Scope } from '../records.ts'
import { isNewlyRegistered, kindsShown } from '../threshold.ts'
import { EVIDENCE } from './proof-sheets.ts'
import { yearOfDay } from './row-parts.ts'

type Group = readonly [Definition, ...Definition[]]

/** "9 hours 30 minutes", of a number of minutes: the words of `minutesInWords`. */
export const minutesSql = (minutes: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  select concat_ws(' ', case when m >= 60 then m / 60 || case m / 60 when 1 then ' hour' else ' hours' end end,
    case when m % 60 > 0 or m < 60 then m % 60 || case m % 60 when 1 then ' minute' else ' minutes' end end)
  from (values ((${minutes})::integer)) as v (m))`

const tooFew = (needed: RawBuilder<unknown>) =>
  sql`${sql.lit(`${TOGETHER_REASONS.minutes}: `)} || ${minutesSql(sql`amount`)} || ' of the ' || ${needed} || ' needed'`

/** Of bands that exclude each other a unit falls short of the lowest that it does not reach: of those below it had enough. */
function belowBand({ minutes_at_least: least }: Band, bands: readonly Band[]): RawBuilder<unknown> {
  const below = Math.max(0, ...bands.map((band) => band.minutes_at_least).filter((other) => other < least))
  return sql`case when amount >= ${sql.lit(below)} and amount < ${sql.lit(least)} then ${tooFew(sql`${sql.lit(minutesInWords(least))}`)} end`
}

function belowThreshold(threshold: Threshold, scope: Scope): RawBuilder<unknown> {
  const { apart_from, registered_within_months: months, with: kinds = [] } = threshold
  const own = typeof threshold.minutes_at_least === 'number' ? threshold.minutes_at_least : undefined
  const used =
    apart_from && own !== undefined
      ? sql` || case when needed > ${sql.lit(own)} then ${sql.lit(`, ${minutesInWords(apart_from.minutes)} of them used up by ${apart_from.title}`)} else '' end`
      : sql``
  const lacks = kinds.map(
    (kind) => sql`case when ${sql.lit(kind)} = any(lacking) then ${sql.lit(TOGETHER_REASONS[kind])} end`,
  )
  const short = [sql`case when amount < needed then ${tooFew(minutesSql(sql`needed`))} ${used} end`, ...lacks]
  // A business of which no minute makes a new one is told that, not how many it lacks.
  const registered =
    months === undefined
      ? sql``
      : sql`when not ${isNewlyRegistered(months, scope)} then ${sql.lit(TOGETHER_REASONS.registered)}`
  return sql`case ${registered} when first_on is null then concat_ws('; ', ${sql.join(short)}) when first_on < ${scope.from}::date then ${countedIn} end`
}

const countedIn = sql`${sql.lit(`${TOGETHER_REASONS.already}: `)} || ${yearOfDay(sql`first_on`)}`

/** Of the rows of `unitsOfQualifying`, in words why one does not count, by what is asked of its records together. */
function reasonOf({ band, threshold, also_in }: Definition, bands: readonly Band[], scope: Scope): RawBuilder<unknown> {
  if (band) return belowBand(band, bands)
  if (threshold) return belowThreshold(threshold, scope)
  if (also_in)
    return sql`${sql.lit(`${TOGETHER_REASONS.elsewhere} ${also_in.map(({ key }) => key).join(' or ')}`)}::text`
  return sql`case when first_on < ${scope.from}::date then ${countedIn} end`
}

/**
 * The units of a definition that fall short, each with its last record of the year that could bring it in: with that it came
 * nearest. What is said of the units, their records and those that count (`settled`) is sorted by unit and told from one
 * pass: rows that the planner cannot tell the number of are not joined.
 */
function nearest(
  definition: Definition,
  { reason, settled, scope }: { reason: RawBuilder<unknown>; settled: readonly string[]; scope: Scope },
): RawBuilder<unknown> {
  const nothing = sql.raw(
    'null::uuid as client_id, null::uuid as within_id, null::text as record_kind, null::text as reference, null::date as "on"',
  )
  return sql`
    select ${definition.key}::text as keys, * from (
      select distinct on (unit_id) client_id, within_id, record_kind, reference, "on", max(reason) over one as reason,
        bool_or(has_begun) over one as has_begun, bool_or(counts) over one as counts
      from (
        select unit_id, ${nothing}, ${reason} as reason, ${definition.threshold ? sql`amount > 0` : sql`true`} as has_begun, false as counts
          from (${unitsOfQualifying(definition, scope)}) as unit
        union all
        select unit_id, client_id, within_id, record_kind, reference, "on", null, null, false from qualifying
          where "on" between ${scope.from}::date and ${scope.to}::date and record_kind = any(${kindsShown(definition)}::text[])
        union all
        select unit_id, ${nothing}, null, null, true from ${sql.ref(EVIDENCE)} where key = any(${[...settled]}::text[])
      ) as said window one as (partition by unit_id) order by unit_id, "on" desc nulls last, record_kind, reference) as last
    where record_kind is not null and reason is not null and not counts and (has_begun or record_kind in ('attendance', 'grant_award'))`
}

/** Definitions whose bands exclude each other: a unit that counts in one of them is left out by none. */
const bandsOf = (definition: Definition, catalogue: readonly Definition[]): Definition[] =>
  definition.pack === 'own' ? [definition] : catalogue.filter((other) => other.band && other.pack === definition.pack)

function shortOf([first, ...others]: Group, scope: Scope, catalogue: readonly Definition[]): RawBuilder<unknown> {
  const table = unitRecord(first.counts) as UnitTable
  const bands = first.band ? bandsOf(first, catalogue) : []
  const inBand = bands.map(({ key }) => key)
  const within = 'per' in first.counts ? sql.table(first.counts.per) : undefined
  const each = [first, ...others].map((definition) =>
    nearest(definition, {
      reason: reasonOf(
        definition,
        bands.flatMap(({ band }) => band ?? []),
        scope,
      ),
      settled: first.band ? [] : [definition.key],
      scope,
    }),
  )
  // Nearly all businesses reach a band: of those that do no record need be looked at again.
  const all = qualifying(first, scope)
  const asked = first.band
    ? sql`select * from (${all}) as q (unit_id, client_id, within_id, ${RECORD_COLUMNS}) where not exists (
        select from ${sql.ref(EVIDENCE)} e where e.unit_id = q.unit_id and e.key = any(${inBand}::text[]))`
    : all
  return sql`
    select record_kind as record, short.reference, keys, ${sql.lit(table)}::text as unit, u.reference as unit_reference, ${within ? sql`w.reference` : sql`null::text`} as within, "on", reason
    from (
      with ${sql.ref(`counted_${table}`)} as not materialized (${clients(table, scope)}),
      qualifying (unit_id, client_id, within_id, ${RECORD_COLUMNS}) as materialized (${asked})
      ${sql.join(each, sql` union all `)}) as short
    join ${sql.table(table)} u on u.hub_id = ${scope.hub_id} and u.id = short.client_id
    ${within ? sql`join ${within} w on w.hub_id = ${scope.hub_id} and w.id = short.within_id` : sql``}`
}

/**
 * Units that pass every rule of a record in the year and do not count, because of what is asked of all their records
 * together: a band or a threshold that they fall short of, a year in which they counted already, or another figure in which
 * they do not count. A row for each unit and figure with the record that came nearest: `record`, `reference`, `keys`, `unit`,
 * `unit_reference`, `within`, `on` and `reason`. Reads `EVIDENCE`.
 */
export function shortUnits(scope: Scope): RawBuilder<unknown>[] {
  const catalogue = scope.catalogue ?? CATALOGUE
  const together = catalogue.filter(
    (definition) => asksTogether(definition) && unitRecord(definition.counts) !== 'record',
  )
  const groups = Map.groupBy(together, (definition) =>
    definition.band && definition.pack === 'own'
      ? definition.key
      : `${recordsReadBy(definition)} ${definition.band !== undefined}`,
  )
  return [...groups.values()].flatMap(([first, ...others]) =>
    first ? [shortOf([first, ...others], scope, catalogue)] : [],
  )
}
