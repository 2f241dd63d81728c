import type { Day } from '@hubline/domain/day.ts'
import { PLAN_LINE_STATUSES, type PlanLineStatus } from '@hubline/domain/skills-reviews/plan-line.ts'
import type { Level } from '@hubline/domain/skills-reviews/roles-and-skills.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Sql } from '../records/client.ts'
import type { Named } from '../records/client-page.ts'
import { AskPage, asPage, pageSql } from '../records/key-page.ts'
import { reads } from '../trpc.ts'

const AskUptake = z.object({
  filter: z
    .object({
      status: z.enum(PLAN_LINE_STATUSES).optional(),
      /** The lines of the reviews of one broker. */
      broker: z.uuid().optional(),
      text: z.string().trim().max(200).optional(),
    })
    .default({}),
  ...AskPage,
})
type Filter = z.infer<typeof AskUptake>['filter']

/** A line of a training plan, and how far it has come. */
export type UptakeRow = {
  id: string
  version: number
  reference: string
  need: string
  people: number
  level: Level | null
  status: PlanLineStatus
  target_month: Day | null
  business: Named
  review: { reference: string; broker: string | null }
  course: { reference: string; title: string } | null
  /** Those who were put on a course for it: as long as their list. The line is then as far as they are. */
  learners: number
}

const FROM = sql`app.plan_line l join app.skills_review r on r.hub_id = l.hub_id and r.id = l.skills_review_id
  join app.business q on q.hub_id = r.hub_id and q.id = r.business_id
  join app.business b on b.hub_id = q.hub_id and b.id = q.counts_as_id`

function filterSql({ status, broker, text }: Filter, hub_id: string): Sql {
  const conditions = [sql`l.hub_id = ${hub_id}`, sql`l.voided_at is null`, sql`r.voided_at is null`]
  const words = `%${(text ?? '').replace(/[\\%_]/g, '\\$&')}%`
  if (status) conditions.push(sql`l.status = ${status}`)
  if (broker) conditions.push(sql`r.broker_id = ${broker}`)
  if (text)
    conditions.push(
      sql`(app.plain(l.need) like app.plain(${words}) or app.plain(b.name) like app.plain(${words})
        or lower(${text}) in (lower(l.reference), lower(r.reference), lower(b.reference)))`,
    )
  return sql.join(conditions, sql` and `)
}

/** Every line of the training plans, by the month in which it should begin, and how many are at each status. */
export const uptake = reads('training:read')
  .input(AskUptake)
  .query(async ({ ctx: { db, actor }, input: { filter, ...page } }) => {
    const { hub_id } = actor
    const { where, order } = pageSql(page)
    const found = await sql<UptakeRow & { sorted_by: string }>`
      with k as materialized (select * from (
        select coalesce(to_char(l.target_month, 'YYYY-MM'), '9999-12') || ' ' || app.plain(b.name) as sorted_by,
          l.id, l.version, l.reference, l.need, l.people, l.level, l.status, l.target_month, l.course_id,
          json_build_object('reference', b.reference, 'name', b.name) as business,
          json_build_object('reference', r.reference, 'broker', (select a.name from app.adviser a where a.hub_id = r.hub_id and a.id = r.broker_id)) as review
        from ${FROM} where ${filterSql(filter, hub_id)}) f where ${where} ${order})
      select k.sorted_by, k.id, k.version, k.reference, k.need, k.people, k.level, k.status, k.target_month, k.business, k.review,
        (select json_build_object('reference', c.reference, 'title', c.title) from app.course c where c.hub_id = ${hub_id} and c.id = k.course_id) as course,
        (select count(*) from app.participation t where t.hub_id = ${hub_id} and t.plan_line_id = k.id and t.voided_at is null)::integer as learners
      from k ${order}`.execute(db)
    const counted = await sql<{ statuses: Partial<Record<PlanLineStatus, number>> }>`
      select coalesce(json_object_agg(g.status, g.lines), '{}') as statuses from (
        select l.status, count(*)::integer as lines from ${FROM} where ${filterSql({ ...filter, status: undefined }, hub_id)} group by l.status) g`.execute(
      db,
    )
    return { ...asPage(found.rows, page), statuses: counted.rows[0]?.statuses ?? {} }
  })
