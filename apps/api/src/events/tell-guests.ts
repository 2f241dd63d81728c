import type { Tx } from '@hubline/db/connection.ts'
import type { Day } from '@hubline/domain/day.ts'
import { invitationFile } from '@hubline/domain/calendar/icalendar.ts'
import {
  type PlaceNews,
  type PlaceTold,
  letterAboutPlace,
  letterOfInvitation,
} from '@hubline/domain/events/event-letters.ts'
import { type PlaceEntry, entryMethod, entryOfPlace } from '@hubline/domain/events/place-entry.ts'
import type { AttendanceStatus } from '@hubline/domain/events/stages.ts'
import { MailAddress } from '@hubline/domain/mail/letter.ts'
import { sql } from 'kysely'
import { sendMail } from '../mail/send-mail.ts'
import { guestName } from './guest-lists.ts'

type Guest = PlaceTold & Omit<PlaceEntry, 'email'> & { email: string | null; before: number; status: AttendanceStatus }
type AboutEvent = { hub_id: string; id: string }

/** Those of an event's guests who are meant, with their place in line. One without an address cannot be written to. */
async function guestsToTell(tx: Tx, { hub_id, id }: AboutEvent, places: readonly string[]): Promise<Guest[]> {
  const found = await sql<Guest>`
    select t.id, t.status, t.version + e.version as sequence, now() as stamp, ${guestName} as name, coalesce(r.email, p.email) as email, h.name as hub, e.title, e.held_on, e.starts_at, e.ends_at, e.place, e.online_link,
      (select count(*) from app.attendance w where w.hub_id = t.hub_id and w.event_id = t.event_id and w.status = 'waitlist' and w.voided_at is null
        and (coalesce(w.booking_no, 0), w.id) < (coalesce(t.booking_no, 0), t.id))::integer as before
    from app.attendance t join app.event e on e.hub_id = t.hub_id and e.id = t.event_id join app.hub h on h.hub_id = t.hub_id and h.id = t.hub_id
      left join app.registration r on r.hub_id = t.hub_id and r.attendance_id = t.id and r.voided_at is null
      left join app.person p on p.hub_id = t.hub_id and p.id = t.person_id
      left join app.business b on b.hub_id = t.hub_id and b.id = t.business_id
    where t.hub_id = ${hub_id} and t.event_id = ${id}::uuid and t.id = any (${[...places]}::uuid[]) and t.voided_at is null order by t.id`.execute(
    tx,
  )
  return found.rows.filter(({ email }) => MailAddress.safeParse(email).success)
}

type Before = { waited?: boolean }

/**
 * Tells guests by mail what has become of their places, with the entry for their calendar; the messages leave when the
 * transaction has ended. `waited`: a place that was given up was one in the waiting list.
 */
export async function tellGuests(
  tx: Tx,
  event: AboutEvent,
  places: readonly string[],
  news: PlaceNews,
  { waited = false }: Before = {},
): Promise<void> {
  if (places.length === 0) return
  for (const guest of await guestsToTell(tx, event, places)) {
    const { id, email, before, name } = guest
    const letter = letterAboutPlace(news, guest, before)
    const has_link = news !== 'cancelled' && news !== 'event_cancelled'
    await sendMail(tx, {
      kind: 'event_place',
      to: email ?? '',
      to_name: name,
      ...letter,
      ...calendarFor(guest, news, waited),
      ...(has_link ? { link: { purpose: 'event_place', id } } : {}),
      about: { kind: 'attendance', id },
    })
  }
}

/** Every change of the place or of the event counts its version up, so a later message is always the newer. */
function calendarFor(guest: Guest, news: PlaceNews, waited: boolean) {
  const method = entryMethod(news, !waited && guest.status !== 'waitlist')
  if (method === undefined) return {}
  const entry = entryOfPlace(guest, { ...guest, email: guest.email ?? '', is_cancelled: method === 'CANCEL' })
  return { calendar: { method, ics: invitationFile(entry) } }
}

/** Asks somebody to come, with the address of the public page. */
export async function inviteGuest(tx: Tx, event: AboutEvent, place: string, address: string): Promise<void> {
  for (const guest of await guestsToTell(tx, event, [place]))
    await sendMail(tx, {
      kind: 'event_place',
      to: guest.email ?? '',
      to_name: guest.name,
      ...letterOfInvitation(guest, address),
      about: { kind: 'attendance', id: guest.id },
    })
}

/** Guests are told of what lies before them, and only of what the hub has announced. */
export const isToBeTold = (
  { held_on, status, booking }: { held_on: Day; status: string; booking: string },
  today: Day,
): boolean => held_on >= today && status === 'published' && booking !== 'draft'
