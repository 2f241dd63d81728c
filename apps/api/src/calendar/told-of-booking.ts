import type { Tx } from '@hubline/db/connection.ts'
import type { BookingTold } from '@hubline/domain/calendar/booking-letters.ts'
import type { Place } from '@hubline/domain/calendar/free-times.ts'
import { sql } from 'kysely'

type Row = {
  reference: string
  hub: string
  business_name: string
  address: string | null
  broker_name: string
  broker_email: string
  attendee_name: string | null
  attendee_email: string | null
  attendee_phone: string | null
  slot_start: Date
  slot_end: Date
  place: Place | null
  place_note: string | null
  room_name: string | null
  room_address: string | null
  video_link: string | null
  status: string
  invitation: number
}

export type BookingToTell = BookingTold & { status: string; invitation: number; attendee_email: string | null }

/** What messages about a review's booking say; undefined where it has no time or no broker. */
export async function bookingToTell(tx: Tx, hub_id: string, review_id: string): Promise<BookingToTell | undefined> {
  const found = await sql<Row>`select r.reference, h.name as hub, b.name as business_name,
      nullif(concat_ws(', ', b.address, b.town, b.postcode), '') as address, a.name as broker_name, a.email as broker_email,
      r.attendee_name, r.attendee_email, r.attendee_phone, r.slot_start, r.slot_end, r.place, r.place_note,
      m.name as room_name, m.address as room_address, r.video_link, r.status, r.invitation
    from app.skills_review r
      join app.hub h on h.hub_id = r.hub_id and h.id = r.hub_id
      join app.business q on q.hub_id = r.hub_id and q.id = r.business_id
      join app.business b on b.hub_id = q.hub_id and b.id = q.counts_as_id
      join app.adviser a on a.hub_id = r.hub_id and a.id = r.broker_id
      left join app.room m on m.hub_id = r.hub_id and m.id = r.room_id
    where r.hub_id = ${hub_id} and r.id = ${review_id} and r.slot_start is not null and r.voided_at is null`.execute(tx)
  const [row] = found.rows
  if (!row) return undefined
  const { reference, hub, place, place_note, video_link, status, invitation, attendee_email } = row
  return {
    reference,
    hub,
    place,
    place_note,
    video_link,
    status,
    invitation,
    attendee_email,
    business: { name: row.business_name, address: row.address },
    broker: { name: row.broker_name, email: row.broker_email },
    attendee: { name: row.attendee_name, phone: row.attendee_phone },
    from: row.slot_start,
    to: row.slot_end,
    room: row.room_name === null ? null : { name: row.room_name, address: row.room_address },
  }
}
