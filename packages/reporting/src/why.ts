import type { Db } from '@hubline/db/connection.ts'
import type { DB } from '@hubline/db/schema.ts'
import type { RecordKind } from '@hubline/domain/imports/bundle-file.ts'
import type { Definition } from '@hubline/domain/indicators/definition.ts'
import { type PlainWay, plainWay } from '@hubline/domain/indicators/plain-way.ts'
import type { SpokenOf } from '@hubline/domain/indicators/language.ts'
import { type Rule, canMend, rulesOf, unitRecord } from '@hubline/domain/indicators/rules.ts'
import { type Explanation, type Totals, type Trace, explain } from '@hubline/domain/indicators/why.ts'
import type { Year } from '@hubline/domain/years/year.ts'
import { type RawBuilder, sql } from 'kysely'
import { type TableOf, columnOf, readFrom } from './columns.ts'
import { asCounted, asksTogether, recordsReadBy, scopeOf, unitCounts, unitsOfQualifying, withinOf } from './evidence.ts'
import { lacksItsDay, mayLieBefore } from './missing-days.ts'
import { type Scope, amountOf } from './records.ts'
import { type Around, anyRuleSql, ruleSql } from './rule-sql.ts'

/** Of whom or what people ask why it counts. */
export const ASKED_ABOUT = ['business', 'person', 'capital_project', 'outcome'] as const
export type AskedAbout = (typeof ASKED_ABOUT)[number]

type Client = Exclude<AskedAbout, 'outcome'>
type ClientsOf<R extends keyof DB> = { [C in Client]: `${C}_id` extends keyof DB[R] ? C : never }[Client]

/** Whom records of a kind can be about. */
const CLIENTS: { readonly [R in SpokenOf]: readonly ClientsOf<TableOf<R>>[] } = {
  business: ['business'],
  interaction: ['business', 'person'],
  diagnostic: ['business', 'person'],
  referral: ['business', 'person'],
  attendance: ['business', 'person'],
  grant_award: ['business'],
  skills_review: ['business'],
  enquiry: ['business', 'person'],
  partner_support: ['business', 'person'],
  participation: ['business', 'person'],
  outcome: ['business', 'person', 'capital_project'],
  capital_funding: ['capital_project'],
  capital_milestone: ['capital_project'],
  survey_response: ['business', 'person'],
}

const concerns = (way: PlainWay, about: AskedAbout) =>
  about === 'outcome' ? way.a === 'outcome' : (CLIENTS[way.a] as readonly Client[]).includes(about)

/** Whether it can be the unit of a definition, or what one of its units is about. */
export function canCountIn(definition: Definition, about: AskedAbout): boolean {
  const unit = unitRecord(definition.counts)
  const isUnit = unit === about || unit === 'record' || (unit === 'referral' && about !== 'outcome')
  return isUnit && definition.any_of.some((way) => concerns(plainWay(way), about))
}

/** Without `ids`: everyone, and only what is of the year and breaks one rule only, that can be put right. */
type Subject = { about: AskedAbout; ids?: readonly string[] }

const among = (id: RawBuilder<unknown>, ids: readonly string[] | undefined) =>
  ids === undefined ? sql`true` : sql`${id} = any(${[...ids]}::uuid[])`

/** The tables of whom a record is about, and that client as it counts: at the end of its merges. */
export function clientOf({
  about,
  ids,
}: Subject): Omit<Around, 'from' | 'to' | 'area_codes'> & Record<'joins' | 'unit' | 'where', RawBuilder<unknown>> {
  const nothing = {
    voided_at: sql`null::timestamptz`,
    district: sql`null::text`,
    trading_since: sql`null::date`,
    employees: sql`null::numeric`,
  }
  if (about === 'outcome') return { ...nothing, joins: sql``, unit: sql`r.id`, where: among(sql`r.id`, ids) }
  const id = sql.ref(`r.${about}_id`)
  const counts_as = about === 'capital_project' ? sql`c.id` : sql`c.counts_as_id`
  return {
    joins: sql`join ${sql.table(about)} c on c.hub_id = r.hub_id and c.id = ${id}
      join ${sql.table(about)} u on u.hub_id = c.hub_id and u.id = ${counts_as}`,
    unit: sql`u.id`,
    where: among(id, ids),
    voided_at: sql`u.voided_at`,
    district: about === 'capital_project' ? sql`u.district_code` : sql`u.located_in`,
    employees: about === 'business' ? sql`u.employees_fte` : nothing.employees,
    trading_since: about === 'person' ? sql`u.trading_since` : nothing.trading_since,
  }
}

/** What the rules of a way looked at, for the words about them. */
function seenBy(rules: readonly Rule[], way: PlainWay, around: Around): RawBuilder<unknown> {
  const fields = [...new Set(rules.flatMap((rule) => ('field' in rule ? [rule.field] : [])))]
  return sql`jsonb_build_object(${sql.join([
    ...fields.map((field) => sql`${sql.lit(field)}, ${columnOf(way.a, field)}`),
    ...(rules.some(({ rule }) => rule === 'evidence') ? [sql`'evidence_level', r.evidence_level`] : []),
    sql`'district', ${around.district}`,
    sql`'trading_since', ${around.trading_since}`,
    sql`'employees', ${around.employees}`,
  ])})`
}

/** Of a year, and broken by one rule only: the others are asked first, so that few rows are looked at closely. */
function nearlyPasses(rules: readonly Rule[], way: PlainWay, around: Around, scope: Scope): RawBuilder<unknown> {
  const on = columnOf(way.a, way.dated)
  const [open, firm] = [rules.filter(canMend), rules.filter((rule) => !canMend(rule))]
  const fails = open.map((rule) => sql`((${anyRuleSql(rule, way, around)}) is not true)::integer`)
  return sql.join(
    [
      sql`(${on} between ${scope.from} and ${scope.to} or ${lacksItsDay(way, on, scope)})`,
      sql`${sql.join(fails, sql` + `)} = 1`,
      ...firm.map((rule) => sql`(${anyRuleSql(rule, way, around)})`),
    ],
    sql` and `,
  )
}

/** Every record of the subject held against one way: which rules it breaks, and what they saw. */
export function heldAgainst(definition: Definition, at: number, scope: Scope, subject: Subject): RawBuilder<unknown>[] {
  const spoken = definition.any_of[at]
  if (!spoken) return []
  const way = plainWay(spoken)
  if (!concerns(way, subject.about)) return []
  const { sort, rules } = rulesOf(definition, way)
  const client = clientOf(subject)
  const around = { ...client, ...scope }
  const broken = rules.map(
    (rule, place) => sql`case when (${anyRuleSql(rule, way, around)}) is not true then ${sql.lit(place)} end`,
  )
  if (subject.ids === undefined && !rules.some(canMend)) return []
  const on = columnOf(way.a, way.dated)
  const isPast = rules.findIndex(({ rule }) => rule === 'in_year' || rule === 'by_end_of_year')
  return [
    sql`select ${recordsReadBy(definition)}::text as read_by, ${sql.lit(at)} as way, ${client.unit} as unit_id, ${withinOf(definition)} as within_id, ${sql.lit(way.a)}::text as record_kind,
      r.id as record_id, r.reference, ${on} as "on", (${amountOf(definition.counts, way)})::numeric as amount,
      ${way.a === 'attendance' ? sql`r.event_id` : sql`r.id`} as once,
      array_remove(array[${sql.join(broken)}]::int[], null) as failing, ${sql.lit(isPast)} as past_rule,
      ${seenBy([...sort, ...rules], way, around)} as seen
    from ${readFrom(way)} ${client.joins}
    where r.hub_id = ${scope.hub_id} and r.voided_at is null and ${client.where}
      and ${subject.ids === undefined ? nearlyPasses(rules, way, around, scope) : mayLieBefore(way, on, scope)}
      ${sql.join(
        sort.map((rule) => sql`and ${ruleSql(rule, way)}`),
        sql` `,
      )}`,
  ]
}

/** The units that the traces bring in to one of the figures in which a definition's units must count too. */
const countsElsewhere = ({ also_in }: Definition, scope: Scope): RawBuilder<unknown> | undefined =>
  also_in &&
  sql.join(
    asCounted(also_in, scope).map(
      (other) => sql`select unit_id from ${totalsOf(other, scope)} as elsewhere where counts`,
    ),
    sql` union all `,
  )

/**
 * What a band, a threshold or "once ever" says of a unit's passing records together: read from the rows named `trace`.
 * Where a unit counts once for each programme, of the programme in which it counts or comes nearest.
 */
export function totalsOf(definition: Definition, scope: Scope): RawBuilder<unknown> {
  const { key, band, counts, threshold } = definition
  const isPer = 'per' in counts
  const unit = isPer ? sql`md5(unit_id::text || within_id::text)::uuid` : sql`unit_id`
  return sql`(
    with qualifying as (
      select ${unit} as unit_id, unit_id as client_id, within_id, record_kind, record_id, reference, "on", amount, once
      from trace where read_by = ${recordsReadBy(definition)} and failing = '{}'),
    unit as (${unitsOfQualifying(definition, scope)}),
    found as (select ${isPer ? sql`client_id` : sql`unit_id`} as unit_id, first_on, coalesce(amount, 0)::integer as minutes,
      ${band ? sql`is_diagnosed` : sql`false`} as is_diagnosed, coalesce((${unitCounts(definition, scope, countsElsewhere(definition, scope))}), false) as counts,
      ${threshold ? sql`needed::integer, lacking` : sql`null::integer as needed, null::text[] as lacking`} from unit)
    select distinct on (unit_id) ${key}::text as key, * from found order by unit_id, counts desc, minutes desc)`
}

type TraceRow = Trace<RecordKind> & { read_by: string; unit_id: string }
type TotalsRow = Totals & { key: string; unit_id: string }

async function ask(db: Db, definitions: readonly Definition[], scope: Scope, subject: Subject) {
  const read = [...Map.groupBy(definitions, recordsReadBy).values()].flatMap(([first]) => first ?? [])
  const held = read.flatMap((definition) =>
    definition.any_of.flatMap((_, at) => heldAgainst(definition, at, scope, subject)),
  )
  const together = definitions.filter(asksTogether)
  const totals = together.map((definition) => totalsOf(definition, scope))
  const found = await sql<{ traces: TraceRow[] | null; totals: TotalsRow[] | null }>`
    with trace as materialized (${sql.join(held, sql` union all `)}),
    measured as (select *, case when failing <> '{}' then cardinality(failing) * 2 + (past_rule = any(failing))::int end as off from trace),
    placed as (select *, row_number() over (partition by read_by, unit_id, record_kind, failing = '{}'
      order by off, "on" desc nulls last, reference, way) as place from measured)
    select (select json_agg(json_build_object('read_by', read_by, 'unit_id', unit_id, 'way', way, 'kind', record_kind, 'reference', reference,
        'on', "on", 'failing', failing, 'seen', seen)
        order by off nulls first, case when off is not null then "on" end desc nulls last, "on", reference, record_kind, way)
      from placed where failing = '{}' or place = 1) as traces,
    ${totals.length === 0 ? sql`null` : sql`(select json_agg(t) from (${sql.join(totals, sql` union all `)}) as t)`} as totals`.execute(
    db,
  )
  return { traces: found.rows[0]?.traces ?? [], totals: found.rows[0]?.totals ?? [] }
}

export type Why = { unit_id: string; key: string; title: string; explanation: Explanation<RecordKind> }

/**
 * For each unit (a client at the end of its merges, a project or an outcome) and each definition in which it can count:
 * whether it counts in the year and by which records, or the first rule that its nearest record breaks. `ids` are those
 * of the units and of all that were merged into them. One statement, which reads the records of these units only.
 */
export async function whyOf(
  db: Db,
  catalogue: readonly Definition[],
  { hub_id, year, units, ...subject }: { hub_id: string; year: Year; units: readonly string[] } & Required<Subject>,
): Promise<Why[]> {
  const definitions = catalogue.filter((definition) => canCountIn(definition, subject.about))
  const { traces, totals } = await ask(db, definitions, await scopeOf(db, { hub_id, year }), subject)
  const tracesOf = Map.groupBy(traces, ({ read_by, unit_id }) => `${unit_id} ${read_by}`)
  const totalsFor = new Map(totals.map((row) => [`${row.unit_id} ${row.key}`, row]))
  return definitions.flatMap((definition) =>
    units.flatMap((unit_id): Why[] => {
      const held = tracesOf.get(`${unit_id} ${recordsReadBy(definition)}`) ?? []
      const isItself = unitRecord(definition.counts) === subject.about || subject.about === 'business'
      if (held.length === 0 && !isItself) return []
      const explanation = explain(definition, {
        year,
        traces: held,
        totals: totalsFor.get(`${unit_id} ${definition.key}`),
      })
      return [{ unit_id, key: definition.key, title: definition.title, explanation }]
    }),
  )
}
