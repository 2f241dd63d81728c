import { PARTICIPATION_STATUSES } from '@hubline/domain/training/training-files.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Sql } from '../records/client.ts'
import { AskPage, asPage, pageSql } from '../records/key-page.ts'
import { reads } from '../trpc.ts'
import { type LearnerRow, countsSql, learnersSql } from './learner-row.ts'

const AskLearners = z.object({
  filter: z.object({
    /** The reference of the course. */
    course: z.string().min(1).max(400),
    /** The reference of a session. */
    session: z.string().max(400).optional(),
    stage: z.enum(PARTICIPATION_STATUSES).optional(),
    text: z.string().trim().max(200).optional(),
  }),
  ...AskPage,
})

function filterSql({ course, session, stage, text }: z.infer<typeof AskLearners>['filter'], hub_id: string): Sql {
  const conditions = [sql`t.hub_id = ${hub_id}`, sql`t.voided_at is null`]
  conditions.push(
    sql`t.course_id = (select k.id from app.course k where k.hub_id = ${hub_id} and k.reference = ${course})`,
  )
  if (session)
    conditions.push(
      sql`t.session_id = (select k.id from app.course_session k where k.hub_id = ${hub_id} and k.reference = ${session})`,
    )
  if (stage) conditions.push(sql`t.status = ${stage}`)
  if (text)
    conditions.push(
      sql`(p.finder like '%' || app.plain(${text.replace(/[\\%_]/g, '\\$&')}) || '%' or lower(p.reference) = lower(${text}))`,
    )
  return sql.join(conditions, sql` and `)
}

type Stages = Partial<Record<(typeof PARTICIPATION_STATUSES)[number], number>>
type Listed = LearnerRow & { sorted_by: string }

/** The learners of a course by name, a page at a time, and how many of them are at each stage. */
export const learners = reads('training:read')
  .input(AskLearners)
  .query(async ({ ctx: { db, actor, today }, input: { filter, ...page } }) => {
    const { where, order } = pageSql(page)
    const inside = learnersSql({
      more: sql`, p.finder as sorted_by`,
      where: filterSql(filter, actor.hub_id),
      end: sql``,
    })
    const found = await sql<Listed>`select * from (${inside}) l where ${where} ${order}`.execute(db)
    const everywhere = filterSql({ ...filter, stage: undefined }, actor.hub_id)
    const counted = await sql<{ stages: Stages }>`
      select coalesce(json_object_agg(g.status, g.learners), '{}') as stages
      from (${countsSql(everywhere)}) g`.execute(db)
    return { ...asPage(found.rows, page), stages: counted.rows[0]?.stages ?? {}, today }
  })
