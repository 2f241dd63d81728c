import { CALL_OUTCOMES, type CallOutcome, isOffer } from '@hubline/domain/skills-reviews/call-list.ts'
import type { Day } from '@hubline/domain/day.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { type Sql, idsOf } from '../records/client.ts'
import { inHandSql } from './candidates-sql.ts'

/**
 * Which entries of a list are shown: those to call now, those put off, those passed over, those done, those offered a
 * review, or one outcome.
 */
export const SHOWN = ['to_call', 'later', 'passed_over', 'done', 'offers', ...CALL_OUTCOMES] as const
export type Shown = (typeof SHOWN)[number]
export const AskShown = z.enum(SHOWN)

/** Nobody needs to call: since the list was made the business got a review in hand by another way, or was voided. */
const hasMovedOn = (hub_id: string, today: Day): Sql<boolean> => sql`exists (select from app.business eb
  where eb.hub_id = ${hub_id} and eb.id = e.business_id and (eb.voided_at is not null or exists (
    select from app.skills_review r where r.hub_id = ${hub_id} and r.business_id = any (${idsOf('business', hub_id, sql`eb.counts_as_id`)})
      and r.status in ('accepted', 'booked') and r.voided_at is null and ${inHandSql(today)})))`

/** The entries of a list, each with whether its business still needs a call. */
export const entriesSql = ({ hub_id, list_id, today }: { hub_id: string; list_id: Sql; today: Day }): Sql => sql`
  (select e.*, ${isOpen(today)} and ${hasMovedOn(hub_id, today)} as has_moved_on
    from app.call_list_entry e where e.hub_id = ${hub_id} and e.call_list_id = ${list_id} and e.voided_at is null)`

/** Not called yet, or put off until today. */
const isOpen = (today: Day): Sql<boolean> =>
  sql`(e.outcome is null or (e.outcome = 'call_back' and e.call_back_on <= ${today}))`

const OFFERS = CALL_OUTCOMES.filter(isOffer).map((outcome) => sql.lit(outcome))

/** Whether an entry `e` of `entriesSql` stands among those shown: each is either to call, later, passed over or done. */
export function shownSql(shown: Shown, today: Day): Sql<boolean> {
  if (shown === 'to_call') return sql`(${isOpen(today)} and not e.has_moved_on)`
  if (shown === 'passed_over') return sql`e.has_moved_on`
  if (shown === 'later') return sql`(e.outcome = 'call_back' and e.call_back_on > ${today})`
  if (shown === 'done') return sql`(e.outcome is not null and e.outcome <> 'call_back')`
  if (shown === 'offers') return sql`coalesce(e.outcome in (${sql.join(OFFERS)}), false)`
  return sql`e.outcome = ${shown satisfies CallOutcome}`
}

/** How many entries of one list stand where, as one JSON value: every number is the length of the list that it opens. */
export function countsSql(list: { hub_id: string; list_id: Sql; today: Day }): Sql<Counts> {
  const counts = SHOWN.map(
    (shown) => sql`(count(*) filter (where ${shownSql(shown, list.today)}))::integer as ${sql.ref(shown)}`,
  )
  return sql`(select to_jsonb(n) from (select ${sql.join(counts)}, count(*)::integer as "all" from ${entriesSql(list)} e) n)`
}

export type Counts = Record<Shown | 'all', number>
