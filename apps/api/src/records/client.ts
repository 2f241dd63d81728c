import type { Day } from '@hubline/domain/day.ts'
import { UNCOUNTED_INTERACTION_KINDS } from '@hubline/domain/interactions/interactions-file.ts'
import { type Year, firstDay, lastDay } from '@hubline/domain/years/year.ts'
import { type RawBuilder, sql } from 'kysely'

/** Businesses and people are equal clients: nearly every question about one can be asked about the other. */
export type ClientKind = 'business' | 'person'

/** A piece of SQL. */
export type Sql<T = unknown> = RawBuilder<T>

/** The name of a client's row that goes by `alias`. */
export const nameOf = (kind: ClientKind, alias: string): Sql<string> =>
  kind === 'business'
    ? sql`${sql.ref(`${alias}.name`)}`
    : sql`${sql.ref(`${alias}.given_name`)} || ' ' || ${sql.ref(`${alias}.family_name`)}`

/** The column by which records point at a client. */
export const columnOf = (kind: ClientKind) => sql.ref(`${kind}_id`)

const uncounted = sql.join(UNCOUNTED_INTERACTION_KINDS.map((kind) => sql.lit(kind)))

/** The interaction `i` is support given to a client, and stands. */
export const isCountable: Sql<boolean> = sql`(i.voided_at is null and i.minutes >= 1 and i.kind not in (${uncounted}))`

/** A client and everyone merged into it, as an array of ids. `id` is a piece of SQL that gives the survivor's. */
export function idsOf(kind: ClientKind, hub_id: string, id: Sql): Sql<string[]> {
  return sql`(array(select merged.id from ${sql.table(`app.${kind}`)} merged where merged.hub_id = ${hub_id}
    and merged.counts_as_id = ${id} and merged.merged_into_id is not null) || ${id})`
}

/**
 * The day of the last countable interaction with any of `ids`. Of the bare day, the planner would walk all interactions of
 * the hub from the newest until it met one of theirs; of the day and nothing it takes those of the client.
 */
export function lastContact(kind: ClientKind, hub_id: string, ids: Sql): Sql<Day | null> {
  return sql`(select max(i.occurred_on + 0) from app.interaction i
    where i.hub_id = ${hub_id} and i.${columnOf(kind)} = any (${ids}) and ${isCountable})`
}

/** Minutes of support in a year: countable interactions, and attended events, each once however many came. */
export function minutesInYear(kind: ClientKind, hub_id: string, ids: Sql, year: Year): Sql<number> {
  const column = columnOf(kind)
  return sql`(
    coalesce((select sum(i.minutes) from app.interaction i where i.hub_id = ${hub_id} and i.${column} = any (${ids})
      and i.occurred_on between ${firstDay(year)} and ${lastDay(year)} and ${isCountable}), 0)
    + coalesce((select sum(went.minutes) from (
        select distinct e.id, e.minutes from app.attendance t join app.event e on e.hub_id = t.hub_id and e.id = t.event_id
        where t.hub_id = ${hub_id} and t.${column} = any (${ids}) and t.status = 'attended' and t.voided_at is null
          and e.status <> 'cancelled' and e.voided_at is null and e.held_on between ${firstDay(year)} and ${lastDay(year)}) went), 0))::integer`
}

/** Referrals of any of `ids` that a partner still has to answer or finish. */
export function openReferrals(kind: ClientKind, hub_id: string, ids: Sql): Sql<number> {
  return sql`(select count(*) from app.referral r where r.hub_id = ${hub_id} and r.${columnOf(kind)} = any (${ids})
    and r.status in ('made', 'acknowledged', 'accepted', 'started') and r.voided_at is null)::integer`
}
