import type { Day } from '@hubline/domain/day.ts'
import type { SessionStatus } from '@hubline/domain/training/course-form.ts'
import { COURSE_KINDS, type COURSE_LEVELS } from '@hubline/domain/training/training-files.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Sql } from '../records/client.ts'
import { AskPage, asPage, pageSql } from '../records/key-page.ts'
import { reads } from '../trpc.ts'
import { sessionColumns } from './session-row.ts'

const AskCourses = z.object({
  filter: z
    .object({
      text: z.string().trim().max(200).optional(),
      kind: z.enum(COURSE_KINDS).optional(),
      provider: z.uuid().optional(),
      /** `places`: with a place left at a session to come; `coming`: with such a session. */
      sessions: z.enum(['places', 'coming']).optional(),
    })
    .default({}),
  sort: z.enum(['next', 'title']).default('next'),
  ...AskPage,
})
type Filter = z.infer<typeof AskCourses>['filter']

/** A session to come, with its places. */
export type NextSession = {
  id: string
  reference: string
  starts_on: Day
  ends_on: Day
  place: string | null
  is_online: boolean
  status: SessionStatus
  places: number
  taken: number
  waiting: number
}

export type CourseRow = {
  id: string
  reference: string
  title: string
  kind: (typeof COURSE_KINDS)[number] | null
  level: (typeof COURSE_LEVELS)[number] | null
  guided_hours: number | null
  provider: { id: string; reference: string; name: string } | null
  /** Those on the list of its learners. */
  learners: number
  next: NextSession | null
}

/** The first session that has not ended and takes place; with a place left where that is asked. */
const nextSession = (hub_id: string, today: Day): Sql => sql`
  select ${sessionColumns} from app.course_session s
  where s.hub_id = ${hub_id} and s.course_id = c.id and s.ends_on >= ${today} and s.status <> 'cancelled' and s.voided_at is null
  order by s.starts_on, s.id limit 1`

function filterSql({ text, kind, provider, sessions }: Filter, hub_id: string, today: Day): Sql {
  const conditions = [sql`c.hub_id = ${hub_id}`, sql`c.voided_at is null`]
  const words = `%${(text ?? '').replace(/[\\%_]/g, '\\$&')}%`
  if (text)
    conditions.push(
      sql`(app.plain(c.title) like app.plain(${words}) or app.plain(o.name) like app.plain(${words}) or lower(c.reference) = lower(${text}))`,
    )
  if (kind) conditions.push(sql`c.kind = ${kind}`)
  if (provider) conditions.push(sql`c.organisation_id = ${provider}`)
  if (sessions)
    conditions.push(sql`exists (select from app.course_session s where s.hub_id = ${hub_id} and s.course_id = c.id
      and s.ends_on >= ${today} and s.status <> 'cancelled' and s.voided_at is null ${
        sessions === 'places'
          ? sql`and s.status = 'open' and s.places > (
        select count(*) from app.participation p where p.hub_id = s.hub_id and p.session_id = s.id and p.voided_at is null and app.takes_place(p.status))`
          : sql``
      })`)
  return sql.join(conditions, sql` and `)
}

/** Every course of the hub, by its next session or its title, a page at a time. */
export const courses = reads('training:read')
  .input(AskCourses)
  .query(async ({ ctx: { db, actor, today }, input: { filter, sort, ...page } }) => {
    const { hub_id } = actor
    const { where, order } = pageSql(page)
    const sorted =
      sort === 'next'
        ? sql`coalesce((n.next ->> 'starts_on'), '9999-12-31') || ' ' || app.plain(c.title)`
        : sql`app.plain(c.title)`
    const found = await sql<CourseRow & { sorted_by: string }>`
      with k as materialized (select * from (
        select ${sorted} as sorted_by, c.id, c.reference, c.title, c.kind, c.level, c.guided_hours::float8 as guided_hours, n.next,
          case when o.id is not null then json_build_object('id', o.id, 'reference', o.reference, 'name', o.name) end as provider
        from app.course c left join app.organisation o on o.hub_id = c.hub_id and o.id = c.organisation_id
          left join lateral (select to_json(s) as next from (${nextSession(hub_id, today)}) s) n on true
        where ${filterSql(filter, hub_id, today)}) f
        where ${where} ${order})
      select k.*, (select count(*) from app.participation p where p.hub_id = ${hub_id} and p.course_id = k.id and p.voided_at is null)::integer as learners
      from k ${order}`.execute(db)
    return asPage(found.rows, page)
  })
