import type { AttendanceStatus } from '@hubline/domain/events/stages.ts'
import type { Day } from '@hubline/domain/day.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { sql } from 'kysely'
import { readsByLink } from '../by-link.ts'

type MyPlace = {
  hub: string
  title: string
  held_on: Day
  starts_at: string | null
  ends_at: string | null
  place: string | null
  online_link: string | null
  status: AttendanceStatus
  event_status: 'published' | 'delivered' | 'cancelled'
  /** How many wait before them. */
  ahead: number
}

/** One's own place at an event, by the link in the message: how it stands, and where to be. */
export const myPlace = readsByLink('event_place').query(async ({ ctx: { db, link, today } }) => {
  const found = await sql<MyPlace>`
    select h.name as hub, e.title, e.held_on, e.starts_at, e.ends_at, e.place, e.status as event_status, t.status,
      case when t.status in ('booked', 'attended') then e.online_link end as online_link,
      (select count(*) from app.attendance w where w.hub_id = t.hub_id and w.event_id = t.event_id and w.status = 'waitlist' and w.voided_at is null
        and (coalesce(w.booking_no, 0), w.id) < (coalesce(t.booking_no, 0), t.id))::integer as ahead
    from app.attendance t join app.event e on e.hub_id = t.hub_id and e.id = t.event_id join app.hub h on h.hub_id = t.hub_id and h.id = t.hub_id
    where t.hub_id = ${link.hub_id} and t.id = ${link.record_id}::uuid and t.voided_at is null`.execute(db)
  const [place] = found.rows
  if (!place) throw new Problem('not_found', 'This place is no longer there: look for a newer message')
  return { ...place, is_over: place.held_on < today }
})
