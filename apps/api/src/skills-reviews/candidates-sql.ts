import { addDays } from '@hubline/domain/day.ts'
import type { Day } from '@hubline/domain/day.ts'
import { type CallListCriteria, monthsBefore } from '@hubline/domain/skills-reviews/call-list.ts'
import { FORGOTTEN_DAYS } from '@hubline/domain/skills-reviews/offers.ts'
import type { ListedBusiness } from '@hubline/domain/skills-reviews/why-listed.ts'
import { sql } from 'kysely'
import { SIZE_SQL } from '../businesses/size-sql.ts'
import type { Sql } from '../records/client.ts'
import { sectionSql } from './reviews-sql.ts'

export type Candidate = ListedBusiness & {
  id: string
  reference: string
  name: string
  district_code: string | null
}
export type CandidateScope = { hub_id: string; area_codes: readonly string[]; today: Day }

/** A review of a business that has not ended: on its way, or waiting for an answer. `r` is the review. */
export function inHandSql(today: Day): Sql<boolean> {
  return sql`(r.status = 'booked' or (r.status in ('offered', 'accepted') and coalesce(r.answered_on, r.offered_on) >= ${addDays(today, -FORGOTTEN_DAYS)}))`
}

/** What each business was offered, as one row a business, merged ones together. */
const offersSql = (hub_id: string, today: Day): Sql => sql`
  select q.counts_as_id as id, max(r.offered_on) as last_offered_on, bool_or(r.held_on is not null) as has_been_reviewed,
    bool_or(${inHandSql(today)}) as in_hand, bool_or(r.status = 'offered' and ${inHandSql(today)}) as waiting,
    (array_agg(jsonb_build_object('offered_on', r.offered_on, 'status', r.status, 'decline_reason', r.decline_reason) order by r.offered_on desc, r.id desc))[1] as last_offer
  from app.skills_review r join app.business q on q.hub_id = r.hub_id and q.id = r.business_id
  where r.hub_id = ${hub_id} and r.voided_at is null group by q.counts_as_id`

/** When each business was last referred for skills, within a year, and since when a skills case of it is open. */
const referredSql = (hub_id: string, today: Day): Sql => sql`
  select id, max(referred_on) as referred_on, min(case_since) as case_since from (
    select q.counts_as_id as id, f.made_on as referred_on, null::date as case_since
      from app.referral f join app.business q on q.hub_id = f.hub_id and q.id = f.business_id
      where f.hub_id = ${hub_id} and ${isForSkills(today)}
    union all
    select q.counts_as_id, null, k.opened_on from app."case" k join app.business q on q.hub_id = k.hub_id and q.id = k.business_id
      where k.hub_id = ${hub_id} and ${isSkillsCase}) referred group by id`

/** The referral `f` of the last year was for skills, and stands. */
export const isForSkills = (today: Day): Sql<boolean> => sql`(f.category ~* 'skill|training|apprentice'
  and f.made_on >= ${monthsBefore(today, 12)} and f.status not in ('withdrawn', 'declined_by_client') and f.voided_at is null)`

/** The case `k` is about skills, and open. */
export const isSkillsCase: Sql<boolean> = sql`(k.kind = 'skills' and k.status <> 'closed' and k.voided_at is null)`

/** Businesses that wait for a call on a list that is in use. */
const listedSql = (hub_id: string): Sql => sql`
  select distinct q.counts_as_id as id from app.call_list_entry e
    join app.call_list l on l.hub_id = e.hub_id and l.id = e.call_list_id and l.voided_at is null
    join app.business q on q.hub_id = e.hub_id and q.id = e.business_id
  where e.hub_id = ${hub_id} and e.outcome is null and e.voided_at is null`

const contact = (hub_id: string, more: Sql): Sql => sql`exists (select from app.business_role o
    join app.person w on w.hub_id = o.hub_id and w.id = o.person_id
  where o.hub_id = ${hub_id} and o.business_id = b.id and o.to_on is null and o.voided_at is null and w.voided_at is null ${more})`

function asked(criteria: CallListCriteria, { hub_id, area_codes, today }: CandidateScope): Sql[] {
  const { sectors, sizes, districts, not_offered_months: months } = criteria
  const any = (conditions: readonly Sql[]) => sql`(${sql.join(conditions, sql` or `)})`
  const waiting = sql`coalesce(offers.waiting, false)`
  return [
    ...(area_codes.length > 0 ? [sql`(b.located_in is null or b.located_in = any(${[...area_codes]}::text[]))`] : []),
    ...(sectors?.length ? [any(sectors.map(sectionSql))] : []),
    ...(sizes?.length ? [any(sizes.map((size) => SIZE_SQL[size]))] : []),
    ...(districts?.length ? [sql`b.located_in = any(${districts}::text[])`] : []),
    // Those who wait were offered a review of late, so the two questions exclude each other.
    criteria.waiting ? waiting : sql`not coalesce(offers.in_hand, false)`,
    ...(months > 0 && !criteria.waiting
      ? [sql`(offers.last_offered_on is null or offers.last_offered_on < ${monthsBefore(today, months)})`]
      : []),
    ...(criteria.referred ? [sql`referred.id is not null`] : []),
    ...(criteria.never_reviewed ? [sql`not coalesce(offers.has_been_reviewed, false)`] : []),
    ...(criteria.has_contact ? [contact(hub_id, sql``)] : []),
    ...(criteria.has_phone ? [sql`(b.phone is not null or ${contact(hub_id, sql`and w.phone is not null`)})`] : []),
    ...(criteria.has_email ? [contact(hub_id, sql`and w.email is not null`)] : []),
  ]
}

/** The businesses that a call list may take, as a query: `place` is their order, those referred to us first. */
export function candidatesSql(criteria: CallListCriteria, scope: CandidateScope): Sql<Candidate & { place: number }> {
  const { hub_id, today } = scope
  const usable = [
    sql`b.hub_id = ${hub_id}`,
    sql`b.voided_at is null`,
    sql`b.merged_into_id is null`,
    sql`coalesce(b.trading_status not in ('ceased', 'insolvent'), true)`,
    sql`listed.id is null`,
  ]
  return sql`(
    with offers as materialized (${offersSql(hub_id, today)}), referred as materialized (${referredSql(hub_id, today)}),
      listed as materialized (${listedSql(hub_id)})
    select b.id, b.reference, b.name, b.located_in as district_code, referred.referred_on, referred.case_since, offers.last_offer,
      coalesce(offers.has_been_reviewed, false) as has_been_reviewed,
      (row_number() over (order by referred.id is null, offers.last_offered_on nulls first, b.finder collate "C", b.id))::integer as place
    from app.business b left join offers on offers.id = b.id left join referred on referred.id = b.id left join listed on listed.id = b.id
    where ${sql.join([...usable, ...asked(criteria, scope)], sql` and `)})`
}
