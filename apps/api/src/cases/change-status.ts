import { ChangeCaseStatus } from '@hubline/domain/cases/change-case.ts'
import { mustMayMove } from '@hubline/domain/cases/stages.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { changeRecord } from '../records/change-record.ts'
import { writes } from '../trpc.ts'

/** Moves a case to another stage. Closing takes a day and a reason; opening it again takes both away. */
export const changeStatus = writes('case:plan')
  .input(ChangeCaseStatus)
  .mutation(async ({ ctx: { db, actor, today }, input }) => {
    const { id, version, status } = input
    const found = await db
      .selectFrom('case')
      .select(['status', 'version'])
      .where('hub_id', '=', actor.hub_id)
      .where('id', '=', id)
      .where('voided_at', 'is', null)
      .executeTakeFirst()
    // A stale form is told what changed, not that its move no longer fits.
    if (found?.version === version) mustMayMove(found.status, status)
    if (input.closed_on && input.closed_on > today)
      throw new Problem(
        'invalid',
        'The case is closed in the future: enter the day on which it was closed',
        'closed_on',
      )
    const closing = status === 'closed'
    const values = {
      status,
      closed_on: closing ? input.closed_on : null,
      close_reason: closing ? input.close_reason : null,
    }
    return { status, version: await changeRecord(db, { kind: 'case', hub_id: actor.hub_id, id, version, values }) }
  })
