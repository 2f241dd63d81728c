import { InvitePerson } from '@hubline/domain/staff/invite.ts'
import { writes } from '../trpc.ts'
import { inviteAdviser } from './invite-adviser.ts'

/**
 * Invites a person. Their link goes to them by mail; where no mail leaves this server it is told here, this once: only
 * its hash is kept.
 */
export const invite = writes('staff:invite', { reply_is_secret: true })
  .input(InvitePerson)
  .mutation(async ({ ctx: { db, actor, public_url, sends_mail }, input: { email, name, role } }) => {
    const { link } = await inviteAdviser(db, { email, name, role, hub_id: actor.hub_id, public_url, sends_mail })
    return { link: link ?? null }
  })
