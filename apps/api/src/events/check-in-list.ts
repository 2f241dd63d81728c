import type { Day } from '@hubline/domain/day.ts'
import type { AttendanceStatus, EventStatus } from '@hubline/domain/events/stages.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { reads } from '../trpc.ts'
import { guestBusiness, guestName, guestsOf } from './guest-lists.ts'

/** A device keeps the whole list for when there is no signal. */
const MOST = 2000

export type CheckInGuest = {
  id: string
  name: string
  business_name: string | null
  status: AttendanceStatus
  /** As an instant in text, so that a device compares it with what it has yet to send. */
  marked_at: string | null
  access_needs: string | null
  is_walk_in: boolean
}
type Head = {
  id: string
  version: number
  reference: string
  title: string
  held_on: Day
  starts_at: string | null
  place: string | null
  status: EventStatus
  sheet_kept: boolean
}

/** Everyone on the list of an event, whole, for whoever stands at the door. */
export const checkInList = reads('event:read')
  .input(z.object({ reference: z.string().min(1).max(200) }))
  .query(async ({ ctx: { db, actor, today }, input: { reference } }) => {
    const event = await db
      .selectFrom('event')
      .select(['id', 'version', 'reference', 'title', 'held_on', 'starts_at', 'place', 'status', 'sheet_kept'])
      .where('hub_id', '=', actor.hub_id)
      .where('reference', '=', reference)
      .where('voided_at', 'is', null)
      .executeTakeFirst()
    if (!event) throw new Problem('not_found', `There is no event ${reference} in your hub: find it in the list`)
    const found = await sql<CheckInGuest>`
      select t.id, ${guestName} as name, ${guestBusiness} as business_name, t.status, to_json(t.marked_at) #>> '{}' as marked_at,
        r.access_needs, t.booked_through is not distinct from 'walk_in' as is_walk_in
      from ${guestsOf(actor.hub_id, sql`${event.id}::uuid`)} and (t.status <> 'cancelled' or t.marked_at is not null)
      order by app.plain(${guestName}), t.id limit ${sql.lit(MOST)}`.execute(db)
    return { event: event satisfies Head as Head, guests: found.rows, today }
  })
