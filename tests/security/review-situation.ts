import { randomUUID } from 'node:crypto'
import type { Tx } from '@hubline/db/connection.ts'

/** Names of a skills review and of what hangs on it. */
export type ReviewIds = {
  skills_review_id: string
  skills_review_reference: string
  skills_gap_id: string
  plan_line_id: string
  course_id: string
}

/** A review that was held, with a gap that no line closes, a line of its plan, and a course. */
export async function aReviewSituation(
  tx: Tx,
  { hub_id, business_id, word }: { hub_id: string; business_id: string; word: string },
): Promise<ReviewIds> {
  const next = () => `X-${word}-${randomUUID()}`
  const review = await tx
    .insertInto('skills_review')
    .values({ hub_id, reference: next(), business_id, status: 'held', offered_on: '2021-06-01', held_on: '2021-06-10' })
    .returning(['id', 'reference'])
    .executeTakeFirstOrThrow()
  const gap = await tx
    .insertInto('skills_gap')
    .values({
      hub_id,
      reference: next(),
      skills_review_id: review.id,
      place: '1',
      role: word,
      role_group: 'operatives',
      skill: word,
      skill_area: 'technical',
      urgency: 'now',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const line = await tx
    .insertInto('plan_line')
    .values({
      hub_id,
      reference: next(),
      skills_review_id: review.id,
      place: '1',
      need: word,
      skill_area: 'technical',
      people: 2,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const course = await tx
    .insertInto('course')
    .values({ hub_id, reference: next(), title: word })
    .returning('id')
    .executeTakeFirstOrThrow()
  return {
    skills_review_id: review.id,
    skills_review_reference: review.reference,
    skills_gap_id: gap.id,
    plan_line_id: line.id,
    course_id: course.id,
  }
}

export const noReview = (): ReviewIds => ({
  skills_review_id: randomUUID(),
  skills_review_reference: `X-${randomUUID()}`,
  skills_gap_id: randomUUID(),
  plan_line_id: randomUUID(),
  course_id: randomUUID(),
})
