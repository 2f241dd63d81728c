import type { Db } from '@hubline/db/connection.ts'
import { CATALOGUE } from '@hubline/domain/indicators/catalogue.ts'
import { type Counts, type Definition, unitOf } from '@hubline/domain/indicators/definition.ts'
import type { Year } from '@hubline/domain/years/year.ts'
import { sql } from 'kysely'
import { type Scope, evidence, scopeOf } from './evidence.ts'

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

/** The value of one definition in a year, with its months: the set is counted, never other counts added. */
export async function figureOf(db: Db, definition: Definition, scope: Scope): Promise<Figure> {
  const found = await sql<{ month: string | null; value: string | null }>`
    with unit as (
      select unit_kind, unit_id, min("on") as first_on, max(amount) as amount
      from ${evidence(definition, scope)} as evidence group by unit_kind, unit_id)
    select to_char(first_on, 'YYYY-MM') as month, (${total(definition.counts)})::text as value
    from unit group by grouping sets ((to_char(first_on, 'YYYY-MM')), ()) order by 1 nulls last`.execute(db)
  const months = found.rows.flatMap(({ month, value }) => (month === null || value === null ? [] : [{ month, value }]))
  const { key, title, version } = definition
  return { key, title, unit: unitOf(definition), value: found.rows.at(-1)?.value ?? null, definition_version: version, months }
}

/** Every figure of a year, in the order of the catalogue. */
export async function figuresOf(db: Db, question: { hub_id: string; year: Year }, catalogue = CATALOGUE): Promise<Figure[]> {
  const scope = await scopeOf(db, question)
  const figures: Figure[] = []
  for (const definition of catalogue) figures.push(await figureOf(db, definition, scope))
  return figures
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
    const row = await db.selectFrom('hub_change').select('changes').where('hub_id', '=', question.hub_id).executeTakeFirst()
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
