import { sentenceOfEnd } from '@hubline/db/door.ts'
import type { Day } from '@hubline/domain/day.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { SignIn } from '@hubline/domain/staff/sign-in.ts'
import { type RequestContext, visits } from '../trpc.ts'
import { countAttempt, forgiveAttempt } from './attempts.ts'
import { type FrontDoor, doorOf, hubsOf, lastDayOf } from './front-door.ts'
import { note } from './note.ts'
import { isPassword } from './passwords.ts'
import { startSession } from './sessions.ts'

/** Says nothing about which of the two was wrong, and takes the same time for both. */
const WRONG = 'The e-mail address and the password do not belong together: type both again'

/** Signs in with a password: straight into the only hub, or up to the choice of one. */
export const signIn = visits()
  .input(SignIn)
  .mutation(async ({ ctx, input: { email, password } }) => {
    await countAttempt(email, ctx.address)
    const door = doorOf(ctx.front_door)
    const account = await door
      .selectFrom('auth.account')
      .select(['id', 'password_hash'])
      .where('email', '=', email)
      .executeTakeFirst()
    if (!(await isPassword(password, account?.password_hash)) || !account) {
      noteRefusal(ctx, door, account?.id)
      throw new Problem('invalid', WRONG, 'password')
    }
    await forgiveAttempt(email, ctx.address)
    const hubs = await hubsOf(door, account.id)
    if (hubs.length === 0) throw new Problem('not_allowed', noWayIn(await lastDayOf(door, account.id)))
    const only = hubs.length === 1 ? hubs[0] : undefined
    ctx.setSession(await startSession(door, { account_id: account.id, hub: only }, ctx.token))
    await note(door, only ? [only] : hubs, ctx.request_id, 'signed_in')
    return { hubs: hubs.map(({ slug, name }) => ({ slug, name })), ...(only ? { signed_in_to: only.slug } : {}) }
  })

const noWayIn = (last_day: Day | undefined) =>
  last_day === undefined
    ? 'You do not work in a hub here any more: ask its admin for an invitation'
    : sentenceOfEnd(last_day)

/** Not waited for: an account that exists must not answer later than one that does not. */
function noteRefusal(ctx: RequestContext, door: FrontDoor, account_id: string | undefined): void {
  if (account_id === undefined) return
  hubsOf(door, account_id)
    .then((hubs) => note(door, hubs, ctx.request_id, 'sign_in_refused'))
    .catch((fault: unknown) => ctx.logFault(fault, 'staff.signIn'))
}
