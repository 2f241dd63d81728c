import type { Tx } from '@hubline/db/connection.ts'
import { sql } from 'kysely'
import { idsOf } from '../records/client.ts'

export type Attendee = { attendee_name: string | null; attendee_email: string | null; attendee_phone: string | null }
type Given = { [Fact in keyof Attendee]?: string | null | undefined }

/** Whom an invitation goes to unless somebody is named: the main person of a business, or its own address. */
export async function usualAttendee(tx: Tx, hub_id: string, business_id: string): Promise<Attendee> {
  const survivor = sql`(select b.counts_as_id from app.business b where b.hub_id = ${hub_id} and b.id = ${business_id})`
  const found = await sql<Attendee>`select p.given_name || ' ' || p.family_name as attendee_name,
      coalesce(p.email, b.email) as attendee_email, coalesce(p.phone, b.phone) as attendee_phone
    from app.business b left join lateral (
      select p.* from app.business_role r join app.person p on p.hub_id = r.hub_id and p.id = r.person_id
      where r.hub_id = ${hub_id} and r.business_id = any (${idsOf('business', hub_id, survivor)}) and r.to_on is null
        and r.voided_at is null and p.voided_at is null
      order by r.is_main desc nulls last, r.id limit 1) p on true
    where b.hub_id = ${hub_id} and b.id = ${survivor}`.execute(tx)
  return found.rows[0] ?? { attendee_name: null, attendee_email: null, attendee_phone: null }
}

/** What the form says of who comes; where it says nothing of one thing, what was known before. */
export function attendeeOf(given: Given, known: Attendee): Attendee {
  return {
    attendee_name: given.attendee_name === undefined ? known.attendee_name : given.attendee_name,
    attendee_email: given.attendee_email === undefined ? known.attendee_email : given.attendee_email,
    attendee_phone: given.attendee_phone === undefined ? known.attendee_phone : given.attendee_phone,
  }
}
