import { DEMAND_DIMENSIONS, type DemandDimension } from '@hubline/domain/skills-reviews/demand.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Sql } from '../records/client.ts'
import { AskPage, asPage, pageSql } from '../records/key-page.ts'
import { reads } from '../trpc.ts'
import { AskDemand, type DemandAsked, demandSql, dimensionSql } from './demand-sql.ts'
import type { NeedRow } from './need-row.ts'

/** How many needs, of how many businesses, for how many people where they said it. */
type Counts = { needs: number; businesses: number; people: number }
const COUNTS = sql`count(*)::integer as needs, (count(distinct d.business_id))::integer as businesses, coalesce(sum(d.people), 0)::integer as people`

const Dimension = z.enum(DEMAND_DIMENSIONS)
const AskPicture = AskDemand.extend({ rows: Dimension.default('role'), columns: Dimension.default('level') })

/** The needs of a year in all, by each dimension, and by two together. Every number is the length of the list it opens. */
export const demand = reads('review:read')
  .input(AskPicture)
  .query(async ({ ctx: { db, actor }, input: { rows, columns, ...asked } }) => {
    const named = sql.join(
      DEMAND_DIMENSIONS.map((dimension) => sql`(${sql.lit(dimension)}, ${dimensionSql(dimension)})`),
    )
    const found = await sql<{ dimension: DemandDimension | 'all' | 'cell'; value: string; beside: string } & Counts>`
      with d as materialized (select * from ${demandSql(asked, actor.hub_id)})
      select v.dimension, v.value, v.beside, ${COUNTS}
      from d cross join lateral (
        select one.dimension, one.value, '' as beside from (values ('all', ''), ${named}) one (dimension, value)
        union all select 'cell', ${dimensionSql(rows)}, ${dimensionSql(columns)}) v
      group by v.dimension, v.value, v.beside order by needs desc, v.value, v.beside`.execute(db)
    const [all] = found.rows.filter(({ dimension }) => dimension === 'all')
    const counted = ({ needs, businesses, people }: Counts): Counts => ({ needs, businesses, people })
    return {
      all: all ? counted(all) : { needs: 0, businesses: 0, people: 0 },
      by: Object.fromEntries(
        DEMAND_DIMENSIONS.map((dimension) => [
          dimension,
          found.rows
            .filter((row) => row.dimension === dimension)
            .map(({ value, ...row }) => ({ value, ...counted(row) })),
        ]),
      ) as Record<DemandDimension, (Counts & { value: string })[]>,
      cells: found.rows
        .filter(({ dimension }) => dimension === 'cell')
        .map(({ value, beside, ...row }) => ({ row: value, column: beside, ...counted(row) })),
    }
  })

/** The needs themselves, newest review first. */
export const needs = reads('review:read')
  .input(AskDemand.extend(AskPage))
  .query(async ({ ctx: { db, actor }, input: { direction, after, before, size, ...asked } }) => {
    const page = { direction, after, before, size }
    const found = await needsSql(asked, actor.hub_id, pageSql(page)).execute(db)
    const total = await sql<Counts>`select ${COUNTS} from ${demandSql(asked, actor.hub_id)}`.execute(db)
    return { ...asPage(found.rows, page), total: total.rows[0] ?? { needs: 0, businesses: 0, people: 0 } }
  })

/** The rows of a list of needs, each with what it is sorted by. */
export function needsSql(
  asked: DemandAsked,
  hub_id: string,
  { where, order }: { where: Sql; order: Sql },
): Sql<NeedRow & { sorted_by: string }> {
  return sql`select * from (select d.held_on::text as sorted_by, d.id, d.kind, d.whose, d.need, d.people, d.review, d.held_on,
      d.in_role as role, d.in_skill as skill, d.in_level as level, d.in_sector as sector, d.in_place as place,
      d.in_urgency as urgency, d.in_state as state,
      json_build_object('reference', d.business_reference, 'name', d.business_name) as business
    from ${demandSql(asked, hub_id)}) f where ${where} ${order}`
}
