import type { Tx } from '@hubline/db/connection.ts'
import { hashOf } from '@hubline/db/door.ts'
import { INVITATION_DAYS } from '@hubline/domain/staff/invite.ts'
import { sql } from 'kysely'
import { newSecret } from './sessions.ts'

/** The link by which an adviser of the hub of the transaction makes an account; the one before it ends. */
export async function newInvitationLink(tx: Tx, adviser_id: string, public_url: string): Promise<string> {
  const token = newSecret()
  await sql`select auth.invite(${adviser_id}::uuid, ${hashOf(token)}, now() + make_interval(days => ${INVITATION_DAYS}))`.execute(
    tx,
  )
  return new URL(`/invitation/${token}`, public_url).href
}

/** A link for an invitation that is on its way; nothing where the person left, or can sign in by now. */
export async function invitationLink(tx: Tx, adviser_id: string, public_url: string): Promise<string | undefined> {
  const wanted = await sql<{ id: string }>`
    select a.id from app.adviser a join auth.ways_in() w on w.adviser_id = a.id
    where a.hub_id = app.hub() and a.id = ${adviser_id} and a.is_active and a.voided_at is null and not w.has_account
      and w.invited_until is not null`.execute(tx)
  return wanted.rows.length === 0 ? undefined : newInvitationLink(tx, adviser_id, public_url)
}
