import type { Tx } from '@hubline/db/connection.ts'
import { addDays } from '@hubline/domain/day.ts'
import { makeLink } from '../by-link.ts'

/** A link to one's own place for a message on its way; nothing where the place was given up meanwhile. */
export async function eventPlaceLink(tx: Tx, attendance_id: string, public_url: string): Promise<string | undefined> {
  const place = await tx
    .selectFrom('attendance')
    .innerJoin('event', (join) =>
      join.onRef('event.hub_id', '=', 'attendance.hub_id').onRef('event.id', '=', 'attendance.event_id'),
    )
    .select(['attendance.hub_id', 'event.held_on'])
    .where('attendance.id', '=', attendance_id)
    .where('attendance.status', 'in', ['booked', 'waitlist'])
    .where('attendance.voided_at', 'is', null)
    .executeTakeFirst()
  if (!place) return undefined
  const until = new Date(`${addDays(place.held_on, 1)}T00:00:00Z`)
  const token = await makeLink(tx, { purpose: 'event_place', record_id: attendance_id, until })
  return new URL(`/place/${token}`, public_url).href
}
