import type { Tx } from '@hubline/db/connection.ts'
import { CorrectInteraction, mustHaveHappened } from '@hubline/domain/interactions/log-interaction.ts'
import { changeRecord } from '../records/change-record.ts'
import { mustBeClients } from '../records/must-be-clients.ts'
import { writes } from '../trpc.ts'

/** Puts right what was logged; the former version stays in the history. */
export const correctInteraction = writes('interaction:correct')
  .input(CorrectInteraction)
  .mutation(async ({ ctx: { db, actor, today }, input }) => {
    const { request_id: _, id, version, ...values } = input
    if (values.occurred_on) mustHaveHappened({ occurred_on: values.occurred_on }, today)
    const made = await changeRecord(db, { kind: 'interaction', hub_id: actor.hub_id, id, version, values })
    const moved = [values.business_id, values.person_id, values.case_id].some((value) => value !== undefined)
    if (moved) await mustBeClients(db, actor.hub_id, await clientsOf(db, actor.hub_id, id))
    return { version: made }
  })

const clientsOf = (tx: Tx, hub_id: string, id: string) =>
  tx
    .selectFrom('interaction')
    .select(['business_id', 'person_id', 'case_id'])
    .where('hub_id', '=', hub_id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
