import { sql } from 'kysely'
import type { Sql } from '../records/client.ts'

/**
 * The lists of an event's page: a number on it and the list that opens from it are this one condition. `t` is the
 * place, `r` what was typed by who asked for it.
 */
export const GUEST_LISTS = {
  booked: sql<boolean>`t.status = 'booked'`,
  waiting: sql<boolean>`t.status = 'waitlist'`,
  came: sql<boolean>`t.status = 'attended'`,
  absent: sql<boolean>`t.status = 'no_show'`,
  invited: sql<boolean>`t.status = 'invited'`,
  cancelled: sql<boolean>`t.status = 'cancelled'`,
  /** Not yet known who they are, or for which business they come. */
  to_match: sql<boolean>`(r.id is not null and r.matched_at is null and t.status <> 'cancelled')`,
} as const
export type GuestList = keyof typeof GUEST_LISTS
export const GUEST_LIST_NAMES = Object.keys(GUEST_LISTS) as [GuestList, ...GuestList[]]

/** Every place of an event that stands, with what was typed and with whom it was matched. */
export const guestsOf = (hub_id: string, event_id: Sql): Sql => sql`
  app.attendance t
    left join app.registration r on r.hub_id = t.hub_id and r.attendance_id = t.id and r.voided_at is null
    left join app.person p on p.hub_id = t.hub_id and p.id = t.person_id
    left join app.business b on b.hub_id = t.hub_id and b.id = t.business_id
  where t.hub_id = ${hub_id} and t.event_id = ${event_id} and t.voided_at is null`

/** What a guest is called: as on record, else as they wrote themselves, else the business. */
export const guestName: Sql<string> = sql`coalesce(nullif(trim(coalesce(p.given_name || ' ' || p.family_name, r.given_name || ' ' || r.family_name)), ''), b.name, t.reference)`
export const guestBusiness: Sql<string | null> = sql`coalesce(b.name, r.business_name)`

/** How many stand on each list. */
export const guestCounts = (hub_id: string, event_id: Sql): Sql => sql`
  (select json_build_object(${sql.join(
    GUEST_LIST_NAMES.map((name) => sql`${sql.lit(name)}, count(*) filter (where ${GUEST_LISTS[name]})`),
  )}) from ${guestsOf(hub_id, event_id)})`
