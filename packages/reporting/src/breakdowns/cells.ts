import type { Db } from '@hubline/db/connection.ts'
import { prepared } from '@hubline/db/prepared.ts'
import type { Definition } from '@hubline/domain/indicators/definition.ts'
import type { Dimension } from '@hubline/domain/indicators/dimensions.ts'
import { sql } from 'kysely'
import { evidence } from '../evidence.ts'
import { totalOf } from '../figures.ts'
import type { Scope } from '../records.ts'
import { ROW, partsTold } from './parts.ts'

/** A part of a figure: a set of its units, and who is behind them. */
export type Cell = {
  key: string
  dimension: Dimension
  part: string
  /** How many units its list has. */
  units: number
  /** As the figure's value is given; null where there is nothing to average. */
  value: string | null
  /** How many businesses, people or projects are behind its units. */
  behind: number
  /** What the two of them add that add most, in the measure of the evidence; null where nothing is added up. */
  largest: number | null
  second: number | null
  whole: number | null
}

/**
 * The parts of figures by dimensions, from the rows that their lists are read from: each number is the length of the
 * list with that part as its filter. Parts with nothing in them are not among them. One statement.
 */
export async function cellsOf(
  db: Db,
  scope: Scope,
  definitions: readonly Definition[],
  dimensions: readonly Dimension[],
): Promise<Cell[]> {
  if (definitions.length === 0 || dimensions.length === 0) return []
  const rows = definitions.map(
    (definition) => sql`select ${sql.lit(definition.key)} as key, ${ROW} from ${evidence(definition, scope)} as e`,
  )
  const ways = [
    ...Map.groupBy(definitions, ({ counts }) =>
      'sum' in counts ? counts.sum : 'mean' in counts ? 'mean' : 'each',
    ).values(),
  ]
  const value = sql.join(
    ways.map(
      (same) =>
        sql`when key = any(${same.map(({ key }) => key)}::text[]) then ${totalOf((same[0] as Definition).counts)}`,
    ),
    sql` `,
  )
  const summed = definitions.flatMap(({ key, counts }) => ('sum' in counts ? [key] : []))
  const found = await sql<Cell>`${prepared}
    with evidence as materialized (${sql.join(rows, sql` union all `)}), ${partsTold(dimensions, scope, definitions)},
    unit as (select key, dimension, part, unit_id, behind, max(amount) as amount from told group by key, dimension, part, unit_id, behind),
    who as (select key, dimension, part, behind, sum(amount) as amount from unit group by key, dimension, part, behind),
    protect as (select key, dimension, part, count(*)::int as behind,
      case when key = any(${summed}::text[]) then (array_agg(amount order by amount desc nulls last))[1:2] end as most,
      case when key = any(${summed}::text[]) then sum(amount) end as whole
      from who group by key, dimension, part)
    select c.*, p.behind, p.most[1]::float8 as largest, p.most[2]::float8 as second, p.whole::float8 as whole
    from (select key, dimension, part, count(*)::int as units, (case ${value} end)::text as value from unit group by key, dimension, part) as c
      join protect p using (key, dimension, part)
    order by c.key, c.dimension, c.part`.execute(db)
  return found.rows
}
