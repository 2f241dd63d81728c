import type { Tx } from '@hubline/db/connection.ts'
import { changed } from '@hubline/domain/fields.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { writes } from '../trpc.ts'
import { mailKey, queueMail } from './send-mail.ts'

/** Sends a message that failed or was kept; one that waits for its next attempt is tried at once. */
export const sendAgain = writes('mail:send')
  .input(z.object(changed))
  .mutation(async ({ ctx: { db, actor, sends_mail }, input: { id, version } }) => {
    const mail = await db
      .selectFrom('mail_message')
      .select(['state', 'version'])
      .where('hub_id', '=', actor.hub_id)
      .where('id', '=', id)
      .where('voided_at', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (!mail) throw new Problem('not_found', 'There is no such message in your hub: choose one from the list')
    if (!sends_mail) throw new Problem('invalid', 'No mail server is set: ask whoever runs Hubline to set SMTP_URL')
    if (mail.state === 'sent') throw new Problem('invalid', 'This message was sent already')
    if (mail.version !== version) throw new Problem('stale', 'This message moved on in the meantime: look at it again')
    if (mail.state === 'waiting') await tryAtOnce(db, actor.hub_id, id)
    else await queueAgain(db, actor.hub_id, id)
    return { id }
  })

/** Nothing happens to an attempt that is under way: it says itself what became of it. */
const tryAtOnce = (db: Tx, hub_id: string, id: string) =>
  db
    .updateTable('background_job')
    .set({ run_at: sql<Date>`now()` })
    .where('hub_id', '=', hub_id)
    .where('key', '=', mailKey(id))
    .where('state', '=', 'waiting')
    .where('held_by', 'is', null)
    .execute()

async function queueAgain(db: Tx, hub_id: string, id: string): Promise<void> {
  await db
    .updateTable('mail_message')
    .set({ state: 'waiting', reason: null })
    .where('hub_id', '=', hub_id)
    .where('id', '=', id)
    .execute()
  await queueMail(db, id)
}
