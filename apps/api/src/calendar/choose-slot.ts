import type { Tx } from '@hubline/db/connection.ts'
import { MOST_DAYS_AHEAD } from '@hubline/domain/calendar/book-review.ts'
import { type Obstacle, type Place, isVisit } from '@hubline/domain/calendar/free-times.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { type Broker, brokerOf } from './brokers.ts'
import { mustBeFree } from './must-be-free.ts'
import { roomForReview } from './room-for-review.ts'

export type Choice = {
  broker_id: string
  slot_start: Date
  minutes: number
  place: Place
  room_id?: string | null | undefined
  place_note?: string | null | undefined
}

const DAY_MS = 86_400_000

type Asked = { hub_id: string; review_id: string; now: Date; passing: readonly Obstacle[] }

/**
 * What choosing a time writes on a review, once broker and room are seen to be free then.
 * @throws Problem 'invalid' at `slot_start`, `room_id` or `broker_id`
 */
export async function chooseSlot(tx: Tx, choice: Choice, asked: Asked) {
  const { hub_id, review_id, now } = asked
  const { slot_start, minutes, place } = choice
  const broker = await brokerOf(tx, hub_id, choice.broker_id)
  const slot_end = new Date(slot_start.getTime() + minutes * 60_000)
  if (slot_start.getTime() > now.getTime() + MOST_DAYS_AHEAD * DAY_MS)
    throw new Problem('invalid', 'That is more than two years ahead: check the year', 'slot_start')
  const slot = { from: slot_start.getTime(), to: slot_end.getTime(), is_visit: isVisit(place) }
  await mustBeFree(tx, { ...asked, broker, slot })
  const room_id = place === 'our_room' ? (choice.room_id ?? null) : null
  if (room_id) await roomForReview(tx, { hub_id, room_id, from: slot_start, to: slot_end, review_id })
  return {
    broker_id: broker.id,
    slot_start,
    slot_end,
    place,
    room_id,
    place_note: choice.place_note ?? null,
    video_link: linkFor(broker, place),
  }
}

/** Everybody who comes by video comes to the broker's own room there. */
const linkFor = ({ video_link }: Broker, place: Place): string | null => (place === 'video' ? video_link : null)
