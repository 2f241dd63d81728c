import { ALL_PERMISSIONS, may } from '@hubline/domain/staff/permissions.ts'
import { visits } from '../trpc.ts'
import { doorOf, hubsOf } from './front-door.ts'
import { findSession } from './sessions.ts'

/** Who is signed in, where, and what they may do; null for a visitor. */
export const me = visits().query(async ({ ctx }) => {
  const door = doorOf(ctx.front_door)
  const session = await findSession(door, ctx.token)
  if (!session?.hub_id || !session.adviser_id) return null
  const hubs = await hubsOf(door, session.account_id)
  const hub = hubs.find(({ hub_id, adviser_id }) => hub_id === session.hub_id && adviser_id === session.adviser_id)
  if (!hub) return null
  const adviser = await door
    .selectFrom('adviser')
    .select(['name', 'email', 'role', 'id as adviser_id'])
    .where('hub_id', '=', hub.hub_id)
    .where('id', '=', hub.adviser_id)
    .executeTakeFirstOrThrow()
  return {
    ...adviser,
    hub: { slug: hub.slug, name: hub.name, is_demonstration: hub.is_demonstration },
    hubs: hubs.map(({ slug, name }) => ({ slug, name })),
    permissions: ALL_PERMISSIONS.filter((permission) => may(adviser, permission)),
  }
})
