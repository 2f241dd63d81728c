import type { Tx } from '@hubline/db/connection.ts'
import { sql } from 'kysely'

/**
 * An offer whose message could not be sent was not made: unless the business has answered by another way meanwhile, it
 * is voided and counts no more. Other messages are no offers, and nothing happens.
 */
export async function takeBackUndelivered(tx: Tx, hub_id: string, mail_id: string, reason: string): Promise<void> {
  const letter = await tx
    .updateTable('offer_letter')
    .set({ state: 'not_sent', reason })
    .where('hub_id', '=', hub_id)
    .where('mail_message_id', '=', mail_id)
    .where('state', '=', 'offered')
    .returning('skills_review_id')
    .executeTakeFirst()
  if (!letter?.skills_review_id) return
  await tx
    .updateTable('skills_review')
    .set({ voided_at: sql<Date>`now()`, void_reason: `The offer could not be sent: ${reason}` })
    .where('hub_id', '=', hub_id)
    .where('id', '=', letter.skills_review_id)
    .where('status', '=', 'offered')
    .where('voided_at', 'is', null)
    .execute()
}
