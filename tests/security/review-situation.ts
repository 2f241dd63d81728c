import { randomUUID } from 'node:crypto'
import type { Tx } from '@hubline/db/connection.ts'
import type { Day } from '@hubline/domain/day.ts'
import { sql } from 'kysely'

/** Names of a skills review and of what hangs on it. */
export type ReviewIds = {
  skills_review_id: string
  skills_review_reference: string
  skills_gap_id: string
  plan_line_id: string
  plan_line_reference: string
  course_id: string
  /** A review that has no form yet. */
  unbegun_review_id: string
  review_answer_id: string
  draft_id: string
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
    .returning(['id', 'reference'])
    .executeTakeFirstOrThrow()
  const course = await tx
    .insertInto('course')
    .values({ hub_id, reference: next(), title: word })
    .returning('id')
    .executeTakeFirstOrThrow()
  const form = await aFormSituation(tx, { hub_id, business_id, word, skills_review_id: review.id })
  return {
    ...form,
    skills_review_id: review.id,
    skills_review_reference: review.reference,
    skills_gap_id: gap.id,
    plan_line_id: line.id,
    plan_line_reference: line.reference,
    course_id: course.id,
  }
}

export const noReview = (): ReviewIds => ({
  skills_review_id: randomUUID(),
  skills_review_reference: `X-${randomUUID()}`,
  skills_gap_id: randomUUID(),
  plan_line_id: randomUUID(),
  plan_line_reference: `X-${randomUUID()}`,
  course_id: randomUUID(),
  unbegun_review_id: randomUUID(),
  review_answer_id: randomUUID(),
  draft_id: randomUUID(),
})

type Names = { hub_id: string; business_id: string; word: string; skills_review_id: string }

/** A form that was begun, an answer in it that two people gave at once, and a draft of other questions. */
async function aFormSituation(tx: Tx, { hub_id, business_id, word, skills_review_id }: Names) {
  const next = () => `X-${word}-${randomUUID()}`
  await sql`update app.review_template set voided_at = now(), void_reason = 'Another draft' where hub_id = ${hub_id} and published_on is null
    and voided_at is null`.execute(tx)
  const template = (published_on: Day | null) =>
    tx
      .insertInto('review_template')
      .values({
        hub_id,
        reference: next(),
        published_on,
        number: sql<number>`(select coalesce(max(t.number), 0) + 1 from app.review_template t where t.hub_id = ${hub_id})`,
        sections: JSON.stringify([
          {
            key: 'all',
            title: word,
            questions: [{ key: 'plans', kind: 'text', words: next(), hint: '', choices: [] }],
          },
        ]),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
  const asked = await template('2021-06-01' as Day)
  const draft = await template(null)
  const unbegun = await tx
    .insertInto('skills_review')
    .values({ hub_id, reference: next(), business_id, status: 'accepted', offered_on: '2021-07-01' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('review_form')
    .values({ hub_id, reference: next(), skills_review_id, review_template_id: asked.id })
    .execute()
  const answer = await tx
    .insertInto('review_answer')
    .values({
      hub_id,
      reference: next(),
      skills_review_id,
      question: 'findings',
      value: JSON.stringify(word),
      other_value: JSON.stringify({ question: 'findings', value: word }),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { unbegun_review_id: unbegun.id, review_answer_id: answer.id, draft_id: draft.id }
}
