import { OpenInvitation } from '@hubline/domain/staff/sign-in.ts'
import { visits } from '../trpc.ts'
import { doorOf } from './front-door.ts'
import { openInvitation } from './open-invitation.ts'

/** Who is invited where, for the page that an invitation opens. Looking changes nothing: mail scanners look too. */
export const invitation = visits()
  .input(OpenInvitation)
  .query(async ({ ctx, input }) => {
    const { hub_name, name, email, role, account_id } = await openInvitation(doorOf(ctx.front_door), input.token)
    return { hub_name, name, email, role, has_account: account_id !== null }
  })
