import { COURSE_LEVELS } from '@hubline/domain/training/training-files.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { reads } from '../trpc.ts'

export type CourseOffered = {
  id: string
  reference: string
  title: string
  provider: string | null
  level: (typeof COURSE_LEVELS)[number] | null
  kind: string | null
  guided_hours: number | null
}

const AskCourses = z.object({
  /** What is to be learned, in words. */
  need: z.string().trim().max(300),
  level: z.enum(COURSE_LEVELS).nullish(),
})

/**
 * The courses that come closest to a need, closest first: how much of the title is in the words of the need, then whether
 * the level is the one asked for. Courses that share no words with it do not appear.
 */
export const coursesForNeed = reads('review:read')
  .input(AskCourses)
  .query(async ({ ctx: { db, actor }, input: { need, level } }): Promise<{ courses: CourseOffered[] }> => {
    const words = sql`app.plain(${need})`
    const likeness = sql`greatest(word_similarity(app.plain(c.title), ${words}), word_similarity(${words}, app.plain(c.title)))`
    const found = await sql<CourseOffered>`
      select c.id, c.reference, c.title, c.level, c.kind, c.guided_hours::float8 as guided_hours, o.name as provider
      from app.course c left join app.organisation o on o.hub_id = c.hub_id and o.id = c.organisation_id
      where c.hub_id = ${actor.hub_id} and c.voided_at is null and ${likeness} >= 0.3
      order by ${likeness} + case when c.level = ${level ?? null} then 0.15 else 0 end desc, c.title, c.id
      limit 12`.execute(db)
    return { courses: found.rows }
  })
