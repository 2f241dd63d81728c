import type { Tx } from '@hubline/db/connection.ts'
import { type KnownGuest, announcementOf, comingGuests } from '@hubline/db/seed/coming-guests.ts'
import { parseIsoDay } from '@hubline/domain/day.ts'
import { sql } from 'kysely'
import { lockEvent } from './event-places.ts'
import { publicLinkTo } from './public-link.ts'
import { registerGuest } from './register-guest.ts'
import { settleByKeys } from './settle-by-keys.ts'

const GUESTS_ON_RECORD = 4

/** Announces the demonstration's events to come, by the same ways as any event, and lets people ask for places. */
export async function openDemonstrationEvents(tx: Tx, hub_id: string): Promise<void> {
  const events = await tx
    .selectFrom('event')
    .select(['id', 'held_on'])
    .where('hub_id', '=', hub_id)
    .where('status', '=', 'published')
    .orderBy('held_on')
    .orderBy('reference')
    .execute()
  for (const [at, { id, held_on }] of events.entries()) {
    const day = parseIsoDay(held_on)
    if (!day) continue
    const public_token = await publicLinkTo(tx, { id, public_token: null, held_on: day })
    await tx
      .updateTable('event')
      .set({ ...announcementOf(at), booking: 'open', public_token })
      .where('hub_id', '=', hub_id)
      .where('id', '=', id)
      .execute()
    for (const typed of comingGuests(await peopleOnRecord(tx, { hub_id, event_id: id, at }), at))
      await registerGuest(tx, await lockEvent(tx, hub_id, id), typed, await settleByKeys(tx, hub_id, typed))
  }
}

/** Main contacts who have no place yet, others for each event. */
async function peopleOnRecord(
  tx: Tx,
  { hub_id, event_id, at }: { hub_id: string; event_id: string; at: number },
): Promise<KnownGuest[]> {
  const found = await sql<KnownGuest>`
    select p.given_name, p.family_name, p.email, b.name as business_name
    from app.business_role r join app.person p on p.hub_id = r.hub_id and p.id = r.person_id
      join app.business b on b.hub_id = r.hub_id and b.id = r.business_id
    where r.hub_id = ${hub_id} and r.is_main and r.to_on is null and p.merged_into_id is null and b.merged_into_id is null and p.email is not null
      and not exists (select from app.attendance t where t.hub_id = r.hub_id and t.event_id = ${event_id}::uuid and t.person_id = p.id)
    order by r.reference offset ${sql.lit(20 + at * 25)} limit ${sql.lit(GUESTS_ON_RECORD)}`.execute(tx)
  return found.rows
}
