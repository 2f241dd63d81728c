import { type SqlBool, sql } from 'kysely'
import { scopeSql } from '../cases/caseload-sql.ts'
import { reads } from '../trpc.ts'

type WayIn = {
  adviser_id: string
  has_account: boolean
  invited_until: Date | null
  last_seen_at: Date | null
}

const AT_MOST = 1000

/** Who works in the hub and who has left: their role, whether they can sign in, when they were last here, their cases. */
export const people = reads('staff:read').query(({ ctx: { db, actor, today } }) =>
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
      'way_in.last_seen_at',
    ])
    // As many as the caseload of that person shows.
    .select((eb) =>
      eb
        .selectFrom('case as k')
        .select((count) => count.fn.countAll<number>().as('cases'))
        .where(sql<SqlBool>`${scopeSql({ hub_id: actor.hub_id, owner_id: null, today })}`)
        .whereRef('k.owner_id', '=', 'adviser.id')
        .as('open_cases'),
    )
    .where('adviser.hub_id', '=', actor.hub_id)
    .where('adviser.voided_at', 'is', null)
    .orderBy('adviser.is_active', 'desc')
    .orderBy('adviser.name')
    .orderBy('adviser.id')
    .limit(AT_MOST)
    .execute(),
)
