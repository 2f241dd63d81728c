import type { Db } from '@hubline/db/connection.ts'
import { prepared } from '@hubline/db/prepared.ts'
import { type Counts, type Definition, unitOf } from '@hubline/domain/indicators/definition.ts'
import type { Day } from '@hubline/domain/day.ts'
import { type Year, monthsOf } from '@hubline/domain/years/year.ts'
import { type RawBuilder, sql } from 'kysely'
import { countedOn } from './counted-as.ts'
import { countedUnits, recordsReadBy, scopeOf, unitsOfAny } from './evidence.ts'
import { type ReadTogether, readTogether } from './read-together.ts'
import type { Scope } from './records.ts'
import { Kept } from './kept.ts'
import { unitsWithin } from './within-programme.ts'

export type Figure = {
  key: string
  title: string
  unit: ReturnType<typeof unitOf>
  /** Digits with an optional decimal part; null where there is nothing to average. */
  value: string | null
  definition_version: number
  /** What each month of the year added, by the day on which a unit first qualified: `2021-04` → value. */
  months: { month: string; value: string }[]
}

/** How the amounts of units become a value. Half up, as numeric rounds when nothing is negative. */
export const totalOf = (counts: Counts) => {
  if ('mean' in counts) return sql`round(avg(amount), 2)`
  if (!('sum' in counts)) return sql`count(*)`
  switch (counts.sum) {
    case 'fte_of_30_hours':
      return sql`round(coalesce(sum(amount), 0) / 30, 2)`
    case 'fte_of_own_week':
      // Thirds of a week do not end: the last digit must not turn an exact half into less than one.
      return sql`round(coalesce(sum(amount), 0) + 0.0000000000001, 2)`
    case 'amount_pence':
      return sql`round(coalesce(sum(amount), 0) / 100, 2)`
  }
}

type Group = readonly [Definition, ...Definition[]]

/** Values and months of definitions that read the same records: each unit stands at one day, and is in one month. */
function valuesOf([{ counts }]: Group, units: RawBuilder<unknown>, months: readonly Day[]): RawBuilder<unknown> {
  const isCount = !('mean' in counts) && !('sum' in counts)
  const ofDays = isCount
    ? sql`(select key, first_on, count(*) as units from ${units} as unit group by key, first_on)`
    : units
  return sql`
  select key, month, (${isCount ? sql`sum(units)` : totalOf(counts)})::text as value
  from (select *, width_bucket(first_on, ${[...months]}::date[]) as month from ${ofDays} as unit) as unit
  group by grouping sets ((key, month), (key))`
}

/** Units that another figure asks for are counted once in the statement, under a name. */
function countingOnce(groups: readonly Group[], scope: Scope, together: ReadTogether) {
  const asked = new Set(groups.flat().flatMap(({ also_in = [] }) => also_in.map(({ key }) => key)))
  const named = groups.filter((group) => group.some(({ key }) => asked.has(key)))
  const nameOf = (group: Group) => sql.raw(`units_${named.indexOf(group)}`)
  const elsewhere = (definitions: readonly Definition[] | undefined) =>
    !definitions?.every(({ key }) => named.flat().some((one) => one.key === key))
      ? unitsOfAny(definitions, scope)
      : sql.join(
          named.map(
            (group) =>
              sql`select unit_id from ${nameOf(group)} where key = any(${definitions.map(({ key }) => key)}::text[])`,
          ),
          sql` union all `,
        )
  return {
    head: named.map(
      (group) =>
        sql`${nameOf(group)} as materialized (select * from ${countedUnits(group, scope, { together })} as unit)`,
    ),
    unitsOf: (group: Group) =>
      named.includes(group) ? nameOf(group) : countedUnits(group, scope, { elsewhere, together }),
  }
}

/** The statement of every figure of a year: rows of `key`, `month` (from 1; null for the whole year) and `value`. */
export function valuesQuery(scope: Scope, months: readonly Day[], catalogue: readonly Definition[]) {
  const groups = [...Map.groupBy(catalogue, recordsReadBy).values()].flatMap(([first, ...others]): Group[] =>
    first ? [[first, ...others]] : [],
  )
  const together = readTogether(catalogue, scope)
  const { head, unitsOf } = countingOnce(groups, scope, together.of)
  return sql<ValueRow & { key: string }>`
    with ${sql.join([countedOn(scope), ...together.head, ...head])} ${sql.join(
      groups.map((group) => valuesOf(group, unitsOf(group), months)),
      sql` union all `,
    )} order by 1, 2 nulls last`
}

/** Every figure of a year by the hub's own definitions, in the order of the catalogue, from one statement; or `only` these. */
export async function figuresOf(
  db: Db,
  question: { hub_id: string; year: Year },
  only?: readonly Definition[],
): Promise<Figure[]> {
  const months = monthsOf(question.year)
  const scope = await scopeOf(db, question)
  const catalogue = only ?? scope.catalogue
  const values = valuesQuery(scope, months, catalogue)
  const found = await sql<ValueRow & { key: string }>`${prepared}${values}`.execute(db)
  const rows = Map.groupBy(found.rows, ({ key }) => key)
  return catalogue.map((definition) => figureOf(definition, rows.get(definition.key) ?? [], months))
}

/** Figures of one programme, by its reference: of the units that their lists have when they are narrowed to it. */
export async function figuresWithin(
  db: Db,
  { programme, ...question }: { hub_id: string; year: Year; programme: string },
  definitions: readonly Definition[],
): Promise<Figure[]> {
  if (definitions.length === 0) return []
  const [months, scope] = [monthsOf(question.year), await scopeOf(db, question)]
  const each = definitions.map((one) => valuesOf([one], unitsWithin(one, scope, programme), months))
  const found = await sql<
    ValueRow & { key: string }
  >`${prepared}${sql.join(each, sql` union all `)} order by 1, 2 nulls last`.execute(db)
  const rows = Map.groupBy(found.rows, ({ key }) => key)
  return definitions.map((definition) => figureOf(definition, rows.get(definition.key) ?? [], months))
}

/** The value of a figure that has no unit: nothing to average, or none. */
export function valueOfNothing({ counts }: Definition): string | null {
  if ('mean' in counts) return null
  return 'sum' in counts ? '0.00' : '0'
}

type ValueRow = { month: number | null; value: string | null }

function figureOf(definition: Definition, rows: readonly ValueRow[], months: readonly Day[]): Figure {
  const { key, title, version } = definition
  return {
    key,
    title,
    unit: unitOf(definition),
    value: rows.find(({ month }) => month === null)?.value ?? valueOfNothing(definition),
    definition_version: version,
    months: rows.flatMap(({ month, value }) => {
      const day = month === null ? undefined : months[month - 1]
      return day === undefined || value === null ? [] : [{ month: day.slice(0, 7), value }]
    }),
  }
}

/** The figures of a year, kept until the hub's records change. `db` must be one snapshot. */
export class KeptFigures {
  readonly #kept: Kept<Figure[]>

  constructor(most?: number) {
    this.#kept = new Kept(most)
  }

  of(db: Db, question: { hub_id: string; year: Year }): Promise<Figure[]> {
    const { hub_id, year } = question
    return this.#kept.of(db, { hub_id, name: year, ask: () => figuresOf(db, question) })
  }

  /** Some figures of a year: from those that are kept, or counted alone. */
  async some(db: Db, { hub_id, year }: { hub_id: string; year: Year }, only: readonly Definition[]): Promise<Figure[]> {
    return (await this.#kept.known(db, { hub_id, name: year })) ?? figuresOf(db, { hub_id, year }, only)
  }
}
