import type { Tx } from '@hubline/db/connection.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { type CallListCriteria, MakeCallList } from '@hubline/domain/skills-reviews/call-list.ts'
import { sql } from 'kysely'
import { nextReference } from '../records/next-reference.ts'
import { writes } from '../trpc.ts'
import { type CandidateScope, candidatesSql } from './candidates-sql.ts'
import { candidateScope } from './count-candidates.ts'

/** Makes a call list of the businesses that match now; what changes later does not change the list. */
export const makeCallList = writes('review:work')
  .input(MakeCallList)
  .mutation(async ({ ctx: { db, actor, today }, input }) => {
    const { id, name, criteria, most } = input
    const { hub_id } = actor
    const reference = await nextReference(db, 'call_list')
    await db
      .insertInto('call_list')
      .values({ hub_id, id, reference, name, criteria: JSON.stringify(criteria), made_by_id: actor.adviser_id })
      .execute()
    const scope = await candidateScope(db, hub_id, today)
    const businesses = await addEntries(db, { id, reference, criteria, most }, scope)
    if (businesses === 0)
      throw new Problem('invalid', 'No business matches: take one of the conditions out', 'criteria')
    return { id, reference, businesses }
  })

type NewList = { id: string; reference: string; criteria: CallListCriteria; most: number }

/** Puts the businesses that match on a list that has none yet, and gives how many. */
export async function addEntries(
  tx: Tx,
  { id, reference, criteria, most }: NewList,
  scope: CandidateScope,
): Promise<number> {
  const made = await sql`insert into app.call_list_entry (hub_id, reference, call_list_id, place, business_id)
    select ${scope.hub_id}::uuid, ${reference} || '-' || lpad(c.place::text, 3, '0'), ${id}::uuid, c.place, c.id
    from ${candidatesSql(criteria, scope)} c order by c.place limit ${most}`.execute(tx)
  return Number(made.numAffectedRows ?? 0)
}
