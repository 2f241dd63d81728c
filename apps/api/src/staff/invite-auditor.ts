import { Problem } from '@hubline/domain/problem.ts'
import { InviteAuditor, faultOfLastDay } from '@hubline/domain/staff/invite.ts'
import { writes } from '../trpc.ts'
import { inviteAdviser } from './invite-adviser.ts'

/** Invites an auditor until a last day. The link goes as that of any invitation does. */
export const inviteAuditor = writes('auditor:keep', { reply_is_secret: true })
  .input(InviteAuditor)
  .mutation(async ({ ctx: { db, actor, today, public_url, sends_mail }, input: { email, name, last_day } }) => {
    const fault = faultOfLastDay(last_day, { today, from: today })
    if (fault !== undefined) throw new Problem('invalid', fault, 'last_day')
    const person = { email, name, role: 'auditor', last_day } as const
    const { link } = await inviteAdviser(db, { ...person, hub_id: actor.hub_id, public_url, sends_mail })
    return { link: link ?? null }
  })
