import { createHash } from 'node:crypto'
import type { Tx } from '@hubline/db/connection.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { z } from 'zod'

/** Whoever sends a write: a person of the hub, or the holder of a link, by id. */
export type Sender = { hub_id: string; sender_id: string }
type Received = { key: string; reply?: unknown }

const SentRequest = z.object({ request_id: z.uuid() })

/** Every write carries an identifier that the browser made, so that sending it twice does it once. */
export async function receive(
  tx: Tx,
  { hub_id, sender_id }: Sender,
  { path, raw }: { path: string; raw: unknown },
): Promise<Received> {
  const sent = SentRequest.safeParse(raw)
  if (!sent.success)
    throw new Problem('invalid', 'The form was sent without its identifier: reload the page and send it again')
  const key = sent.data.request_id
  const input_hash = createHash('sha256').update(JSON.stringify(raw)).digest('hex')
  const fresh = await tx
    .insertInto('received_request')
    .values({ hub_id, adviser_id: sender_id, key, procedure: path, input_hash })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  if (fresh) return { key }
  const earlier = await tx
    .selectFrom('received_request')
    .select(['procedure', 'input_hash', 'reply'])
    .where('hub_id', '=', hub_id)
    .where('adviser_id', '=', sender_id)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  if (earlier.procedure !== path || earlier.input_hash !== input_hash)
    throw new Problem(
      'sent_before',
      'This form was sent before with other contents: reload the page to see what was saved',
    )
  return { key, reply: earlier.reply }
}

/** Keeps the reply of a write. */
export async function keepReply(tx: Tx, { hub_id, sender_id }: Sender, key: string, reply: unknown): Promise<void> {
  await tx
    .updateTable('received_request')
    .set({ reply: JSON.stringify(reply ?? null) })
    .where('hub_id', '=', hub_id)
    .where('adviser_id', '=', sender_id)
    .where('key', '=', key)
    .execute()
}

/** Keeps the reply of a write, and moves on the count by which kept figures know that something changed. */
export async function finish(tx: Tx, sender: Sender, key: string, reply: unknown): Promise<void> {
  await keepReply(tx, sender, key, reply)
  await tx
    .insertInto('hub_change')
    .values({ hub_id: sender.hub_id, changes: 1 })
    .onConflict((conflict) =>
      conflict.column('hub_id').doUpdateSet((eb) => ({ changes: eb('hub_change.changes', '+', 1) })),
    )
    .execute()
}
