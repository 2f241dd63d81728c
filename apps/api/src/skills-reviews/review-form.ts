import type { Tx } from '@hubline/db/connection.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { type Question, Sections, questionsOf } from '@hubline/domain/skills-reviews/template.ts'

const NOT_BEGUN = 'The form of this review was not begun: reload the page and begin it'

/** The questions of a form that was begun, by key. @throws Problem 'not_found' */
export async function questionsAsked(
  tx: Tx,
  hub_id: string,
  skills_review_id: string,
): Promise<ReadonlyMap<string, Question>> {
  const form = await tx
    .selectFrom('review_form')
    .innerJoin('review_template', (join) =>
      join
        .onRef('review_template.hub_id', '=', 'review_form.hub_id')
        .onRef('review_template.id', '=', 'review_form.review_template_id'),
    )
    .select('review_template.sections')
    .where('review_form.hub_id', '=', hub_id)
    .where('review_form.skills_review_id', '=', skills_review_id)
    .executeTakeFirst()
  if (!form) throw new Problem('not_found', NOT_BEGUN)
  return new Map(questionsOf(Sections.parse(form.sections)).map((question) => [question.key, question]))
}

/** The form of this review was begun, so that its lines have somewhere to stand. @throws Problem 'not_found' */
export async function mustBeBegun(tx: Tx, hub_id: string, skills_review_id: string): Promise<void> {
  const form = await tx
    .selectFrom('review_form')
    .select('id')
    .where('hub_id', '=', hub_id)
    .where('skills_review_id', '=', skills_review_id)
    .executeTakeFirst()
  if (!form) throw new Problem('not_found', NOT_BEGUN)
}
