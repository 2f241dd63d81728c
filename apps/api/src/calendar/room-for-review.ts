import type { Tx } from '@hubline/db/connection.ts'
import { Problem } from '@hubline/domain/problem.ts'

type Asked = { hub_id: string; room_id: string; from: Date; to: Date; review_id: string }

/**
 * The room that a review is booked into. @throws Problem 'invalid' at `room_id` where it is closed, or taken at that
 * time: then it names the rooms that are free
 */
export async function roomForReview(
  tx: Tx,
  { hub_id, room_id, from, to, review_id }: Asked,
): Promise<{ name: string; address: string | null }> {
  const rooms = await tx
    .selectFrom('room')
    .select((eb) => [
      'room.id',
      'room.name',
      'room.address',
      eb
        .exists(
          eb
            .selectFrom('skills_review as r')
            .select('r.id')
            .whereRef('r.hub_id', '=', 'room.hub_id')
            .whereRef('r.room_id', '=', 'room.id')
            .where('r.id', '<>', review_id)
            .where('r.status', '=', 'booked')
            .where('r.voided_at', 'is', null)
            .where('r.slot_start', '<', to)
            .where('r.slot_end', '>', from),
        )
        .as('is_taken'),
    ])
    .where('room.hub_id', '=', hub_id)
    .where('room.is_open', '=', true)
    .where('room.voided_at', 'is', null)
    .orderBy('room.name')
    .orderBy('room.id')
    .limit(200)
    .execute()
  const room = rooms.find(({ id }) => id === room_id)
  if (!room) throw new Problem('invalid', 'That room is not open in your hub: choose another', 'room_id')
  if (!room.is_taken) return room
  const free = rooms.filter(({ is_taken }) => !is_taken).map(({ name }) => name)
  const instead = free.length > 0 ? `free then: ${free.slice(0, 3).join(', ')}` : 'choose another time'
  throw new Problem('invalid', `${room.name} is taken at that time: ${instead}`, 'room_id')
}
