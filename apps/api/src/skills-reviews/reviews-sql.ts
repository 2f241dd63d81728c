import { type Day, parseIsoDay } from '@hubline/domain/day.ts'
import { SIC_SECTIONS, type SicSection } from '@hubline/domain/businesses/sic-codes.ts'
import { DECLINE_REASONS } from '@hubline/domain/skills-reviews/decline-reasons.ts'
import {
  FUNNEL_PLACES,
  FUNNEL_STEPS,
  type FunnelPlace,
  type FunnelStep,
} from '@hubline/domain/skills-reviews/funnel.ts'
import { type Year, firstDay, lastDay } from '@hubline/domain/years/year.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { YearInput } from '../indicators/board.ts'
import { type Sql, idsOf } from '../records/client.ts'

const AskedDay = z.string().transform((text, context): Day => {
  const day = parseIsoDay(text)
  if (day !== undefined) return day
  context.addIssue({ code: 'custom', message: 'Write a day of the list like 2026-05-17' })
  return z.NEVER
})

/** What the dates of a list are about. */
export const DATED_BY = ['offered_on', 'answered_on', 'booked_on', 'held_on', 'plan_agreed_on', 'uptake_on'] as const

/** Which reviews a list shows; the same words that stand in the address of the page. */
export const AskReviews = z.object({
  /** Of the offer. */
  year: YearInput.optional(),
  by: z.enum(DATED_BY).default('offered_on'),
  from: AskedDay.optional(),
  to: AskedDay.optional(),
  broker: z.union([z.uuid(), z.literal('none')]).optional(),
  district: z.string().max(20).optional(),
  sector: z.enum(Object.keys(SIC_SECTIONS) as [SicSection, ...SicSection[]]).optional(),
  text: z.string().trim().max(200).optional(),
  /** The reviews of one business, and of those merged with it. */
  business_id: z.uuid().optional(),
  at: z.enum(FUNNEL_PLACES as [FunnelPlace, ...FunnelPlace[]]).optional(),
  reason: z.enum([...DECLINE_REASONS, 'none']).optional(),
})
export type ReviewsAsked = z.infer<typeof AskReviews>
export type Scope = { hub_id: string; now: Date }

/** Reviews `r`, their business `b` as it counts now, and the columns that places of the funnel speak of. */
export const reviewsFrom = sql`app.skills_review r
  join app.business q on q.hub_id = r.hub_id and q.id = r.business_id
  join app.business b on b.hub_id = q.hub_id and b.id = q.counts_as_id`

const all = (conditions: readonly Sql[]): Sql<boolean> => sql`(${sql.join(conditions, sql` and `)})`

/** What is asked of the reviews, but for their place in the funnel. */
export function askedSql(asked: ReviewsAsked, { hub_id }: Scope): Sql<boolean> {
  const conditions: Sql[] = [sql`r.hub_id = ${hub_id}`, sql`r.voided_at is null`]
  if (asked.year) conditions.push(yearSql(asked.year))
  const dated = sql.ref(`r.${asked.by}`)
  if (asked.from) conditions.push(sql`${dated} >= ${asked.from}`)
  if (asked.to) conditions.push(sql`${dated} <= ${asked.to}`)
  if (asked.broker)
    conditions.push(asked.broker === 'none' ? sql`r.broker_id is null` : sql`r.broker_id = ${asked.broker}`)
  if (asked.district) conditions.push(sql`b.located_in = ${asked.district}`)
  if (asked.sector) conditions.push(sectionSql(asked.sector))
  if (asked.business_id) {
    const survivor = sql`(select o.counts_as_id from app.business o where o.hub_id = ${hub_id} and o.id = ${asked.business_id})`
    conditions.push(sql`r.business_id = any (${idsOf('business', hub_id, survivor)})`)
  }
  if (asked.text) {
    const text = asked.text.replaceAll('\0', '')
    conditions.push(sql`(upper(r.reference) = upper(${text})
      or b.id in (select b2.counts_as_id from app.find_clients(${text}, array['business'], 200) f join app.business b2 on b2.hub_id = ${hub_id} and b2.id = f.id))`)
  }
  return all(conditions)
}

const yearSql = (year: Year): Sql => sql`r.offered_on between ${firstDay(year)} and ${lastDay(year)}`

/** The section letter that a business's code falls in, by its first two digits. */
export function sectionSql(section: SicSection): Sql {
  const [from, to] = SIC_SECTIONS[section].divisions
  return sql`left(b.sic_code, 2) between ${String(from).padStart(2, '0')} and ${String(to).padStart(2, '0')}`
}

function reachedSql({ reached_by }: FunnelStep): Sql<boolean> {
  if (!reached_by) return sql`true`
  const days = reached_by.days.map((day) => sql`${sql.ref(`r.${day}`)} is not null`)
  return sql`(r.status in (${sql.join(reached_by.statuses.map((status) => sql.lit(status)))}) or ${sql.join(days, sql` or `)})`
}

/** Whether a review stands at a place of the funnel: has reached a step, or came so far and no further. */
export function placeSql(place: FunnelPlace, { now }: Scope): Sql<boolean> {
  const at = FUNNEL_STEPS.findIndex(({ step, stayed }) => step === place || stayed.some((one) => one.place === place))
  const here = FUNNEL_STEPS[at]
  const next = FUNNEL_STEPS[at + 1]
  if (!here) throw new Error(`The funnel has no place ${place}`)
  if (here.step === place || !next) return reachedSql(here)
  const stopped = sql`${reachedSql(here)} and not ${reachedSql(next)}`
  const stayed = here.stayed.find((one) => one.place === place)
  if (!stayed?.statuses) {
    const others = here.stayed.flatMap(({ statuses = [] }) => statuses)
    return sql`(${stopped} and r.status not in (${sql.join(others.map((status) => sql.lit(status)))}))`
  }
  const over = sql`coalesce(r.slot_end < ${now}, false)`
  const slot = stayed.slot === undefined ? sql`true` : stayed.slot === 'over' ? over : sql`not ${over}`
  return sql`(${stopped} and r.status in (${sql.join(stayed.statuses.map((status) => sql.lit(status)))}) and ${slot})`
}

/** Everything that a list is asked. */
export function listedSql(asked: ReviewsAsked, scope: Scope): Sql<boolean> {
  const conditions = [askedSql(asked, scope)]
  if (asked.at) conditions.push(placeSql(asked.at, scope))
  if (asked.reason)
    conditions.push(asked.reason === 'none' ? sql`r.decline_reason is null` : sql`r.decline_reason = ${asked.reason}`)
  return all(conditions)
}
