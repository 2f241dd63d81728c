import type { Db } from '@hubline/db/connection.ts'
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
import { recordsReadBy, scopeOf } from './evidence.ts'
import type { Scope } from './records.ts'
import { canCountIn, heldAgainst, totalsOf } from './why.ts'

/** Clients whose support came to half of a band's minutes are near it. */
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
}

type Question = {
  hub_id: string
  year: Year
  owner_id?: string
  page: { where: RawBuilder<unknown>; order: RawBuilder<unknown> }
}

/** Work of the year that breaks one rule only, and one that can be put right. */
const byOneRule = (definition: Definition): RawBuilder<unknown> => sql`
  select * from (select distinct on (${unitOf(definition)}) unit_id, ${definition.key}::text as key, 0 as missing, way, record_kind as kind, reference,
      "on", failing, seen, 0 as minutes, false as is_diagnosed
    from trace t where read_by = ${recordsReadBy(definition)} and cardinality(failing) = 1 and failing <@ mendable and seen->>'state' is distinct from 'rejected'
      ${
        isRecord(definition)
          ? sql``
          : sql`and not exists (select from trace p where p.read_by = t.read_by and p.unit_id = t.unit_id and p.failing = '{}')`
      }
    order by ${unitOf(definition)}, "on" desc) as near`

const isRecord = ({ counts }: Definition) => ['record', 'referral'].includes(unitRecord(counts))
const unitOf = (definition: Definition) => (isRecord(definition) ? sql`t.unit_id, t.record_id` : sql`t.unit_id`)

/** Units that have half of a band's minutes or more, and not all of them. */
const belowBand = (definition: Definition, scope: Scope): RawBuilder<unknown>[] => {
  const least = definition.band?.minutes_at_least ?? 0
  if (least <= 1) return []
  return [
    sql`select unit_id, key, ${sql.lit(least)} - minutes, null::int, null::text, null::text, null::date, null::int[], '{}'::jsonb, minutes, is_diagnosed
      from ${totalsOf(definition, scope)} as t where not counts and minutes >= ${sql.lit(least * NEAR)} and minutes < ${sql.lit(least)}`,
  ]
}

/** The nearly counting of one kind of client. */
function nearly(about: 'business' | 'person', scope: Scope): RawBuilder<unknown> {
  const definitions = (scope.catalogue ?? CATALOGUE).filter(
    (definition) => canCountIn(definition, about) && (about === 'business' || unitRecord(definition.counts) === about),
  )
  const read = [...Map.groupBy(definitions, recordsReadBy).values()].flatMap(([first]) => first ?? [])
  const held = read.flatMap((definition) =>
    definition.any_of.flatMap((_, at) => heldAgainst(definition, at, scope, { about })),
  )
  const near = definitions.flatMap((definition) =>
    definition.band ? belowBand(definition, scope) : [byOneRule(definition)],
  )
  const name = about === 'business' ? sql`r.name` : sql`r.given_name || ' ' || r.family_name`
  return sql`(
    with trace as materialized (${sql.join(held, sql` union all `)}), near as (${sql.join(near, sql` union all `)})
    select r.id, ${sql.lit(about)}::text as about, r.reference as client_reference, ${name} as name, ${adviserOf(about, sql`r.id`)} as owner_id,
      near.key, near.missing, near.way, near.kind, near.reference, near."on", near.failing, near.seen, near.minutes, near.is_diagnosed
    from near join ${sql.table(about)} r on r.hub_id = ${scope.hub_id} and r.id = near.unit_id)`
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
  const found = await sql<Row>`
    with every as (
      select *, lpad(missing::text, 5, '0') || ' ' || name || ' ' || key || ' ' || coalesce(reference, '') as sorted_by
      from (${nearly('business', scope)} union all ${nearly('person', scope)}) as near
      where ${owner_id === undefined ? sql`true` : sql`owner_id = ${owner_id}::uuid`}),
    counted as (select count(*)::int as listed from every)
    select counted.listed, paged.* from counted left join lateral
      (select id, sorted_by, about, client_reference, name, key, way, kind, reference, "on"::text as "on", failing, seen, minutes, is_diagnosed
      from every where ${page.where} ${page.order}) as paged on true`.execute(db)
  return {
    listed: found.rows[0]?.listed ?? 0,
    rows: found.rows.flatMap((row) => (row.id === null ? [] : inWords(row, year, scope.catalogue))),
  }
}

function inWords(
  { listed: _, way, failing, minutes, is_diagnosed, ...row }: Row,
  year: Year,
  catalogue: readonly Definition[],
): Nearly[] {
  const definition = catalogue.find(({ key }) => key === row.key)
  if (!definition) return []
  const { kind, reference, on, seen, ...client } = row
  const totals: Totals = { minutes, is_diagnosed, first_on: on ?? firstDay(year), counts: false }
  const held = { way: way ?? 0, kind, reference, on, failing: failing ?? [], seen }
  const explanation = explain(definition, { year, traces: [held], totals })
  return explanation.counted ? [] : [{ ...client, title: definition.title, explanation }]
}
