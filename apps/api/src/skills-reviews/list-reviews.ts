import type { Day } from '@hubline/domain/day.ts'
import type { DeclineReason } from '@hubline/domain/skills-reviews/decline-reasons.ts'
import type { ReviewStatus } from '@hubline/domain/skills-reviews/stages.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Sql } from '../records/client.ts'
import { AskPage, asPage, pageSql } from '../records/key-page.ts'
import { reads } from '../trpc.ts'
import { lineTakenUp } from './follow-uptake.ts'
import { AskReviews, type ReviewsAsked, type Scope, listedSql, reviewsFrom } from './reviews-sql.ts'

const SORTS = {
  offered_on: sql<string>`r.offered_on::text`,
  name: sql<string>`b.finder`,
  /** Of the booking or the meeting; a review without either comes last. */
  when: sql<string>`coalesce(to_char(r.slot_start at time zone 'UTC', 'YYYY-MM-DD HH24:MI'), r.held_on::text, '9999')`,
} as const

const AskList = AskReviews.extend({
  sort: z.enum(Object.keys(SORTS) as [keyof typeof SORTS, ...(keyof typeof SORTS)[]]).default('offered_on'),
  ...AskPage,
})

/** One review of a list. */
export type ReviewRow = {
  id: string
  version: number
  reference: string
  status: ReviewStatus
  business: { id: string; reference: string; name: string; district_code: string | null }
  /** To whom the offer was made. */
  offered_to: string | null
  broker: string | null
  offered_on: Day
  offer_channel: string | null
  answered_on: Day | null
  decline_reason: DeclineReason | null
  slot_start: Date | null
  slot_end: Date | null
  held_on: Day | null
  plan_agreed_on: Day | null
  uptake_on: Day | null
  /** Lines of the plan, and those of them that became training. */
  lines: number
  taken_up: number
}

/** The rows of a list, each with what it is sorted by. */
export function rowsSql(
  asked: ReviewsAsked,
  scope: Scope,
  { sort, where, order }: { sort: keyof typeof SORTS; where: Sql; order: Sql },
): Sql<ReviewRow & { sorted_by: string }> {
  return sql`with r as materialized (select * from (
      select r.*, b.id as counted_id, b.reference as business_reference, b.name as business_name, b.located_in, ${SORTS[sort]} as sorted_by
      from ${reviewsFrom} where ${listedSql(asked, scope)}) f where ${where} ${order})
    select r.sorted_by, r.id, r.version, r.reference, r.status,
      json_build_object('id', r.counted_id, 'reference', r.business_reference, 'name', r.business_name, 'district_code', r.located_in) as business,
      (select p.given_name || ' ' || p.family_name from app.person p where p.hub_id = r.hub_id and p.id = r.offered_to_id) as offered_to,
      (select a.name from app.adviser a where a.hub_id = r.hub_id and a.id = r.broker_id) as broker,
      r.offered_on, r.offer_channel, r.answered_on, r.decline_reason, r.slot_start, r.slot_end, r.held_on, r.plan_agreed_on, r.uptake_on,
      plan.lines, plan.taken_up
    from r cross join lateral (select count(*)::integer as lines, (count(*) filter (where ${lineTakenUp}))::integer as taken_up
      from app.plan_line l where l.hub_id = r.hub_id and l.skills_review_id = r.id and l.voided_at is null) plan
    ${order}`
}

/** The skills reviews of the hub, a page at a time. */
export const listReviews = reads('review:read')
  .input(AskList)
  .query(async ({ ctx: { db, actor, now, today }, input }) => {
    const { sort, direction, after, before, size, ...asked } = input
    const page = { direction, after, before, size }
    const scope = { hub_id: actor.hub_id, now }
    const found = await rowsSql(asked, scope, { sort, ...pageSql(page) }).execute(db)
    const total = await sql<{
      reviews: number
    }>`select count(*)::integer as reviews from ${reviewsFrom} where ${listedSql(asked, scope)}`.execute(db)
    return { ...asPage(found.rows, page), total: total.rows[0]?.reviews ?? 0, today }
  })
