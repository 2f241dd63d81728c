import type { Db } from '@hubline/db/connection.ts'
import { prepared } from '@hubline/db/prepared.ts'
import type { Day } from '@hubline/domain/day.ts'
import type { RecordKind } from '@hubline/domain/imports/bundle-file.ts'
import { CATALOGUE } from '@hubline/domain/indicators/catalogue.ts'
import type { Definition } from '@hubline/domain/indicators/definition.ts'
import type { Seen } from '@hubline/domain/indicators/rule-in-words.ts'
import { unitRecord } from '@hubline/domain/indicators/rules.ts'
import { type Explanation, type Totals, explain } from '@hubline/domain/indicators/why.ts'
import { type Year, firstDay } from '@hubline/domain/years/year.ts'
import { type RawBuilder, sql } from 'kysely'
import { adviserOf } from './data-quality/parts.ts'
import { countedOn } from './counted-as.ts'
import { qualifying, recordsReadBy, scopeOf, unitCounts, unitsOfQualifying } from './evidence.ts'
import { RECORD_COLUMNS, type Scope } from './records.ts'
import { isNewlyRegistered } from './threshold.ts'
import { canCountIn, heldAgainst } from './why.ts'

/** Clients whose support came to half of a band's or a threshold's minutes are near it. */
const NEAR = 0.5

/** A client that nearly counts: one thing is lacking. */
export type Nearly = {
  id: string
  sorted_by: string
  about: 'business' | 'person'
  client_reference: string
  name: string
  key: string
  title: string
  explanation: Extract<Explanation<RecordKind>, { counted: false }>
}

type Row = Omit<Nearly, 'title' | 'explanation'> & {
  listed: number
  way: number | null
  kind: RecordKind
  reference: string
  on: Day | null
  failing: number[] | null
  seen: Seen
  minutes: number
  is_diagnosed: boolean
  needed: number | null
  lacking: string[] | null
}

type Question = {
  hub_id: string
  year: Year
  owner_id?: string
  page: { where: RawBuilder<unknown>; order: RawBuilder<unknown> }
}

const isRecord = ({ counts }: Definition) => ['record', 'referral'].includes(unitRecord(counts))
const unitOf = (definition: Definition) => (isRecord(definition) ? sql`t.unit_id, t.record_id` : sql`t.unit_id`)

/** What each row of `near` says after its unit, its figure and the minutes that are missing. */
const NO_RECORD = sql.raw("null::int, null::text, null::text, null::date, null::int[], '{}'::jsonb")
const QUALIFYING = sql`qualifying (unit_id, client_id, within_id, ${RECORD_COLUMNS})`

/** Work of the year that breaks one rule only, and one that can be put right, of units that do not count by other work. */
function byOneRule(definition: Definition, scope: Scope): RawBuilder<unknown> {
  const near = sql`read_by = ${recordsReadBy(definition)} and seen->>'state' is distinct from 'rejected'`
  return sql`
    select * from (select distinct on (${unitOf(definition)}) unit_id, ${definition.key}::text as key, 0 as missing, way, record_kind as kind, reference,
        "on", failing, seen, 0 as minutes, false as is_diagnosed, null::int as needed, null::text[] as lacking
      from trace t where ${near} ${isRecord(definition) ? sql`` : sql`and (t.unit_id in (${passing(definition, near, scope)})) is not true`}
      order by ${unitOf(definition)}, "on" desc) as near`
}

/** Clients of the rows `near` of the trace that have other work by which they count. */
function passing(definition: Definition, near: RawBuilder<unknown>, scope: Scope): RawBuilder<unknown> {
  const client_ids = sql`array(select c.id from ${sql.table(unitRecord(definition.counts))} c
    where c.hub_id = ${scope.hub_id} and c.counts_as_id in (select unit_id from trace where ${near}))`
  return sql`select client_id from (${qualifying(definition, { ...scope, client_ids })}) as ${QUALIFYING} where client_id is not null`
}

/** Units that have half of a band's minutes or more, and not all of them. Bands of one reading are told from one reading. */
const belowBands = ([first, ...others]: Group, scope: Scope): RawBuilder<unknown> => sql`
  select * from (
    with ${QUALIFYING} as not materialized (${qualifying(first, scope)}), unit as materialized (${unitsOfQualifying(first, scope)})
    ${sql.join(
      [first, ...others].map((definition) => {
        const least = sql.lit(definition.band?.minutes_at_least ?? 0)
        return sql`select unit_id, ${definition.key}::text as key, (${least} - amount)::integer as missing, ${NO_RECORD}, amount::integer as minutes, is_diagnosed, null::int, null::text[]
          from unit where (${unitCounts(definition, scope, undefined)}) is not true and amount >= ${least} * ${sql.lit(NEAR)} and amount < ${least}`
      }),
      sql` union all `,
    )}) as below`

/** Where only work before trading counts: not of those who traded before the year began. */
const mayStillStart = ({ any_of }: Definition, { hub_id, from }: Scope) =>
  any_of.every(({ while_not_trading }) => while_not_trading)
    ? sql`and not exists (select from person s where s.hub_id = ${hub_id} and s.id = client_id and s.trading_since < ${from})`
    : sql``

/** Units that have half of the minutes of a programme that still runs, or all of them and lack one thing else. */
function belowThresholds([first, ...others]: Group, scope: Scope): RawBuilder<unknown> {
  const each = [first, ...others].flatMap((definition) => {
    const { threshold } = definition
    if (!threshold) return []
    const months = threshold.registered_within_months
    return sql`
      select * from (select distinct on (client_id) client_id, ${definition.key}::text as key, greatest(needed - amount, 0)::integer as missing, ${NO_RECORD}, amount::integer as minutes,
          false as is_diagnosed, needed::integer, lacking
        from (${unitsOfQualifying(definition, scope)}) as unit where first_on is null
          and (cardinality(lacking) = 0 and amount >= needed * ${sql.lit(NEAR)} or cardinality(lacking) = 1 and amount >= needed)
          and exists (select from programme w where w.hub_id = ${scope.hub_id} and w.id = within_id and (w.ends_on is null or w.ends_on >= ${scope.from}))
          ${months === undefined ? sql`` : sql`and ${isNewlyRegistered(months, scope)}`} ${mayStillStart(definition, scope)}
        order by client_id, missing) as below`
  })
  return sql`select * from (with ${QUALIFYING} as materialized (${qualifying(first, scope)}) ${sql.join(each, sql` union all `)}) as below`
}

type Group = readonly [Definition, ...Definition[]]

const readTogether = (definitions: readonly Definition[]): Group[] =>
  [...Map.groupBy(definitions, recordsReadBy).values()].flatMap(([first, ...others]) =>
    first ? [[first, ...others] as const] : [],
  )

/** The nearly counting of one kind of client. */
function nearly(about: 'business' | 'person', scope: Scope, owner_id: string | undefined): RawBuilder<unknown> {
  const definitions = (scope.catalogue ?? CATALOGUE).filter(
    (definition) => canCountIn(definition, about) && (about === 'business' || unitRecord(definition.counts) === about),
  )
  const by_record = definitions.filter(({ band, threshold }) => !band && !threshold)
  const held = readTogether(by_record).flatMap(([definition]) =>
    definition.any_of.flatMap((_, at) => heldAgainst(definition, at, scope, { about })),
  )
  const near = [
    ...by_record.map((definition) => byOneRule(definition, scope)),
    ...readTogether(definitions.filter(({ band }) => (band?.minutes_at_least ?? 0) > 1)).map((group) =>
      belowBands(group, scope),
    ),
    ...readTogether(definitions.filter(({ threshold }) => threshold)).map((group) => belowThresholds(group, scope)),
  ]
  const name = about === 'business' ? sql`r.name` : sql`r.given_name || ' ' || r.family_name`
  return sql`(
    with trace as materialized (${sql.join(held, sql` union all `)}),
    near (unit_id, key, missing, way, kind, reference, "on", failing, seen, minutes, is_diagnosed, needed, lacking) as (${sql.join(near, sql` union all `)})
    select r.id, ${sql.lit(about)}::text as about, r.reference as client_reference, ${name} as name, near.*
    from near join ${sql.table(about)} r on r.hub_id = ${scope.hub_id} and r.id = near.unit_id
    where ${owner_id === undefined ? sql`true` : isKnownBestBy(about, scope, owner_id)})`
}

/** The client `r` is somebody's: first those whom they have had to do with, then whether nobody knows them better. */
function isKnownBestBy(about: 'business' | 'person', { hub_id }: Scope, owner_id: string): RawBuilder<unknown> {
  const column = sql.ref(`${about}_id`)
  return sql`(r.id in (select k.${column} from "case" k where k.hub_id = ${hub_id} and k.owner_id = ${owner_id}::uuid)
    or r.id in (select i.${column} from interaction i where i.hub_id = ${hub_id} and i.adviser_id = ${owner_id}::uuid))
    and ${adviserOf(about, sql`r.id`)} = ${owner_id}::uuid`
}

/**
 * Clients that nearly count in a year, the smallest fix first, and how many there are: one query. What breaks one rule
 * comes before what lacks minutes, and fewer minutes before more. `page` is over `sorted_by` and `id`.
 */
export async function nearlyCounting(
  db: Db,
  { hub_id, year, owner_id, page }: Question,
): Promise<{ listed: number; rows: Nearly[] }> {
  const scope = await scopeOf(db, { hub_id, year })
  const found = await sql<Row>`${prepared}
    with ${countedOn(scope)}, every as (
      select *, lpad(missing::text, 5, '0') || ' ' || name || ' ' || key || ' ' || coalesce(reference, '') as sorted_by
      from (${nearly('business', scope, owner_id)} union all ${nearly('person', scope, owner_id)}) as near),
    counted as (select count(*)::int as listed from every)
    select counted.listed, paged.* from counted left join lateral
      (select id, sorted_by, about, client_reference, name, key, way, kind, reference, "on"::text as "on", failing, seen, minutes, is_diagnosed, needed, lacking
      from every where ${page.where} ${page.order}) as paged on true`.execute(db)
  return {
    listed: found.rows[0]?.listed ?? 0,
    rows: found.rows.flatMap((row) => (row.id === null ? [] : inWords(row, year, scope.catalogue))),
  }
}

function inWords(
  { listed: _, way, failing, minutes, is_diagnosed, needed, lacking, ...row }: Row,
  year: Year,
  catalogue: readonly Definition[],
): Nearly[] {
  const definition = catalogue.find(({ key }) => key === row.key)
  if (!definition) return []
  const { kind, reference, on, seen, ...client } = row
  const first_on = definition.threshold ? null : (on ?? firstDay(year))
  const totals: Totals = { minutes, is_diagnosed, first_on, counts: false, needed, lacking }
  const held = { way: way ?? 0, kind, reference, on, failing: failing ?? [], seen }
  const explanation = explain(definition, { year, traces: [held], totals })
  return explanation.counted ? [] : [{ ...client, title: definition.title, explanation }]
}
