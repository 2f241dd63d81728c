import type { Tx } from '@hubline/db/connection.ts'
import type { Day } from '@hubline/domain/day.ts'
import { CallListCriteria } from '@hubline/domain/skills-reviews/call-list.ts'
import { sql } from 'kysely'
import { reads } from '../trpc.ts'
import { type Candidate, type CandidateScope, candidatesSql } from './candidates-sql.ts'

const SHOWN = 8

/** How many businesses a call list would find, and the first of them. */
export const countCandidates = reads('review:work')
  .input(CallListCriteria)
  .query(async ({ ctx: { db, actor, today }, input }) => {
    const scope = await candidateScope(db, actor.hub_id, today)
    const found = await sql<Candidate & { total: number }>`
      select c.id, c.reference, c.name, c.district_code, c.referred_on, c.case_since, c.last_offer, c.has_been_reviewed, (count(*) over ())::integer as total
      from ${candidatesSql(input, scope)} c order by c.place limit ${sql.lit(SHOWN)}`.execute(db)
    return {
      total: found.rows[0]?.total ?? 0,
      /** The districts that the hub serves; none: it has no area rule. */
      districts: scope.area_codes,
      first: found.rows.map(({ total: _, ...one }) => one),
    }
  })

export async function candidateScope(tx: Tx, hub_id: string, today: Day): Promise<CandidateScope> {
  const hub = await tx.selectFrom('hub').select('area_codes').where('hub_id', '=', hub_id).executeTakeFirst()
  return { hub_id, today, area_codes: hub?.area_codes ?? [] }
}
