import { PARTICIPATION_STATUSES } from '@hubline/domain/training/training-files.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { type ClientKind, type Sql, idsOf } from '../records/client.ts'
import { AskPage, asPage, pageSql } from '../records/key-page.ts'
import { reads } from '../trpc.ts'
import { type LearnerRow, countsSql, learnersSql } from './learner-row.ts'

const reference = z.string().min(1).max(400).optional()

const AskLearners = z.object({
  /** By references. Of a course, of a client or of a line of a training plan: one of these at least. */
  filter: z
    .object({
      course: reference,
      business: reference,
      person: reference,
      line: reference,
      session: reference,
      stage: z.enum(PARTICIPATION_STATUSES).optional(),
      text: z.string().trim().max(200).optional(),
    })
    .refine(({ course, business, person, line }) => course ?? business ?? person ?? line, {
      error: 'Choose a course, a business, a person or a line of a plan',
      path: ['course'],
    }),
  /** By name, or the latest to begin or enrol. */
  sort: z.enum(['name', 'day']).default('name'),
  ...AskPage,
})
type Filter = z.infer<typeof AskLearners>['filter']

const SORTED = {
  name: sql`p.finder`,
  day: sql`to_char(coalesce(t.qualifying_start_on, t.enrolled_on, t.applied_on, '0001-01-01'::date), 'YYYY-MM-DD')`,
} as const

/** The records that a client counts as, found by its reference. */
const clientSql = (kind: ClientKind, hub_id: string, of: string): Sql => sql`t.${sql.ref(`${kind}_id`)} in (
  select unnest(${idsOf(kind, hub_id, sql`k.id`)}) from ${sql.table(`app.${kind}`)} k where k.hub_id = ${hub_id} and k.reference = ${of})`

const recordSql = (column: string, table: string, hub_id: string, of: string): Sql =>
  sql`t.${sql.ref(column)} = (select k.id from ${sql.table(`app.${table}`)} k where k.hub_id = ${hub_id} and k.reference = ${of})`

function filterSql({ course, business, person, line, session, stage, text }: Filter, hub_id: string): Sql {
  const conditions = [sql`t.hub_id = ${hub_id}`, sql`t.voided_at is null`]
  if (course) conditions.push(recordSql('course_id', 'course', hub_id, course))
  if (line) conditions.push(recordSql('plan_line_id', 'plan_line', hub_id, line))
  if (session) conditions.push(recordSql('session_id', 'course_session', hub_id, session))
  if (business) conditions.push(clientSql('business', hub_id, business))
  if (person) conditions.push(clientSql('person', hub_id, person))
  if (stage) conditions.push(sql`t.status = ${stage}`)
  if (text)
    conditions.push(
      sql`(p.finder like '%' || app.plain(${text.replace(/[\\%_]/g, '\\$&')}) || '%' or lower(p.reference) = lower(${text}))`,
    )
  return sql.join(conditions, sql` and `)
}

type Stages = Partial<Record<(typeof PARTICIPATION_STATUSES)[number], number>>
type Listed = LearnerRow & { sorted_by: string }

/** The learners of a course, a client or a line of a plan, a page at a time, and how many of them are at each stage. */
export const learners = reads('training:read')
  .input(AskLearners)
  .query(async ({ ctx: { db, actor, today }, input: { filter, sort, ...page } }) => {
    const { where, order } = pageSql(page)
    const inside = learnersSql({
      more: sql`, ${SORTED[sort]} as sorted_by`,
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
