import type { Tx } from '@hubline/db/connection.ts'
import { sql } from 'kysely'
import { makeLink } from '../by-link.ts'

/** How long somebody may choose a time; a booked review's link lives until it is over. */
const OPEN_DAYS = 60

/**
 * A link by which whoever comes picks, moves or gives up the time of one review or request; nothing once it is past
 * that.
 */
export async function bookingLink(tx: Tx, review_id: string, public_url: string): Promise<string | undefined> {
  const wanted = await sql<{
    until: Date
  }>`select greatest(now() + make_interval(days => ${OPEN_DAYS}), r.slot_end) as until
    from app.skills_review r where r.hub_id = app.hub() and r.id = ${review_id} and r.voided_at is null
      and r.status in ('offered', 'accepted', 'no_response', 'declined', 'booked', 'cancelled', 'no_show')
    union all
    select greatest(now() + make_interval(days => ${OPEN_DAYS}), q.slot_end) from app.booking_request q
    where q.hub_id = app.hub() and q.id = ${review_id} and q.voided_at is null and q.status <> 'matched'`.execute(tx)
  const [row] = wanted.rows
  if (!row) return undefined
  const token = await makeLink(tx, { purpose: 'book_review', record_id: review_id, until: row.until })
  return new URL(`/t/${token}`, public_url).href
}
