import type { Tx } from '@hubline/db/connection.ts'
import { reads } from '../trpc.ts'

const AT_MOST = 200

export const openRooms = (tx: Tx, hub_id: string) =>
  tx
    .selectFrom('room')
    .select(['id', 'name', 'address', 'seats'])
    .where('hub_id', '=', hub_id)
    .where('is_open', '=', true)
    .where('voided_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .limit(AT_MOST)
    .execute()

/** The hub's rooms, closed ones too. */
export const rooms = reads('diary:read').query(({ ctx: { db, actor } }) =>
  db
    .selectFrom('room')
    .select(['id', 'version', 'name', 'address', 'seats', 'is_open'])
    .where('hub_id', '=', actor.hub_id)
    .where('voided_at', 'is', null)
    .orderBy('is_open', 'desc')
    .orderBy('name')
    .orderBy('id')
    .limit(AT_MOST)
    .execute(),
)
