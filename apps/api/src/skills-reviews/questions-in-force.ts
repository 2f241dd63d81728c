import type { Tx } from '@hubline/db/connection.ts'
import type { Day } from '@hubline/domain/day.ts'
import { DEFAULT_SECTIONS } from '@hubline/domain/skills-reviews/default-template.ts'
import { type Section, Sections } from '@hubline/domain/skills-reviews/template.ts'

/** A version of the questions. One without an id is the shipped version 1, which the hub has not begun to use. */
export type Template = { id: string | null; number: number; published_on: Day | null; sections: readonly Section[] }

/** The version with which a review begun today is asked. */
export async function questionsInForce(tx: Tx, hub_id: string): Promise<Template> {
  const row = await tx
    .selectFrom('review_template')
    .select(['id', 'number', 'published_on', 'sections'])
    .where('hub_id', '=', hub_id)
    .where('published_on', 'is not', null)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return { id: null, number: 1, published_on: null, sections: DEFAULT_SECTIONS }
  return { ...row, sections: Sections.parse(row.sections) }
}

/** As `questionsInForce`, with the shipped version written down for the hub where it had none. */
export async function mustHaveQuestions(tx: Tx, hub_id: string, today: Day): Promise<Template & { id: string }> {
  const now = await questionsInForce(tx, hub_id)
  if (now.id !== null) return { ...now, id: now.id }
  await tx
    .insertInto('review_template')
    .values({
      hub_id,
      reference: 'questions-1',
      number: 1,
      published_on: today,
      sections: JSON.stringify(DEFAULT_SECTIONS),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const written = await questionsInForce(tx, hub_id)
  if (written.id === null) throw new Error('The questions were not written down')
  return { ...written, id: written.id }
}
