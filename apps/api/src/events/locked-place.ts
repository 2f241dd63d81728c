import type { Tx } from '@hubline/db/connection.ts'
import { ATTENDANCE_NAMES, type AttendanceStatus, mayBecome } from '@hubline/domain/events/stages.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { type LockedEvent, lockEvent, nextNo } from './event-places.ts'

export type LockedPlace = { id: string; status: AttendanceStatus; event: LockedEvent }

/** A place whose event is locked, so that nothing moves while it changes. @throws Problem 'not_found' */
export async function lockedPlace(tx: Tx, hub_id: string, id: string): Promise<LockedPlace> {
  const read = () =>
    tx
      .selectFrom('attendance')
      .select(['event_id', 'status'])
      .where('hub_id', '=', hub_id)
      .where('id', '=', id)
      .where('voided_at', 'is', null)
      .executeTakeFirst()
  const place = await read()
  if (!place) throw new Problem('not_found', 'That place is not in your hub: reload the page')
  const event = await lockEvent(tx, hub_id, place.event_id)
  const now = await read()
  if (!now) throw new Problem('not_found', 'That place is no longer there: reload the page')
  return { id, status: now.status, event }
}

/** @throws Problem 'invalid' where a place that stands so cannot become that */
export async function changePlaceTo(tx: Tx, { id, status, event }: LockedPlace, to: AttendanceStatus): Promise<void> {
  if (!mayBecome(status, to))
    throw new Problem(
      'invalid',
      `This place stands at "${ATTENDANCE_NAMES[status]}": reload the page to see what happened`,
      'attendance_id',
    )
  // Who comes back stands behind those who asked meanwhile.
  const comes_back = status === 'cancelled' || status === 'invited'
  await tx
    .updateTable('attendance')
    .set({ status: to, ...(comes_back ? { booking_no: nextNo(event) } : {}) })
    .where('hub_id', '=', event.hub_id)
    .where('id', '=', id)
    .execute()
}
