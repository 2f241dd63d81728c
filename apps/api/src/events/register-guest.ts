import { randomUUID } from 'node:crypto'
import type { Tx } from '@hubline/db/connection.ts'
import { CONSENT_WORDS, type Register } from '@hubline/domain/events/register.ts'
import type { AttendanceStatus } from '@hubline/domain/events/stages.ts'
import { sql } from 'kysely'
import { placeOfPerson } from './book-place.ts'
import { type LockedEvent, placeNow, writePlace } from './event-places.ts'
import { changePlaceTo } from './locked-place.ts'
import type { Settled } from './settle-by-keys.ts'

type TypedRegistration = Omit<Register, 'agrees' | 'website'>
type Known = { id: string; status: AttendanceStatus }

/** The registration of an address at an event, whatever became of it. */
export async function registeredBefore(tx: Tx, { hub_id, id }: LockedEvent, email: string): Promise<Known | undefined> {
  const found =
    await sql<Known>`select t.id, t.status from app.registration r join app.attendance t on t.hub_id = r.hub_id and t.id = r.attendance_id
    where r.hub_id = ${hub_id} and r.event_id = ${id}::uuid and lower(r.email) = lower(${email}) and r.voided_at is null and t.voided_at is null`.execute(
      tx,
    )
  return found.rows[0]
}

/** The same address twice is one registration; who gave a place up, or was only asked, has one again. */
export async function again(tx: Tx, event: LockedEvent, { id, status }: Known): Promise<string> {
  if (status === 'cancelled' || status === 'invited') await changePlaceTo(tx, { id, status, event }, placeNow(event))
  return id
}

/** Writes down a registration and gives it a place, or the next one in the waiting list. Gives the place's id. */
export async function registerGuest(
  tx: Tx,
  event: LockedEvent,
  typed: TypedRegistration,
  settled: Settled,
): Promise<string> {
  const there = settled.person_id ? await placeOfPerson(tx, event, settled.person_id) : undefined
  if (there && !(await hasRegistration(tx, event, there.id))) {
    await keep(tx, event, { typed, attendance_id: there.id, reference: there.reference, is_matched: true })
    return again(tx, event, there)
  }
  const known = there ? { person_id: null, business_id: null, is_settled: false } : settled
  const place = await writePlace(tx, event, {
    id: randomUUID(),
    person_id: known.person_id,
    business_id: known.business_id,
    booked_through: 'public_page',
    status: placeNow(event),
  })
  await keep(tx, event, { typed, attendance_id: place.id, reference: place.reference, is_matched: known.is_settled })
  return place.id
}

async function hasRegistration(tx: Tx, { hub_id }: LockedEvent, attendance_id: string): Promise<boolean> {
  const found = await tx
    .selectFrom('registration')
    .select('id')
    .where('hub_id', '=', hub_id)
    .where('attendance_id', '=', attendance_id)
    .where('voided_at', 'is', null)
    .executeTakeFirst()
  return found !== undefined
}

type Kept = {
  typed: TypedRegistration
  attendance_id: string
  reference: string
  is_matched: boolean
}

/** What they typed, as they typed it, under the words to which they agreed. */
const keep = (tx: Tx, event: LockedEvent, { typed, attendance_id, reference, is_matched }: Kept) =>
  tx
    .insertInto('registration')
    .values({
      given_name: typed.given_name,
      family_name: typed.family_name,
      business_name: typed.business_name ?? null,
      email: typed.email,
      phone: typed.phone ?? null,
      access_needs: typed.access_needs ?? null,
      hub_id: event.hub_id,
      event_id: event.id,
      attendance_id,
      reference,
      consent_words: CONSENT_WORDS,
      consented_at: sql<Date>`now()`,
      matched_at: is_matched ? sql<Date>`now()` : null,
    })
    .execute()
