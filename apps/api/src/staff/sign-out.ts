import { visits } from '../trpc.ts'
import { doorOf } from './front-door.ts'
import { note } from './note.ts'
import { endSession, findSession } from './sessions.ts'

/** Ends the session here and now; harmless where there is none. */
export const signOut = visits().mutation(async ({ ctx }) => {
  const door = doorOf(ctx.front_door)
  const session = await findSession(door, ctx.token)
  if (ctx.token !== undefined) await endSession(door, ctx.token)
  ctx.setSession(undefined)
  if (session?.hub_id && session.adviser_id)
    await note(door, [{ hub_id: session.hub_id, adviser_id: session.adviser_id }], ctx.request_id, 'signed_out')
  return { signed_out: true }
})
