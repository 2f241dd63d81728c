import { COURSE_LEVELS } from '@hubline/domain/training/training-files.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Sql } from '../records/client.ts'
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

/** Words that say nothing of what is learned. */
const EMPTY = [
  'and',
  'for',
  'the',
  'with',
  'work',
  'working',
  'staff',
  'team',
  'people',
  'first',
  'steps',
  'basics',
  'level',
]

/** The words of a text that count, as an array. */
const wordsOf = (
  text: Sql,
) => sql`array(select distinct word from regexp_split_to_table(app.plain(${text}), '[^[:alnum:]]+') word
  where length(word) >= 3 and word <> all (${EMPTY}::text[]))`

/** How many of these words stand among the others, also in another form of the word, as a share of them. */
const shareOf = (
  some: Sql,
  others: Sql,
) => sql`coalesce((select count(*) filter (where exists (select from unnest(${others}) other
  where other = word or similarity(other, word) >= 0.45))::numeric / nullif(count(*), 0) from unnest(${some}) word), 0)`

/**
 * The courses that come closest to a need, closest first: how many words of the title are in the need and of the need in
 * the title, then whether the level is the one asked for. Courses that share no word with it do not appear.
 */
export const coursesForNeed = reads('review:read')
  .input(AskCourses)
  .query(async ({ ctx: { db, actor }, input: { need, level } }): Promise<{ courses: CourseOffered[] }> => {
    const found = await sql<CourseOffered>`
      with asked as (select ${wordsOf(sql`${need}`)} as words),
        offered as (select c.id, c.reference, c.title, c.level, c.kind, c.guided_hours, c.organisation_id, ${wordsOf(sql`c.title`)} as words
          from app.course c where c.hub_id = ${actor.hub_id} and c.voided_at is null),
        scored as (select o.*, ${shareOf(sql`o.words`, sql`a.words`)} + ${shareOf(sql`a.words`, sql`o.words`)} as likeness from offered o, asked a)
      select s.id, s.reference, s.title, s.level, s.kind, s.guided_hours::float8 as guided_hours,
        (select p.name from app.organisation p where p.hub_id = ${actor.hub_id} and p.id = s.organisation_id) as provider
      from scored s where s.likeness > 0
      order by s.likeness + case when s.level = ${level ?? null} then 0.3 else 0 end desc, s.title, s.id limit 12`.execute(
      db,
    )
    return { courses: found.rows }
  })
