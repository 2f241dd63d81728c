import type { Db } from '@hubline/db/connection.ts'
import { prepared } from '@hubline/db/prepared.ts'
import type { RecordKind } from '@hubline/domain/imports/bundle-file.ts'
import type { Definition } from '@hubline/domain/indicators/definition.ts'
import type { Day } from '@hubline/domain/day.ts'
import { plainWay } from '@hubline/domain/indicators/plain-way.ts'
import type { Parts } from '@hubline/domain/indicators/dimensions.ts'
import type { Year } from '@hubline/domain/years/year.ts'
import { type RawBuilder, sql } from 'kysely'
import { inParts } from './breakdowns/narrowed.ts'
import { columnOf } from './columns.ts'
import { countedOnOnce } from './counted-as.ts'
import { clientsCounted, evidence, narrowedTo, scopeOf, unitsByName } from './evidence.ts'
import { readTogether } from './read-together.ts'
import type { Scope } from './records.ts'
import { rowByRow } from './row-by-row.ts'
import { evidenceWithin } from './within-programme.ts'

/** How many units of a whole list are held at a time. */
const EACH_TIME = 500

/** A record that brings a unit in. `amount` is what a sum adds up, in its own measure (see `amountInUnits`). */
export type BringsIn = { kind: RecordKind; id: string; reference: string; on: Day; amount: string | null }

export type Unit = {
  kind: RecordKind
  id: string
  reference: string
  name: string
  district: string | null
  first_on: Day
  last_on: Day
  /** The amount as the figure's value gives it: FTE, pounds or score with two decimals; null for counts. */
  amount: string | null
  because: BringsIn[]
}

export type UnitsQuestion = {
  hub_id: string
  year: Year
  /** Letters of the name or reference. */
  text?: string
  district?: string
  /** Only what who came to this event brings in. */
  event_id?: string
  /** `2021-04`: only units that first qualified in that month. */
  month?: string
  /** Only what records of this category bring in, where a figure is also given by category. */
  category?: string
  /** Only units that stand in every one of these parts; of a programme, only its records bring them in. */
  parts?: Parts
  /** The last unit of the page before. */
  after?: { name: string; id: string }
  size: number
}

/** The amount of a unit from its rows of evidence, as `Unit` gives it. */
export const amountInUnits = ({ counts }: Definition) => {
  if ('mean' in counts) return sql`round(max(amount), 2)::text`
  if (!('sum' in counts)) return sql`null::text`
  const divisor = { fte_of_30_hours: 30, fte_of_own_week: 1, amount_pence: 100 }[counts.sum]
  return sql`round(sum(amount) / ${divisor}::numeric, 2)::text`
}

const likeText = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** The rows that a list's filter keeps. */
function filter({ text = '', district }: Pick<UnitsQuestion, 'text' | 'district'>): RawBuilder<unknown> {
  const words = likeText(text)
  return sql.join(
    [
      sql`true`,
      ...(text === ''
        ? []
        : [sql`(app.plain(unit_name) like app.plain(${words}) or lower(unit_reference) like lower(${words}))`]),
      ...(district === undefined
        ? []
        : [district === 'unknown' ? sql`unit_district is null` : sql`unit_district = ${district}`]),
    ],
    sql` and `,
  )
}

/** A programme narrows the evidence itself, the other parts its units. */
const otherParts = ({ parts: { programme: _, ...others } = {} }: Pick<UnitsQuestion, 'parts'>): Parts => others

/** The units that the list of a month keeps: as the months of a figure, by the day on which each first qualified. */
const ofMonth = (month: string | undefined): RawBuilder<unknown> =>
  month === undefined ? sql`` : sql`having to_char(min(qualified_on), 'YYYY-MM') = ${month}`

/** A unit with every record that brings it in, oldest first, from rows of evidence that are grouped by `UNIT`. */
const UNIT = sql.raw('unit_kind, unit_id, unit_reference, unit_name, unit_district')
const unitWithRecords = (definition: Definition) => sql`
  unit_kind as kind, unit_id as id, unit_reference as reference, unit_name as name, unit_district as district,
  min(qualified_on)::text as first_on, max("on")::text as last_on, ${amountInUnits(definition)} as amount,
  json_agg(json_build_object('kind', record_kind, 'id', record_id, 'reference', reference, 'on', "on", 'amount', amount::text)
    order by "on", reference) as because`

/** A page of a list, and what is said above it. */
export type UnitsPage = {
  rows: Unit[]
  /** How many units the list has with its filter. */
  total: number
  /** In which districts the units lie that it has without, most first; a null code is an unknown district. */
  districts: { code: string | null; units: number }[]
}

/**
 * From where a page is read: what stands before it and gives rows named `unit`, and what gives their rows of `evidence`.
 * Where units can be told without their records, only those of the page are proved; else all are.
 */
function readPage(definition: Definition, scope: Scope, { parts = {} }: UnitsQuestion) {
  const unit = Object.keys(parts).length === 0 ? clientsCounted(definition) : undefined
  if (unit === undefined)
    return {
      before: sql`evidence as materialized (select * from ${evidenceWithin(definition, scope, parts.programme)} as e),
        unit as materialized (select ${UNIT}, min(qualified_on) as first_on from evidence group by ${UNIT})`,
      behind: sql``,
    }
  const together = readTogether([definition], scope, 1)
  const ofPage = narrowedTo(scope, unit, sql`select unit_id from page`)
  return {
    before: sql`${sql.join([countedOnOnce(scope), ...together.head])}, unit as materialized (${unitsByName(definition, scope, unit, together.of)})`,
    behind: sql`evidence as (select * from ${evidence(definition, ofPage)} as e),`,
  }
}

/**
 * A page of the units behind a figure, by name. One statement gives the page, the length of the list and its districts,
 * so that the records are gone through once, and only the units of the page are given theirs.
 */
export async function unitsOf(db: Db, definition: Definition, question: UnitsQuestion): Promise<UnitsPage> {
  const { after, size } = question
  const scope = await scopeOf(db, question)
  const { before, behind } = readPage(definition, scope, question)
  const found = await sql<UnitsPage>`${prepared}
    with ${before},
    kept as materialized (
      select unit_id, unit_name from unit
      where ${filter(question)} and ${inParts(definition, scope, otherParts(question))} ${question.month === undefined ? sql`` : sql`and to_char(first_on, 'YYYY-MM') = ${question.month}`}),
    page as materialized (
      select unit_id from kept
      ${after === undefined ? sql`` : sql`where (unit_name, unit_id) > (${after.name}, ${after.id}::uuid)`}
      order by unit_name, unit_id limit ${size}), ${behind}
    shown as (
      select ${unitWithRecords(definition)} from evidence where unit_id in (select unit_id from page) group by ${UNIT}),
    district as (select unit_district as code, count(*)::int as units from unit group by unit_district)
    select
      coalesce((select json_agg(shown order by name, id) from shown), '[]') as rows,
      (select count(*)::int from kept) as total,
      coalesce((select json_agg(district order by units desc, code) from district), '[]') as districts`.execute(db)
  return found.rows[0] ?? { rows: [], total: 0, districts: [] }
}

/** Every unit behind a figure, as they are taken: memory stays flat however many there are. */
export async function* everyUnit(
  db: Db,
  definition: Definition,
  question: Omit<UnitsQuestion, 'after' | 'size'>,
): AsyncGenerator<Unit> {
  const scope = await scopeOf(db, question)
  yield* rowByRow(
    db,
    sql<Unit>`
      with evidence as (select * from ${evidenceWithin(definition, scope, question.parts?.programme)} as e)
      select ${unitWithRecords(definition)} from evidence
      where ${filter(question)} and ${inParts(definition, scope, otherParts(question))} group by ${UNIT} ${ofMonth(question.month)} order by unit_name, unit_id`,
    EACH_TIME,
  )
}

/** How many units a filtered list has. */
export async function howMany(
  db: Db,
  definition: Definition,
  question: Omit<UnitsQuestion, 'after' | 'size'>,
): Promise<number> {
  const scope = await scopeOf(db, question)
  const found = await sql<{ units: number }>`${prepared}
    with evidence as (select * from ${evidenceWithin(definition, scope, question.parts?.programme)} as e)
    select count(*)::int as units from (
      select unit_id from evidence
      where ${filter(question)} and ${inParts(definition, scope, otherParts(question))} group by unit_id ${ofMonth(question.month)}) as unit`.execute(
    db,
  )
  return found.rows[0]?.units ?? 0
}

/** The indicators in which a client counts in a year, each with the records that bring it in. */
export async function countsFor(
  db: Db,
  catalogue: readonly Definition[],
  { client_ids, ...question }: { hub_id: string; year: Year; client_ids: readonly string[] },
): Promise<{ key: string; title: string; because: BringsIn[] }[]> {
  const scope = { ...(await scopeOf(db, question)), client_ids }
  const asked = catalogue.map(
    (definition) => sql`
    select ${definition.key}::text as key, record_kind as kind, record_id as id, reference, "on"::text as "on", amount::text as amount
    from ${evidence(definition, scope)} as evidence`,
  )
  const found = await sql<
    BringsIn & { key: string }
  >`${prepared}${sql.join(asked, sql` union all `)} order by "on", reference`.execute(db)
  return catalogue.flatMap(({ key, title }) => {
    const because = found.rows
      .filter((row) => row.key === key)
      .map(({ kind, id, reference, on, amount }) => ({ kind, id, reference, on, amount }))
    return because.length === 0 ? [] : [{ key, title, because }]
  })
}

/** The categories by which a figure is also given, most units first. A unit may stand under several. */
export async function categoriesOf(
  db: Db,
  definition: Definition,
  question: Pick<UnitsQuestion, 'hub_id' | 'year'>,
): Promise<{ name: string; units: number }[]> {
  if (!definition.by) return []
  const scope = await scopeOf(db, question)
  // By their days too: looked up by itself, the category of each would be sought among the referrals of all years.
  const inYear = definition.any_of
    .map(plainWay)
    .filter(({ a }) => a === 'referral')
    .map((way) => sql`${columnOf('referral', way.dated)} between ${scope.from}::date and ${scope.to}::date`)
  const found = await sql<{ name: string; units: number }>`
    select r.category as name, count(distinct unit_id)::int as units
    from ${evidence(definition, scope)} as evidence
      join referral r on r.hub_id = ${question.hub_id} and r.id = record_id and record_kind = 'referral' and r.voided_at is null and (${sql.join(inYear, sql` or `)})
    group by r.category order by units desc, name`.execute(db)
  return found.rows
}
