import type { Day } from '@hubline/domain/day.ts'
import { Problem } from '@hubline/domain/problem.ts'
import {
  BeginTemplate,
  PublishTemplate,
  SaveTemplate,
  type Section,
  Sections,
} from '@hubline/domain/skills-reviews/template.ts'
import { sql } from 'kysely'
import { changeRecord } from '../records/change-record.ts'
import { reads, writes } from '../trpc.ts'
import { mustHaveQuestions, questionsInForce } from './questions-in-force.ts'

export type QuestionsVersion = {
  /** Null for the shipped version while no review was begun with it. */
  id: string | null
  version: number
  number: number
  /** Null for the draft. */
  published_on: Day | null
  /** Reviews that were begun with it. */
  forms: number
  sections: readonly Section[]
}

/** Every version of the questions, newest first; a draft stands before all. */
export const questionVersions = reads('review:read').query(
  async ({ ctx: { db, actor } }): Promise<{ versions: QuestionsVersion[] }> => {
    const found = await sql<QuestionsVersion>`
      select t.id, t.version, t.number, t.published_on, t.sections, (select count(*)::integer from app.review_form f
        where f.hub_id = t.hub_id and f.review_template_id = t.id and f.voided_at is null) as forms
      from app.review_template t where t.hub_id = ${actor.hub_id} and t.voided_at is null order by t.number desc limit 100`.execute(
      db,
    )
    const versions = found.rows.map((row) => ({ ...row, sections: Sections.parse(row.sections) }))
    if (versions.some(({ published_on }) => published_on !== null)) return { versions }
    const shipped = await questionsInForce(db, actor.hub_id)
    return { versions: [...versions, { ...shipped, version: 0, forms: 0 }] }
  },
)

/** Begins a draft: a copy of the questions in force. */
export const beginDraft = writes('review:set-questions')
  .input(BeginTemplate)
  .mutation(async ({ ctx: { db, actor, today }, input: { id } }) => {
    const { sections } = await mustHaveQuestions(db, actor.hub_id, today)
    const made = await db
      .insertInto('review_template')
      .values({
        hub_id: actor.hub_id,
        id,
        reference: id,
        number: sql<number>`(select coalesce(max(t.number), 0) + 1 from app.review_template t where t.hub_id = ${actor.hub_id} and t.voided_at is null)`,
        sections: JSON.stringify(sections),
      })
      .returning(['id', 'version', 'number'])
      .executeTakeFirstOrThrow()
    return made
  })

/** Keeps what a manager changed in the draft. @throws Problem 'invalid' where it is published by now */
export const saveDraft = writes('review:set-questions')
  .input(SaveTemplate)
  .mutation(async ({ ctx: { db, actor }, input: { id, version, sections } }) => ({
    version: await changeRecord(db, {
      kind: 'review_template',
      hub_id: actor.hub_id,
      id,
      version,
      values: { sections: JSON.stringify(sections) },
    }),
  }))

/** From now on reviews are begun with this version; those that were begun keep theirs. */
export const publishDraft = writes('review:set-questions')
  .input(PublishTemplate)
  .mutation(async ({ ctx: { db, actor, today }, input: { id, version } }) => {
    const { hub_id } = actor
    const draft = await db
      .selectFrom('review_template')
      .select(['number', 'sections', 'published_on'])
      .where('hub_id', '=', hub_id)
      .where('id', '=', id)
      .executeTakeFirst()
    if (draft?.published_on) throw new Problem('invalid', 'This version was published already: reload the page')
    const in_force = await mustHaveQuestions(db, hub_id, today)
    if (draft && JSON.stringify(Sections.parse(draft.sections)) === JSON.stringify(in_force.sections))
      throw new Problem('invalid', 'Nothing is changed in this draft: change a question, or throw it away')
    await changeRecord(db, { kind: 'review_template', hub_id, id, version, values: { published_on: today } })
    return { number: draft?.number }
  })

/** Throws a draft away. */
export const discardDraft = writes('review:set-questions')
  .input(PublishTemplate)
  .mutation(async ({ ctx: { db, actor }, input: { id, version } }) => {
    const values = { voided_at: sql`now()`, voided_by: actor.adviser_id, void_reason: 'Draft thrown away' }
    await changeRecord(db, { kind: 'review_template', hub_id: actor.hub_id, id, version, values })
  })
