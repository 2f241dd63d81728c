import { InvitePerson } from '@hubline/domain/staff/invite.ts'
import { writes } from '../trpc.ts'
import { inviteAdviser } from './invite-adviser.ts'

/** Makes the link by which a person joins the hub. The link is shown this once: only its hash is kept. */
export const invite = writes('staff:invite', { reply_is_secret: true })
  .input(InvitePerson)
  .mutation(async ({ ctx: { db, actor, public_url }, input: { email, name, role } }) => {
    const { link } = await inviteAdviser(db, { email, name, role, hub_id: actor.hub_id, public_url })
    return { link }
  })
