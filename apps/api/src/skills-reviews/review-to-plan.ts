import type { Tx } from '@hubline/db/connection.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { mustBeReviewed } from '@hubline/domain/skills-reviews/plan-line.ts'

/** The review stands in this hub and can have a plan. @throws Problem 'not_found' or 'invalid' */
export async function mustHavePlan(tx: Tx, hub_id: string, skills_review_id: string): Promise<void> {
  const review = await tx
    .selectFrom('skills_review')
    .select('status')
    .where('hub_id', '=', hub_id)
    .where('id', '=', skills_review_id)
    .where('voided_at', 'is', null)
    .executeTakeFirst()
  if (!review) throw new Problem('not_found', 'That skills review is not in your hub: choose it again')
  mustBeReviewed(review.status)
}

/** A course that a line names stands in this hub. @throws Problem 'invalid' at field `course_id` */
export async function mustBeCourse(tx: Tx, hub_id: string, course_id: string | null | undefined): Promise<void> {
  if (!course_id) return
  const course = await tx
    .selectFrom('course')
    .select('id')
    .where('hub_id', '=', hub_id)
    .where('id', '=', course_id)
    .where('voided_at', 'is', null)
    .executeTakeFirst()
  if (!course) throw new Problem('invalid', 'That course is not in your hub: choose it again', 'course_id')
}

/** The review to whose plan a line belongs, also one that was taken out; none for a line of nowhere. */
export async function reviewOfLine(tx: Tx, hub_id: string, id: string): Promise<string[]> {
  const line = await tx
    .selectFrom('plan_line')
    .select('skills_review_id')
    .where('hub_id', '=', hub_id)
    .where('id', '=', id)
    .executeTakeFirst()
  return line ? [line.skills_review_id] : []
}
