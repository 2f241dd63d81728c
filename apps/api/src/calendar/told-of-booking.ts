import type { Tx } from '@hubline/db/connection.ts'
import type { BookingTold } from '@hubline/domain/calendar/booking-letters.ts'
import type { Place } from '@hubline/domain/calendar/free-times.ts'
import { sql } from 'kysely'
import type { Sql } from '../records/client.ts'

type Row = {
  entry_id: string
  recorded_at: Date
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

export type BookingToTell = BookingTold & {
  /** By which it is known in calendars: of the review, or of the request that it began as. */
  entry_id: string
  /** When this version was written. */
  recorded_at: Date
  status: string
  invitation: number
  attendee_email: string | null
}

const AT_MOST = 2000

/** What messages about the booking of a review or a request say; undefined where it has no time or no broker. */
export async function bookingToTell(tx: Tx, hub_id: string, id: string): Promise<BookingToTell | undefined> {
  const [booking] = await bookingsToTell(tx, hub_id, sql`r.id = ${id}`)
  if (booking) return booking
  const [request] = await requestsToTell(tx, hub_id, sql`q.id = ${id} and q.status <> 'matched'`)
  return request
}

/** The same of requests `q`: what is known of the client is what they typed. */
export async function requestsToTell(tx: Tx, hub_id: string, which: Sql): Promise<BookingToTell[]> {
  const found = await sql<Row>`select q.id as entry_id, q.recorded_at, q.reference, h.name as hub, q.business_name,
      null as address, a.name as broker_name, a.email as broker_email, q.given_name || ' ' || q.family_name as attendee_name,
      q.email as attendee_email, q.phone as attendee_phone, q.slot_start, q.slot_end, q.place, null as place_note,
      null as room_name, null as room_address, case when q.place = 'video' then d.video_link end as video_link,
      case when q.status = 'waiting' then 'booked' else q.status end as status, q.invitation
    from app.booking_request q
      join app.hub h on h.hub_id = q.hub_id and h.id = q.hub_id
      join app.adviser a on a.hub_id = q.hub_id and a.id = q.broker_id
      left join app.diary d on d.hub_id = q.hub_id and d.adviser_id = q.broker_id
    where q.hub_id = ${hub_id} and ${which} and q.voided_at is null
    order by q.slot_start, q.id limit ${sql.lit(AT_MOST)}`.execute(tx)
  return found.rows.map(asTold)
}

/** The same of many reviews `r`, in the order of their times. */
export async function bookingsToTell(tx: Tx, hub_id: string, which: Sql): Promise<BookingToTell[]> {
  const found = await sql<Row>`select coalesce((select q.id from app.booking_request q
        where q.hub_id = r.hub_id and q.skills_review_id = r.id order by q.matched_at desc limit 1), r.id) as entry_id, r.recorded_at, r.reference, h.name as hub, b.name as business_name,
      nullif(concat_ws(', ', b.address, b.town, b.postcode), '') as address, a.name as broker_name, a.email as broker_email,
      r.attendee_name, r.attendee_email, r.attendee_phone, r.slot_start, r.slot_end, r.place, r.place_note,
      m.name as room_name, m.address as room_address, r.video_link, r.status, r.invitation
    from app.skills_review r
      join app.hub h on h.hub_id = r.hub_id and h.id = r.hub_id
      join app.business c on c.hub_id = r.hub_id and c.id = r.business_id
      join app.business b on b.hub_id = c.hub_id and b.id = c.counts_as_id
      join app.adviser a on a.hub_id = r.hub_id and a.id = r.broker_id
      left join app.room m on m.hub_id = r.hub_id and m.id = r.room_id
    where r.hub_id = ${hub_id} and ${which} and r.slot_start is not null and r.voided_at is null
    order by r.slot_start, r.id limit ${sql.lit(AT_MOST)}`.execute(tx)
  return found.rows.map(asTold)
}

function asTold(row: Row): BookingToTell {
  const { business_name, address, broker_name, broker_email, attendee_name, attendee_phone } = row
  const { slot_start, slot_end, room_name, room_address, ...told } = row
  return {
    ...told,
    business: { name: business_name, address },
    broker: { name: broker_name, email: broker_email },
    attendee: { name: attendee_name, phone: attendee_phone },
    from: slot_start,
    to: slot_end,
    room: room_name === null ? null : { name: room_name, address: room_address },
  }
}
