import type { Tx } from '@hubline/db/connection.ts'
import { LogInteraction, mustHaveHappened } from '@hubline/domain/interactions/log-interaction.ts'
import { Problem } from '@hubline/domain/problem.ts'
import type { Actor } from '@hubline/domain/staff/permissions.ts'
import { changeRecord } from '../records/change-record.ts'
import { mustBeClients } from '../records/must-be-clients.ts'
import { nextReference } from '../records/next-reference.ts'
import { writes } from '../trpc.ts'

/** Logs one contact or session, and plans the next step on the client's case. */
export const logInteraction = writes('interaction:log')
  .input(LogInteraction)
  .mutation(async ({ ctx: { db, actor, today }, input }) => {
    const { request_id: _, next_step, next_on, ...facts } = input
    mustHaveHappened(facts, today)
    await mustBeClients(db, actor.hub_id, facts)
    const reference = await nextReference(db, 'interaction', facts.occurred_on)
    const { id } = await db
      .insertInto('interaction')
      .values({ ...facts, hub_id: actor.hub_id, reference, adviser_id: actor.adviser_id })
      .returning('id')
      .executeTakeFirstOrThrow()
    const planned = next_step ? await planOnCase(db, actor, { ...input, next_step, next_on: next_on ?? null }) : null
    return { id, reference, next_step_on_case: planned }
  })

type Plan = Pick<LogInteraction, 'business_id' | 'person_id' | 'case_id'> & {
  next_step: string
  next_on: string | null
}

/** The case named, or the client's only open case that the actor owns. Gives its reference. */
async function planOnCase(
  tx: Tx,
  actor: Actor,
  { business_id, person_id, case_id, next_step, next_on }: Plan,
): Promise<string> {
  const cases = await tx
    .selectFrom('case')
    .select(['id', 'version', 'reference'])
    .where('hub_id', '=', actor.hub_id)
    .where('status', '<>', 'closed')
    .where('voided_at', 'is', null)
    .where((eb) =>
      case_id
        ? eb('id', '=', case_id)
        : eb.and([
            eb('owner_id', '=', actor.adviser_id),
            eb.or([
              ...(business_id ? [eb('business_id', '=', business_id)] : []),
              ...(person_id ? [eb('person_id', '=', person_id)] : []),
            ]),
          ]),
    )
    .limit(2)
    .execute()
  const [only, another] = cases
  if (!only || another)
    throw new Problem(
      'invalid',
      another
        ? 'Choose the case that the next step belongs to'
        : 'You have no open case for this client: open one, or take the next step out',
      'next_step',
    )
  await changeRecord(tx, {
    kind: 'case',
    hub_id: actor.hub_id,
    id: only.id,
    version: only.version,
    values: { next_step, next_on },
  })
  return only.reference
}
