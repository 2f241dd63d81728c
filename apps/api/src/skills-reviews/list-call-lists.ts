import { sql } from 'kysely'
import { z } from 'zod'
import { AskPage, asPage, pageSql } from '../records/key-page.ts'
import { reads } from '../trpc.ts'
import { type Counts, countsSql } from './call-lists-sql.ts'

type Line = {
  id: string
  version: number
  reference: string
  name: string
  made_by: string
  made_at: Date
  put_away: boolean
  counts: Counts
}

/** The hub's call lists, the newest first. Those put away only when asked for. */
export const listCallLists = reads('review:work')
  .input(z.object({ put_away: z.boolean().default(false), ...AskPage }))
  .query(async ({ ctx: { db, actor, today }, input: { put_away, ...page } }) => {
    const { where, order } = pageSql({ ...page, direction: 'desc' })
    const found = await sql<Line & { sorted_by: string }>`
      with l as materialized (select * from (select l.*, l.id::text as sorted_by, v.valid_from as first_at from app.call_list l
          left join app.history v on v.hub_id = l.hub_id and v.kind = 'call_list' and v.id = l.id and v.version = 1
          where l.hub_id = ${actor.hub_id} and (l.voided_at is not null) = ${put_away}) f
        where ${where} ${order})
      select l.sorted_by, l.id, l.version, l.reference, l.name, l.voided_at is not null as put_away, coalesce(l.first_at, l.recorded_at) as made_at,
        (select a.name from app.adviser a where a.hub_id = l.hub_id and a.id = l.made_by_id) as made_by,
        ${countsSql({ hub_id: actor.hub_id, list_id: sql`l.id`, today })} as counts
      from l ${order}`.execute(db)
    return asPage(found.rows, page)
  })
