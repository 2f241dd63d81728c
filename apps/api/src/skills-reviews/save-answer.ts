import { Problem } from '@hubline/domain/problem.ts'
import { SaveAnswer, readAnswer } from '@hubline/domain/skills-reviews/answers.ts'
import { isTable } from '@hubline/domain/skills-reviews/template.ts'
import { sql } from 'kysely'
import { writes } from '../trpc.ts'
import { questionsAsked } from './review-form.ts'
import { saveCrossing } from './save-crossing.ts'

/** Keeps the answer to one question of a review, as it is typed. */
export const saveAnswer = writes('review:work')
  .input(SaveAnswer)
  .mutation(async ({ ctx: { db, actor }, input }) => {
    const { id, skills_review_id, seen } = input
    const { hub_id, adviser_id } = actor
    const question = (await questionsAsked(db, hub_id, skills_review_id)).get(input.question)
    if (!question || isTable(question.kind))
      throw new Problem('invalid', 'This form does not ask that: reload the page', input.question)
    return saveCrossing(db, {
      kind: 'review_answer',
      hub_id,
      adviser_id,
      skills_review_id,
      id,
      seen,
      values: { question: question.key, value: readAnswer(question, input.value) },
      same: sql`t.question = ${question.key}`,
    })
  })
