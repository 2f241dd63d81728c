import { Problem } from '@hubline/domain/problem.ts'
import { AddPlanLine } from '@hubline/domain/skills-reviews/plan-line.ts'
import { sql } from 'kysely'
import { nextReference } from '../records/next-reference.ts'
import { writes } from '../trpc.ts'
import { mustBeCourse, mustHavePlan } from './review-to-plan.ts'

/** Adds a line at the end of a training plan. */
export const addPlanLine = writes('review:work')
  .input(AddPlanLine)
  .mutation(async ({ ctx: { db, actor, today }, input }) => {
    const { request_id: _, ...line } = input
    const { hub_id } = actor
    await mustHavePlan(db, hub_id, line.skills_review_id)
    await mustBeCourse(db, hub_id, line.course_id)
    if (line.skills_gap_id) {
      const gap = await db
        .selectFrom('skills_gap')
        .select('id')
        .where('hub_id', '=', hub_id)
        .where('id', '=', line.skills_gap_id)
        .where('skills_review_id', '=', line.skills_review_id)
        .where('voided_at', 'is', null)
        .executeTakeFirst()
      if (!gap) throw new Problem('invalid', 'That gap is not of this review: choose it again', 'skills_gap_id')
    }
    return db
      .insertInto('plan_line')
      .values({
        ...line,
        hub_id,
        reference: await nextReference(db, 'plan_line', today),
        place: sql<string>`(select coalesce(max(l.place), 0) + 1 from app.plan_line l
          where l.hub_id = ${hub_id} and l.skills_review_id = ${line.skills_review_id})`,
      })
      .returning(['id', 'reference', 'version', 'skill_area'])
      .executeTakeFirstOrThrow()
  })
