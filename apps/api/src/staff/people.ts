import { sql } from 'kysely'
import { reads } from '../trpc.ts'

type WayIn = { adviser_id: string; has_account: boolean; invited_until: Date | null }

const AT_MOST = 1000

/** Who works in the hub, in which role, and whether they can sign in yet. */
export const people = reads('staff:read').query(({ ctx: { db, actor } }) =>
  db
    .selectFrom('adviser')
    .innerJoin(sql<WayIn>`auth.ways_in()`.as<'way_in'>('way_in'), 'way_in.adviser_id', 'adviser.id')
    .select([
      'adviser.id',
      'adviser.version',
      'adviser.name',
      'adviser.email',
      'adviser.role',
      'adviser.is_active',
      'way_in.has_account',
      'way_in.invited_until',
    ])
    .where('adviser.hub_id', '=', actor.hub_id)
    .where('adviser.voided_at', 'is', null)
    .orderBy('adviser.is_active', 'desc')
    .orderBy('adviser.name')
    .orderBy('adviser.id')
    .limit(AT_MOST)
    .execute(),
)
