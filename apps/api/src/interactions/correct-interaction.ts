import { CorrectInteraction, mustHaveHappened } from '@hubline/domain/interactions/log-interaction.ts'
import { changeRecord } from '../records/change-record.ts'
import { writes } from '../trpc.ts'

/** Puts right what was logged; the former version stays in the history. */
export const correctInteraction = writes('interaction:correct')
  .input(CorrectInteraction)
  .mutation(async ({ ctx: { db, actor, today }, input }) => {
    const { request_id: _, id, version, ...values } = input
    if (values.occurred_on) mustHaveHappened({ occurred_on: values.occurred_on }, today)
    return { version: await changeRecord(db, { kind: 'interaction', hub_id: actor.hub_id, id, version, values }) }
  })
