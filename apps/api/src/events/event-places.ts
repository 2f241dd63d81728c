import type { Tx } from '@hubline/db/connection.ts'
import type { Day } from '@hubline/domain/day.ts'
import { HAVE_A_PLACE, type Places, howManyMoveUp, placeFor } from '@hubline/domain/events/places.ts'
import { type AttendanceStatus, type Booking, type EventStatus } from '@hubline/domain/events/stages.ts'
import { Problem } from '@hubline/domain/problem.ts'
import type { BookedThrough } from '@hubline/domain/events/event-files.ts'
import { sql } from 'kysely'
import { nextReference } from '../records/next-reference.ts'
import { tellGuests } from './tell-guests.ts'

/** An event while its places are given out: whoever else wants one waits until this transaction ends. */
export type LockedEvent = Places & {
  hub_id: string
  id: string
  version: number
  reference: string
  title: string
  held_on: Day
  starts_at: string | null
  ends_at: string | null
  place: string | null
  online_link: string | null
  description: string | null
  status: EventStatus
  booking: Booking
  public_token: string | null
  sheet_kept: boolean
}

const taken = sql.join(HAVE_A_PLACE.map((status) => sql.lit(status)))

type Facts = Omit<LockedEvent, keyof Places>

const facts = (lock: boolean, hub_id: string, id: string) => sql<Facts>`
  select hub_id, id, version, reference, title, held_on, starts_at, ends_at, place, online_link, description, status, booking, public_token, sheet_kept
  from app.event where hub_id = ${hub_id} and id = ${id}::uuid and voided_at is null ${lock ? sql`for no key update` : sql``}`

/** Locks an event and counts its places. @throws Problem 'not_found' */
export const lockEvent = (tx: Tx, hub_id: string, id: string): Promise<LockedEvent> => eventOf(tx, hub_id, id, true)

/** The same without the lock, for looking only. @throws Problem 'not_found' */
export const readEvent = (tx: Tx, hub_id: string, id: string): Promise<LockedEvent> => eventOf(tx, hub_id, id, false)

async function eventOf(tx: Tx, hub_id: string, id: string, lock: boolean): Promise<LockedEvent> {
  const found = await facts(lock, hub_id, id).execute(tx)
  const [event] = found.rows
  if (!event) throw new Problem('not_found', 'That event is not in your hub: choose it again')
  // A statement of its own: it sees what was written by those for whom the lock waited.
  const counted = await sql<Places>`
    select e.capacity, count(*) filter (where t.status in (${taken}))::integer as taken,
      count(*) filter (where t.status = 'waitlist')::integer as waiting
    from app.event e left join app.attendance t on t.hub_id = e.hub_id and t.event_id = e.id and t.voided_at is null
    where e.hub_id = ${hub_id} and e.id = ${id}::uuid group by e.capacity`.execute(tx)
  const [places] = counted.rows
  if (!places) throw new Error(`The event ${event.reference} went away while it was read`)
  return { ...event, ...places }
}

/** The number behind all that were given out: in this order places were asked for. */
export const nextNo = (event: LockedEvent) =>
  sql<number>`(select coalesce(max(n.booking_no), 0) + 1 from app.attendance n where n.hub_id = ${event.hub_id} and n.event_id = ${event.id})`

type Asked = {
  id: string
  person_id: string | null
  business_id: string | null
  booked_through: BookedThrough
  status: AttendanceStatus
  status_before?: AttendanceStatus
  marked_at?: Date
  evidence_level?: 'self_declared' | 'documented'
}

/** Writes down a place at an event, behind all that were asked for before. */
export async function writePlace(tx: Tx, event: LockedEvent, asked: Asked): Promise<{ id: string; reference: string }> {
  const reference = await nextReference(tx, 'attendance', event.held_on)
  return tx
    .insertInto('attendance')
    .values({ ...asked, hub_id: event.hub_id, event_id: event.id, reference, booking_no: nextNo(event) })
    .returning(['id', 'reference'])
    .executeTakeFirstOrThrow()
}

/** What somebody gets who asks for a place at this event now. */
export const placeNow = (event: LockedEvent): 'booked' | 'waitlist' => placeFor(event)

/** Gives free places to those who wait, in the order in which they asked. Gives the ids of their places. */
export async function moveUp(
  tx: Tx,
  { hub_id, id }: Pick<LockedEvent, 'hub_id' | 'id'>,
  today: Day,
): Promise<string[]> {
  const event = await lockEvent(tx, hub_id, id)
  const many = howManyMoveUp(event)
  if (event.status !== 'published' || event.booking === 'draft' || event.held_on < today || many === 0) return []
  const moved = await sql<{ id: string }>`
    update app.attendance t set status = 'booked'
    from (select w.id from app.attendance w where w.hub_id = ${hub_id} and w.event_id = ${id}::uuid and w.status = 'waitlist' and w.voided_at is null
      order by w.booking_no nulls first, w.id limit ${sql.lit(many)}) first
    where t.hub_id = ${hub_id} and t.id = first.id returning t.id`.execute(tx)
  const ids = moved.rows.map((row) => row.id)
  await tellGuests(tx, event, ids, 'moved_up')
  return ids
}
