import { ReassignCases } from '@hubline/domain/cases/change-case.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { changeRecord } from '../records/change-record.ts'
import { writes } from '../trpc.ts'

/** Gives cases to another adviser: all or, where one has changed meanwhile, none. */
export const reassignCases = writes('case:reassign')
  .input(ReassignCases)
  .mutation(async ({ ctx: { db, actor }, input }) => {
    const owner = await db
      .selectFrom('adviser')
      .select('id')
      .where('hub_id', '=', actor.hub_id)
      .where('id', '=', input.owner_id)
      .where('is_active', '=', true)
      .where('voided_at', 'is', null)
      .executeTakeFirst()
    if (!owner) throw new Problem('invalid', 'That person no longer works in your hub: choose another', 'owner_id')
    // In one order for everybody, so that two people never wait for each other.
    for (const { id, version } of input.cases.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
      await changeRecord(db, { kind: 'case', hub_id: actor.hub_id, id, version, values: { owner_id: owner.id } })
    return { reassigned: input.cases.length }
  })
