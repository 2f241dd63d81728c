import type { Db } from '@hubline/db/connection.ts'
import { prepared } from '@hubline/db/prepared.ts'
import type { Definition } from '@hubline/domain/indicators/definition.ts'
import type { Dimension } from '@hubline/domain/indicators/dimensions.ts'
import type { Behind } from '@hubline/domain/indicators/parts-held-back.ts'
import { type RawBuilder, sql } from 'kysely'
import { evidence } from '../evidence.ts'
import { totalOf } from '../figures.ts'
import type { Scope } from '../records.ts'
import { ROW, partsTold } from './parts.ts'

/** A set of a figure's units, and who is behind it. Its value is as the figure's is given; null where there is nothing to average. */
type Part = Behind & { part: string; value: string | null }

/** A figure by one dimension. Parts with nothing in them are not among its parts. */
export type Split = { key: string; dimension: Dimension; figure: Behind; parts: Part[] }

/** The rows of which figures are split, each with the key of its figure: the rows that their lists are read from. */
export const rowsOf = (definitions: readonly Definition[], scope: Scope): RawBuilder<unknown> =>
  sql.join(
    definitions.map(
      (definition) => sql`select ${sql.lit(definition.key)} as key, ${ROW} from ${evidence(definition, scope)} as e`,
    ),
    sql` union all `,
  )

type Asked = {
  definitions: readonly Definition[]
  dimensions: readonly Dimension[]
}
/** Where `rowsOf` of the definitions and their `unitsNamed` are kept already. */
type KeptUnits = { rows: RawBuilder<unknown>; units: RawBuilder<unknown> }

type Row = Part & { key: string; dimension: Dimension | null }

/**
 * Figures by dimensions, in their order: each part is as long as the list with that part as its filter. A figure that has
 * nothing, or that is never split by a dimension, is not among them. One statement.
 */
export async function splitsOf(db: Db, scope: Scope, { definitions, dimensions }: Asked): Promise<Split[]> {
  if (definitions.length === 0 || dimensions.length === 0) return []
  const rows = await measured(db, {
    definitions,
    head: sql`${prepared} with evidence as materialized (${rowsOf(definitions, scope)}), ${partsTold(dimensions, scope, definitions)}`,
    parts: sql`${TOLD} union all ${WHOLE}`,
  })
  return asSplits({ definitions, dimensions }, rows)
}

/** The same from units that are kept, by one dimension after the other: all at once may take longer than a statement may. */
export async function splitsOfKept(
  db: Db,
  scope: Scope,
  { definitions, dimensions, kept }: Asked & { kept: KeptUnits },
): Promise<Split[]> {
  const evidenceKept = sql`with evidence as not materialized (${kept.rows})`
  const figures = await measured(db, {
    definitions,
    head: sql`with named as not materialized (select * from ${kept.units})`,
    parts: WHOLE,
  })
  const splits: Split[] = []
  for (const dimension of dimensions) {
    const parts = await measured(db, {
      definitions,
      head: sql`${evidenceKept}, ${partsTold([dimension], scope, definitions, kept.units)}`,
      parts: TOLD,
    })
    splits.push(...asSplits({ definitions, dimensions: [dimension] }, [...figures, ...parts]))
  }
  return splits
}

const TOLD = sql`select key, dimension, part, unit_id, behind, amount from told`
/** A figure as a whole: the part that is all of it. */
const WHOLE = sql`select key, null::text as dimension, null::text as part, unit_id, behind, amount from named`

/** How much each part is and who is behind it. Only where amounts are added up is it told who makes most of one. */
async function measured(
  db: Db,
  {
    definitions,
    head,
    parts,
  }: { definitions: readonly Definition[]; head: RawBuilder<unknown>; parts: RawBuilder<unknown> },
): Promise<Row[]> {
  const summed = definitions.flatMap(({ key, counts }) => ('sum' in counts ? [key] : []))
  const same = (one: string, other: string) =>
    sql.raw(
      `${other}.key = ${one}.key and ${other}.dimension is not distinct from ${one}.dimension and ${other}.part is not distinct from ${one}.part`,
    )
  const found = await sql<Row>`
    ${head},
    part as materialized (${parts}),
    who as materialized (select key, dimension, part, behind, sum(amount) as amount from part group by 1, 2, 3, 4),
    protect as (select key, dimension, part, count(*)::int as behind from who group by 1, 2, 3),
    most as (select key, dimension, part, (array_agg(amount order by amount desc nulls last))[1:2] as most, sum(amount) as whole
      from who where key = any(${summed}::text[]) group by 1, 2, 3)
    select c.key, c.dimension, c.part, c.units, c.value, p.behind, m.most[1]::float8 as largest, m.most[2]::float8 as second, m.whole::float8 as whole
    from (select key, dimension, part, count(*)::int as units, (${valueOf(definitions)})::text as value from part group by 1, 2, 3) as c
      join protect p on ${same('c', 'p')} left join most m on ${same('c', 'm')}
    order by c.key, c.dimension, c.part`.execute(db)
  return found.rows
}

function asSplits({ definitions, dimensions }: Asked, rows: readonly Row[]): Split[] {
  const by_key = Map.groupBy(rows, ({ key }) => key)
  return definitions.flatMap(({ key }) => {
    const of_key = by_key.get(key) ?? []
    const figure = of_key.find(({ dimension }) => dimension === null)
    if (!figure) return []
    return dimensions.flatMap((dimension) => {
      const parts = of_key.filter((part) => part.dimension === dimension)
      return parts.length === 0 ? [] : [{ key, dimension, figure, parts }]
    })
  })
}

/** The value of a part, by how its figure makes one. */
function valueOf(definitions: readonly Definition[]): RawBuilder<unknown> {
  const ways = Map.groupBy(definitions, ({ counts }) =>
    'sum' in counts ? counts.sum : 'mean' in counts ? 'mean' : 'each',
  )
  const each = [...ways.values()].flatMap((same) =>
    same[0] ? [sql`when key = any(${same.map(({ key }) => key)}::text[]) then ${totalOf(same[0].counts)}`] : [],
  )
  return sql`case ${sql.join(each, sql` `)} end`
}
