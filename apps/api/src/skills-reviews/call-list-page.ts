import type { CallListCriteria } from '@hubline/domain/skills-reviews/call-list.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { reads } from '../trpc.ts'
import { type Counts, countsSql } from './call-lists-sql.ts'

type CallListPage = {
  id: string
  version: number
  reference: string
  name: string
  criteria: CallListCriteria
  made_by: string
  put_away: boolean
  counts: Counts
}

/** One call list and how far it is. */
export const callListPage = reads('review:work')
  .input(z.object({ reference: z.string().min(1).max(100) }))
  .query(async ({ ctx: { db, actor, today }, input: { reference } }) => {
    const found = await sql<CallListPage>`
      select l.id, l.version, l.reference, l.name, l.criteria, l.voided_at is not null as put_away,
        (select a.name from app.adviser a where a.hub_id = l.hub_id and a.id = l.made_by_id) as made_by,
        ${countsSql({ hub_id: actor.hub_id, list_id: sql`l.id`, today })} as counts
      from app.call_list l where l.hub_id = ${actor.hub_id} and l.reference = ${reference}`.execute(db)
    const [list] = found.rows
    if (!list)
      throw new Problem('not_found', `There is no call list ${reference} in your hub: choose it from the call lists`)
    return { ...list, today }
  })
