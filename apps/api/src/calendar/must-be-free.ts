import type { Tx } from '@hubline/db/connection.ts'
import { obstacleInWords } from '@hubline/domain/calendar/booking-words.ts'
import {
  type Obstacle,
  PASSABLE,
  type Slot,
  freeTimes,
  nearestTimes,
  obstacleTo,
} from '@hubline/domain/calendar/free-times.ts'
import { clockAt, startOf } from '@hubline/domain/calendar/london-time.ts'
import { addDays, todayInLondon } from '@hubline/domain/day.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { sql } from 'kysely'
import type { Broker } from './brokers.ts'
import { takenTimes } from './taken-times.ts'

const MINUTE = 60_000
/** How far from the wanted time others are looked for, in days. */
const BEFORE = 3
const AFTER = 21

type Asked = {
  hub_id: string
  broker: Broker
  slot: Slot
  now: Date
  /** The review that is booked or moved. */
  review_id: string
  /** What does not matter to whoever asks. */
  passing: readonly Obstacle[]
}

/** A member of the hub knows how soon is too soon, and may pass over more where they say so. */
export const passedBy = ({ anyway }: { anyway: boolean }): readonly Obstacle[] => (anyway ? PASSABLE : ['too_soon'])

/**
 * Sees that a time is free for one review, and keeps the broker's turn until the transaction ends, so that it stays
 * free. Whoever comes too late is told without waiting for a turn.
 * @throws Problem 'invalid' at `slot_start` that says what stands in the way and which times near it are free
 */
export async function mustBeFree(tx: Tx, asked: Asked): Promise<void> {
  const { hub_id, broker, now } = asked
  await lookForObstacle(tx, asked)
  await sql`select app.take_turn(${broker.id}::uuid)`.execute(tx)
  await lookForObstacle(tx, asked)
  await releaseWhatRanOut(tx, { hub_id, broker_id: broker.id, now })
}

async function lookForObstacle(tx: Tx, { hub_id, broker, slot, now, review_id, passing }: Asked): Promise<void> {
  const first = addDays(clockAt(slot.from).day, -BEFORE)
  const today = todayInLondon(now)
  const days = { from: first < today ? today : first, to: addDays(clockAt(slot.from).day, AFTER) }
  const taken = await takenTimes(tx, {
    hub_id,
    broker_ids: [broker.id],
    from: startOf(days.from),
    to: startOf(addDays(days.to, 1)),
    now,
    except: review_id,
  })
  const rules = passing.includes('too_soon') ? { ...broker.rules, notice_hours: 0 } : broker.rules
  const those = { rules, taken: taken.get(broker.id) ?? [], now: now.getTime() }
  const obstacle = obstacleTo(slot, those)
  if (obstacle === undefined || passing.includes(obstacle)) return
  const minutes = (slot.to - slot.from) / MINUTE
  const free = freeTimes(days, { minutes, is_visit: slot.is_visit }, those)
  throw new Problem('invalid', obstacleInWords(obstacle, broker.name, nearestTimes(free, slot.from)), 'slot_start')
}

/** A held time that has run out is given back by whoever comes next. */
async function releaseWhatRanOut(
  tx: Tx,
  { hub_id, broker_id, now }: { hub_id: string; broker_id: string; now: Date },
): Promise<void> {
  await tx
    .updateTable('held_time')
    .set({ released_at: now })
    .where('hub_id', '=', hub_id)
    .where('broker_id', '=', broker_id)
    .where('released_at', 'is', null)
    .where('held_until', '<=', now)
    .execute()
}
