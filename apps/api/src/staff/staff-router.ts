import { router } from '../trpc.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { changeRole } from './change-role.ts'
import { deactivate } from './deactivate.ts'
import { enterHub } from './enter-hub.ts'
import { invitation } from './invitation.ts'
import { invite } from './invite.ts'
import { inviteAuditor } from './invite-auditor.ts'
import { keepAuditor } from './keep-auditor.ts'
import { me } from './me.ts'
import { newLink } from './new-link.ts'
import { people } from './people.ts'
import { reactivate } from './reactivate.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'

export const staffRouter = router({
  acceptInvitation,
  changeRole,
  deactivate,
  enterHub,
  invitation,
  invite,
  inviteAuditor,
  keepAuditor,
  me,
  newLink,
  people,
  reactivate,
  signIn,
  signOut,
})
