import type { Tx } from '@hubline/db/connection.ts'
import { BookPlace } from '@hubline/domain/events/book-place.ts'
import { ATTENDANCE_NAMES, type AttendanceStatus } from '@hubline/domain/events/stages.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { sql } from 'kysely'
import { mustBeClients } from '../records/must-be-clients.ts'
import { writes } from '../trpc.ts'
import { type LockedEvent, lockEvent, placeNow, writePlace } from './event-places.ts'
import { inviteGuest, isToBeTold, tellGuests } from './tell-guests.ts'

/** Gives somebody whom the hub knows a place, or the next one in the waiting list where there is none; or invites them. */
export const bookPlace = writes('event:run')
  .input(BookPlace)
  .mutation(async ({ ctx: { db, actor, today, public_url }, input }) => {
    const { id, event_id, person_id, business_id = null, only_invite } = input
    const event = await lockEvent(db, actor.hub_id, event_id)
    mustTakeBookings(event)
    await mustBeClients(db, actor.hub_id, { person_id, business_id })
    await mustNotBeOnTheList(db, event, person_id)
    const status = only_invite ? 'invited' : placeNow(event)
    const { reference } = await writePlace(db, event, { id, person_id, business_id, booked_through: 'adviser', status })
    if (isToBeTold(event, today)) {
      if (status !== 'invited') await tellGuests(db, event, [id], status === 'waitlist' ? 'waiting' : 'booked')
      else if (event.public_token !== null) await inviteGuest(db, event, id, `${public_url}/e/${event.public_token}`)
    }
    return { id, reference, status }
  })

/** @throws Problem 'invalid' where the event was delivered or cancelled */
export function mustTakeBookings({ status }: LockedEvent): void {
  if (status === 'published') return
  throw new Problem(
    'invalid',
    status === 'cancelled'
      ? 'The event is cancelled: nobody can have a place'
      : 'The event is over: add who came on its check-in list',
    'event_id',
  )
}

type OnTheList = { id: string; reference: string; status: AttendanceStatus; name: string }

/** The place that a person, or one merged with them, has at an event, whatever became of it. */
export async function placeOfPerson(tx: Tx, event: LockedEvent, person_id: string): Promise<OnTheList | undefined> {
  const found = await sql<OnTheList>`
    select t.id, t.reference, t.status, p.given_name || ' ' || p.family_name as name
    from app.person asked join app.person p on p.hub_id = asked.hub_id and p.counts_as_id = asked.counts_as_id
      join app.attendance t on t.hub_id = p.hub_id and t.person_id = p.id
    where asked.hub_id = ${event.hub_id} and asked.id = ${person_id}::uuid and t.event_id = ${event.id}::uuid and t.voided_at is null
    order by t.booking_no nulls first, t.id limit 1`.execute(tx)
  return found.rows[0]
}

async function mustNotBeOnTheList(tx: Tx, event: LockedEvent, person_id: string): Promise<void> {
  const there = await placeOfPerson(tx, event, person_id)
  if (there)
    throw new Problem(
      'already_exists',
      `${there.name} is on the list already: ${ATTENDANCE_NAMES[there.status].toLowerCase()}`,
      'person_id',
    )
}
