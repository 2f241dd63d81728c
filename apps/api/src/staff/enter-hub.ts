import { Problem } from '@hubline/domain/problem.ts'
import { EnterHub } from '@hubline/domain/staff/sign-in.ts'
import { visits } from '../trpc.ts'
import { doorOf, hubsOf } from './front-door.ts'
import { note } from './note.ts'
import { findSession, startSession } from './sessions.ts'

/** Chooses the hub to work in, after the password or later; the session gets a new secret and lasts no longer for it. */
export const enterHub = visits()
  .input(EnterHub)
  .mutation(async ({ ctx, input }) => {
    const door = doorOf(ctx.front_door)
    const session = await findSession(door, ctx.token)
    if (!session) throw new Problem('not_signed_in', 'Sign in to go on')
    const hub = (await hubsOf(door, session.account_id)).find(({ slug }) => slug === input.slug)
    if (!hub) throw new Problem('not_found', 'Choose one of your hubs', 'slug')
    ctx.setSession(
      await startSession(door, { account_id: session.account_id, hub, started_at: session.started_at }, ctx.token),
    )
    await note(door, [hub], ctx.request_id, 'hub_entered')
    return { slug: hub.slug, name: hub.name }
  })
