import type { Db } from '@hubline/db/connection.ts'
import { CATALOGUE } from '@hubline/domain/indicators/catalogue.ts'
import { type Counts, type Definition, unitOf } from '@hubline/domain/indicators/definition.ts'
import type { Year } from '@hubline/domain/years/year.ts'
import { sql } from 'kysely'
import { type Scope, countedUnits, recordsReadBy, scopeOf } from './evidence.ts'

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
const total = (counts: Counts) => {
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

/** Values and months of definitions that read the same records: sets are counted, never other counts added. */
async function readTogether(
  db: Db,
  definitions: readonly [Definition, ...Definition[]],
  scope: Scope,
): Promise<Figure[]> {
  const found = await sql<{ key: string; month: string | null; value: string | null }>`
    select key, to_char(first_on, 'YYYY-MM') as month, (${total(definitions[0].counts)})::text as value
    from ${countedUnits(definitions, scope)} as unit group by grouping sets ((key, to_char(first_on, 'YYYY-MM')), (key)) order by 1, 2 nulls last`.execute(
    db,
  )
  return definitions.map((definition) => {
    const rows = found.rows.filter((row) => row.key === definition.key)
    const { key, title, version, counts } = definition
    const nothing = 'mean' in counts ? null : 'sum' in counts ? '0.00' : '0'
    const months = rows.flatMap(({ month, value }) => (month === null || value === null ? [] : [{ month, value }]))
    return {
      key,
      title,
      unit: unitOf(definition),
      value: rows.at(-1)?.value ?? nothing,
      definition_version: version,
      months,
    }
  })
}

/** Every figure of a year, in the order of the catalogue. */
export async function figuresOf(
  db: Db,
  question: { hub_id: string; year: Year },
  catalogue = CATALOGUE,
): Promise<Figure[]> {
  const scope = await scopeOf(db, question)
  const figures = new Map<string, Figure>()
  for (const [first, ...others] of Map.groupBy(catalogue, recordsReadBy).values()) {
    if (!first) continue
    for (const figure of await readTogether(db, [first, ...others], scope)) figures.set(figure.key, figure)
  }
  return catalogue.flatMap(({ key }) => figures.get(key) ?? [])
}

/**
 * The figures of a year, kept until the hub's records change: the database counts every write of a hub in the
 * transaction that makes it, so figures kept at the same count are exact. `db` must be one snapshot.
 */
export class KeptFigures {
  readonly #kept = new Map<string, { changes: number; figures: Promise<Figure[]> }>()
  readonly #most: number

  constructor(most = 200) {
    this.#most = most
  }

  async of(db: Db, question: { hub_id: string; year: Year }): Promise<Figure[]> {
    const name = `${question.hub_id} ${question.year}`
    const row = await db
      .selectFrom('hub_change')
      .select('changes')
      .where('hub_id', '=', question.hub_id)
      .executeTakeFirst()
    const changes = row?.changes ?? 0
    const kept = this.#kept.get(name)
    if (kept && kept.changes === changes) return kept.figures
    const figures = figuresOf(db, question)
    this.#kept.delete(name)
    this.#kept.set(name, { changes, figures })
    figures.catch(() => this.#kept.delete(name))
    for (const oldest of this.#kept.keys()) if (this.#kept.size > this.#most) this.#kept.delete(oldest)
    return figures
  }
}
