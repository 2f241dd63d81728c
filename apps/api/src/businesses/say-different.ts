import type { Tx } from '@hubline/db/connection.ts'
import { Problem } from '@hubline/domain/problem.ts'
import type { Actor } from '@hubline/domain/staff/permissions.ts'
import { sent } from '@hubline/domain/fields.ts'
import { z } from 'zod'
import { lockClients } from '../duplicates/lock-clients.ts'
import type { ClientKind } from '../records/client.ts'
import { writes } from '../trpc.ts'

type Pair = { kind: ClientKind; one_id: string; other_id: string }

export const Different = z.object({
  ...sent,
  one_id: z.uuid('Choose the first again'),
  other_id: z.uuid('Choose the second again'),
})

/**
 * Remembers that two clients are not the same, once, whichever was named first. What somebody has merged meanwhile is
 * one until that is undone. @throws Problem 'not_found', 'invalid'
 */
export async function keepDifferent(tx: Tx, actor: Actor, { kind, one_id, other_id }: Pair): Promise<void> {
  if (one_id === other_id) throw new Problem('not_found', 'That is one record twice: choose the two again')
  const [low, high] = one_id < other_id ? [one_id, other_id] : [other_id, one_id]
  const [one, other] = await lockClients(tx, { kind, hub_id: actor.hub_id, ids: [low, high] })
  if (one.counts_as_id === other.counts_as_id) {
    const [part, whole] = one.part_of === null ? [other, one] : [one, other]
    throw new Problem(
      'invalid',
      `${part.name}, ${part.reference}, counts as one with ${whole.reference}: if they are two, undo the merge first`,
    )
  }
  await tx
    .insertInto('not_a_duplicate')
    .values({ hub_id: actor.hub_id, reference: `${kind} ${low} ${high}`, kind, one_id: low, other_id: high })
    .onConflict((conflict) => conflict.columns(['hub_id', 'reference']).doNothing())
    .execute()
}

/** "Not the same business": said once, and the two are not offered as duplicates again. */
export const sayDifferent = writes('client:change')
  .input(Different)
  .mutation(async ({ ctx: { db, actor }, input }) => {
    await keepDifferent(db, actor, { kind: 'business', one_id: input.one_id, other_id: input.other_id })
    return { said: true }
  })
