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
  /** Where `rowsOf` of the definitions and their `unitsNamed` are kept already. */
  kept?: { rows: RawBuilder<unknown>; units: RawBuilder<unknown> }
}

/**
 * Figures by dimensions, in their order: each part is as long as the list with that part as its filter. A figure that has
 * nothing, or that is never split by a dimension, is not among them. One statement.
 */
export async function splitsOf(db: Db, scope: Scope, { definitions, dimensions, kept }: Asked): Promise<Split[]> {
  if (definitions.length === 0 || dimensions.length === 0) return []
  const told = partsTold(dimensions, scope, definitions, kept?.units)
  const found = await sql<Part & { key: string; dimension: Dimension | null }>`${kept ? sql`` : prepared}
    with evidence as ${kept ? sql`not materialized` : sql`materialized`} (${kept?.rows ?? rowsOf(definitions, scope)}), ${told},
    part as (select key, dimension, part, unit_id, behind, amount from told union all select key, null, null, unit_id, behind, amount from named),
    who as (select key, dimension, part, behind, sum(amount) as amount from part group by 1, 2, 3, 4),
    protect as (select key, dimension, part, count(*)::int as behind, (array_agg(amount order by amount desc nulls last))[1:2] as most, sum(amount) as whole
      from who group by 1, 2, 3)
    select c.key, c.dimension, c.part, c.units, c.value, p.behind, ${addedUp(definitions, sql`p.most[1]`)} as largest,
      ${addedUp(definitions, sql`p.most[2]`)} as second, ${addedUp(definitions, sql`p.whole`)} as whole
    from (select key, dimension, part, count(*)::int as units, (${valueOf(definitions)})::text as value from part group by 1, 2, 3) as c
      join protect p on p.key = c.key and p.dimension is not distinct from c.dimension and p.part is not distinct from c.part
    order by c.key, c.dimension, c.part`.execute(db)
  const by_key = Map.groupBy(found.rows, ({ key }) => key)
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

/** A measure of amounts, for the figures that add them up. */
const addedUp = (definitions: readonly Definition[], measure: RawBuilder<unknown>): RawBuilder<unknown> => {
  const summed = definitions.flatMap(({ key, counts }) => ('sum' in counts ? [key] : []))
  return sql`case when c.key = any(${summed}::text[]) then ${measure}::float8 end`
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
