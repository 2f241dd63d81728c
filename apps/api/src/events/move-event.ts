import type { Tx } from '@hubline/db/connection.ts'
import type { Day } from '@hubline/domain/day.ts'
import { MoveEvent } from '@hubline/domain/events/plan-event.ts'
import {
  type EventMove,
  mustBeFitToPublish,
  mustHaveBegun,
  mustMayMove,
  stageOf,
} from '@hubline/domain/events/stages.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { sql } from 'kysely'
import { changeRecord } from '../records/change-record.ts'
import { writes } from '../trpc.ts'
import { type LockedEvent, lockEvent, moveUp } from './event-places.ts'
import { publicLinkTo } from './public-link.ts'
import { isToBeTold, tellGuests } from './tell-guests.ts'
import { withPlaces } from './with-places.ts'

/** Publishes an event, opens or closes its booking, cancels it, marks it delivered; and takes each of these back. */
export const moveEvent = writes('event:run')
  .input(MoveEvent)
  .mutation(async ({ ctx: { db, actor, today }, input: { id, version, move } }) => {
    const event = await lockEvent(db, actor.hub_id, id)
    // A stale form is told what changed, not that its move no longer fits.
    const gives = event.version === version ? mustMayMove(move, stageOf(event)) : {}
    if (event.version === version) await mustBeReadyFor(db, { move, event, today })
    const opens = move === 'publish' || move === 'open_booking'
    const public_token = opens ? { public_token: await publicLinkTo(db, event) } : {}
    const values = { ...gives, ...public_token }
    const made = await changeRecord(db, { kind: 'event', hub_id: actor.hub_id, id, version, values })
    if (move === 'deliver') await setDownAbsent(db, event)
    if (move === 'cancel' && isToBeTold(event, today))
      await tellGuests(db, event, await withPlaces(db, event), 'event_cancelled')
    const moved_up = await moveUp(db, event, today)
    return { version: made, moved_up: moved_up.length }
  })

type Asked = { move: EventMove; event: LockedEvent; today: Day }

async function mustBeReadyFor(tx: Tx, { move, event, today }: Asked): Promise<void> {
  if (move === 'publish' || move === 'open_booking') mustBeFitToPublish(event, today)
  if (move === 'deliver') mustHaveBegun(event, today)
  if (move === 'cancel') await mustBeEmpty(tx, event)
}

/** @throws Problem 'invalid' where somebody is marked as having come */
async function mustBeEmpty(tx: Tx, { hub_id, id }: LockedEvent): Promise<void> {
  const found = await sql<{ came: number }>`select count(*)::integer as came from app.attendance
    where hub_id = ${hub_id} and event_id = ${id}::uuid and status = 'attended' and voided_at is null`.execute(tx)
  const came = found.rows[0]?.came ?? 0
  if (came > 0)
    throw new Problem(
      'invalid',
      `${came === 1 ? '1 person is' : `${came} people are`} marked as having come: take that back first, or mark the event delivered`,
      'move',
    )
}

/** Whoever had a place and was not ticked did not come. */
const setDownAbsent = (tx: Tx, { hub_id, id }: LockedEvent) =>
  tx
    .updateTable('attendance')
    .set({ status: 'no_show' })
    .where('hub_id', '=', hub_id)
    .where('event_id', '=', id)
    .where('status', '=', 'booked')
    .where('voided_at', 'is', null)
    .execute()
