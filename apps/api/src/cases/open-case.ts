import { OpenCase } from '@hubline/domain/cases/change-case.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { mustBeClients } from '../records/must-be-clients.ts'
import { nextReference } from '../records/next-reference.ts'
import { writes } from '../trpc.ts'

/** Opens a case, owned by whoever opens it. */
export const openCase = writes('case:plan')
  .input(OpenCase)
  .mutation(async ({ ctx: { db, actor, today }, input }) => {
    const { request_id: _, ...facts } = input
    if (facts.opened_on > today)
      throw new Problem('invalid', 'The case is opened in the future: enter the day on which work began', 'opened_on')
    await mustBeClients(db, actor.hub_id, facts)
    const reference = await nextReference(db, 'case', facts.opened_on)
    return db
      .insertInto('case')
      .values({ ...facts, hub_id: actor.hub_id, reference, status: 'open', owner_id: actor.adviser_id })
      .returning(['id', 'reference'])
      .executeTakeFirstOrThrow()
  })
