import { hashOf } from '@hubline/db/door.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { AcceptInvitation, weaknessOf } from '@hubline/domain/staff/sign-in.ts'
import { sql } from 'kysely'
import { type RequestContext, visits } from '../trpc.ts'
import { countAttempt, forgiveAttempt } from './attempts.ts'
import { type FrontDoor, doorOf } from './front-door.ts'
import { note } from './note.ts'
import { openInvitation } from './open-invitation.ts'
import { hashOfPassword, isPassword } from './passwords.ts'
import { startSession } from './sessions.ts'

type Invited = Awaited<ReturnType<typeof openInvitation>>

/** Joins the hub of an invitation: with a new password, or confirmed with that of the account the person has. */
export const acceptInvitation = visits()
  .input(AcceptInvitation)
  .mutation(async ({ ctx, input: { token, password } }) => {
    const door = doorOf(ctx.front_door)
    const invited = await openInvitation(door, token)
    const email = invited.email.toLowerCase()
    const password_hash =
      invited.password_hash === null
        ? await chosen(password, email)
        : await confirmed(ctx, password, invited.password_hash, email)
    const account_id = await join(door, invited, { token, email, password_hash })
    ctx.setSession(await startSession(door, { account_id, hub: invited }, ctx.token))
    await note(door, [invited], ctx.request_id, 'invitation_accepted')
    return { hub_name: invited.hub_name }
  })

async function chosen(password: string, email: string): Promise<string> {
  const weakness = weaknessOf(password, email)
  if (weakness !== undefined) throw new Problem('invalid', weakness, 'password')
  return hashOfPassword(password)
}

async function confirmed(ctx: RequestContext, password: string, kept: string, email: string): Promise<undefined> {
  await countAttempt(email, ctx.address)
  if (!(await isPassword(password, kept)))
    throw new Problem('invalid', 'Enter the password of the account that you have here already', 'password')
  await forgiveAttempt(email, ctx.address)
  return undefined
}

/** The use of the link, the account and the membership, or none of them. */
function join(
  door: FrontDoor,
  invited: Invited,
  { token, email, password_hash }: { token: string; email: string; password_hash: string | undefined },
) {
  const { hub_id, adviser_id } = invited
  return door.transaction().execute(async (tx) => {
    const used = await tx
      .updateTable('auth.invitation')
      .set({ used_at: sql<Date>`now()` })
      .where('token_hash', '=', hashOf(token))
      .where('used_at', 'is', null)
      .where('revoked_at', 'is', null)
      .returning('adviser_id')
      .executeTakeFirst()
    if (!used)
      throw new Problem('not_found', 'This invitation was used a moment ago: sign in with the password you chose')
    const account_id = invited.account_id ?? (await makeAccount(tx, email, password_hash ?? ''))
    await tx
      .insertInto('auth.membership')
      .values({ account_id, hub_id, adviser_id })
      .onConflict((conflict) => conflict.columns(['account_id', 'hub_id']).doUpdateSet({ adviser_id }))
      .execute()
    return account_id
  })
}

async function makeAccount(tx: FrontDoor, email: string, password_hash: string): Promise<string> {
  const { id } = await tx
    .insertInto('auth.account')
    .values({ email, password_hash })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
