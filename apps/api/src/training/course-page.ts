import { Problem } from '@hubline/domain/problem.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { reads } from '../trpc.ts'
import type { CourseRow, NextSession } from './courses.ts'
import { sessionColumns } from './session-row.ts'

export type SessionRow = NextSession & { version: number }
export type CoursePage = {
  course: Omit<CourseRow, 'learners' | 'next'> & { version: number }
  /** Those to come first, soonest first; then those that have ended, latest first. */
  sessions: SessionRow[]
}

/** A course, who runs it, and its sessions. */
export const coursePage = reads('training:read')
  .input(z.object({ reference: z.string().min(1).max(400) }))
  .query(async ({ ctx: { db, actor, today }, input: { reference } }): Promise<CoursePage> => {
    const found = await sql<CoursePage>`
      select json_build_object('id', c.id, 'version', c.version, 'reference', c.reference, 'title', c.title, 'kind', c.kind, 'level', c.level,
          'guided_hours', c.guided_hours::float8,
          'provider', (select json_build_object('id', o.id, 'reference', o.reference, 'name', o.name) from app.organisation o
            where o.hub_id = c.hub_id and o.id = c.organisation_id)) as course,
        coalesce((select json_agg(s order by (s.ends_on < ${today}), case when s.ends_on >= ${today} then s.starts_on end, s.starts_on desc, s.id) from (
          select ${sessionColumns} from app.course_session s where s.hub_id = c.hub_id and s.course_id = c.id and s.voided_at is null
          order by s.starts_on desc, s.id limit 200) s), '[]') as sessions
      from app.course c where c.hub_id = ${actor.hub_id} and c.reference = ${reference} and c.voided_at is null`.execute(
      db,
    )
    const [page] = found.rows
    if (!page) throw new Problem('not_found', `There is no course ${reference} in your hub: find it in Training`)
    return page
  })
