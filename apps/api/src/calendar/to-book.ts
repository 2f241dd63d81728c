import type { Tx } from '@hubline/db/connection.ts'
import type { Place } from '@hubline/domain/calendar/free-times.ts'
import { type Day, addDays } from '@hubline/domain/day.ts'
import { Problem } from '@hubline/domain/problem.ts'
import type { ReviewStatus } from '@hubline/domain/skills-reviews/stages.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { reads } from '../trpc.ts'
import { usualAttendee } from './attendee.ts'
import { brokersOf } from './brokers.ts'
import { openRooms } from './rooms.ts'

const AskToBook = z.object({
  /** Of a review, or of a business: then its review in hand, if it has one. */
  reference: z.string().min(1).max(200),
})

/** What was offered so long ago is not taken up again: the business is asked anew. */
const IN_HAND_DAYS = 365

type Standing = {
  id: string
  version: number
  reference: string
  status: ReviewStatus
  offered_on: Day
  broker_id: string | null
  slot_start: string | null
  slot_end: string | null
  place: Place | null
  place_note: string | null
  room_id: string | null
  attendee_name: string | null
  attendee_email: string | null
  attendee_phone: string | null
}
type Found = {
  review: Standing | null
  business: { id: string; reference: string; name: string; town: string | null; postcode: string | null }
}

/** Everything that the booking of one review begins with: what stands, who usually comes, with whom and where. */
export const toBook = reads('diary:read')
  .input(AskToBook)
  .query(async ({ ctx: { db, actor, today }, input }) => {
    const { hub_id } = actor
    const { review, business } = await findToBook(db, { hub_id, today, reference: input.reference })
    return {
      today,
      review,
      business,
      attendee: await usualAttendee(db, hub_id, business.id),
      brokers: (await brokersOf(db, hub_id)).map(({ id, name, review_minutes }) => ({ id, name, review_minutes })),
      rooms: await openRooms(db, hub_id),
    }
  })

/** @throws Problem 'not_found' */
async function findToBook(
  tx: Tx,
  { hub_id, today, reference }: { hub_id: string; today: Day; reference: string },
): Promise<Found> {
  const found = await sql<Found>`
    with named as (select r.business_id, r.id as review_id from app.skills_review r
        where r.hub_id = ${hub_id} and r.reference = ${reference} and r.voided_at is null
      union all select b.id, null from app.business b where b.hub_id = ${hub_id} and b.reference = ${reference} and b.voided_at is null),
    whose as (select b.id, b.reference, b.name, b.town, b.postcode, n.review_id from named n
      join app.business q on q.hub_id = ${hub_id} and q.id = n.business_id
      join app.business b on b.hub_id = ${hub_id} and b.id = q.counts_as_id limit 1)
    select json_build_object('id', w.id, 'reference', w.reference, 'name', w.name, 'town', w.town, 'postcode', w.postcode) as business,
      (select to_jsonb(s) from (
        select r.id, r.version, r.reference, r.status, r.offered_on, r.broker_id, r.slot_start, r.slot_end, r.place, r.place_note,
          r.room_id, r.attendee_name, r.attendee_email, r.attendee_phone
        from app.skills_review r join app.business q on q.hub_id = r.hub_id and q.id = r.business_id
        where r.hub_id = ${hub_id} and q.counts_as_id = w.id and r.voided_at is null
          and (r.id = w.review_id or (w.review_id is null and r.status in ('offered', 'accepted', 'booked', 'cancelled', 'no_show')
            and r.offered_on > ${addDays(today, -IN_HAND_DAYS)}::date))
        order by r.offered_on desc, r.id desc limit 1) s) as review
    from whose w`.execute(tx)
  const [row] = found.rows
  if (!row) throw new Problem('not_found', 'There is no such review or business in your hub')
  return row
}
