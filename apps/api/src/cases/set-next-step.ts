import { SetNextStep } from '@hubline/domain/cases/change-case.ts'
import { changeRecord } from '../records/change-record.ts'
import { writes } from '../trpc.ts'

/** Plans what is done next on a case, or that nothing is. */
export const setNextStep = writes('case:plan')
  .input(SetNextStep)
  .mutation(async ({ ctx: { db, actor }, input }) => {
    const { id, version, next_step, next_on } = input
    return {
      version: await changeRecord(db, {
        kind: 'case',
        hub_id: actor.hub_id,
        id,
        version,
        values: { next_step, next_on },
      }),
    }
  })
