import type { Tx } from '@hubline/db/connection.ts'
import { BeginForm, FinishForm } from '@hubline/domain/skills-reviews/answers.ts'
import { questionsOf } from '@hubline/domain/skills-reviews/template.ts'
import { sql } from 'kysely'
import { writes } from '../trpc.ts'
import { type Template, mustHaveQuestions } from './questions-in-force.ts'
import { mustBeBegun } from './review-form.ts'
import { mustHavePlan } from './review-to-plan.ts'

/** Begins the form of a review with the questions in force, and writes into it what the hub knows already. */
export const beginForm = writes('review:work')
  .input(BeginForm)
  .mutation(async ({ ctx: { db, actor, today }, input: { id, skills_review_id } }) => {
    const { hub_id } = actor
    await mustHavePlan(db, hub_id, skills_review_id)
    const template = await mustHaveQuestions(db, hub_id, today)
    const begun = await db
      .insertInto('review_form')
      .values({ hub_id, id, reference: id, skills_review_id, review_template_id: template.id })
      .onConflict((conflict) => conflict.columns(['hub_id', 'skills_review_id']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (begun) await prepare(db, { hub_id, skills_review_id, template })
    return { was_begun: begun === undefined }
  })

/** Says that a form is filled in as far as it will be. The first time counts. */
export const finishForm = writes('review:work')
  .input(FinishForm)
  .mutation(async ({ ctx: { db, actor, now }, input: { skills_review_id } }) => {
    await mustBeBegun(db, actor.hub_id, skills_review_id)
    await db
      .updateTable('review_form')
      .set({ finished_at: now })
      .where('hub_id', '=', actor.hub_id)
      .where('skills_review_id', '=', skills_review_id)
      .where('finished_at', 'is', null)
      .execute()
  })

type Preparing = { hub_id: string; skills_review_id: string; template: Template }

async function prepare(tx: Tx, preparing: Preparing): Promise<void> {
  const kinds = new Map(questionsOf(preparing.template.sections).map(({ key, kind }) => [key, kind]))
  if (kinds.get('headcount') === 'number') await prepareHeadcount(tx, preparing)
  if ([...kinds.values()].includes('workforce')) await prepareWorkforce(tx, preparing)
}

/** The headcount that the business's own record says. */
const prepareHeadcount = (tx: Tx, { hub_id, skills_review_id }: Preparing) =>
  sql`insert into app.review_answer (hub_id, reference, skills_review_id, question, value)
    select r.hub_id, app.new_id()::text, r.id, 'headcount', to_jsonb(round(b.employees_fte)::integer)
    from app.skills_review r join app.business m on m.hub_id = r.hub_id and m.id = r.business_id
      join app.business b on b.hub_id = m.hub_id and b.id = m.counts_as_id
    where r.hub_id = ${hub_id} and r.id = ${skills_review_id} and b.employees_fte between 0 and 1000000
    on conflict do nothing`.execute(tx)

/** The workforce as the business's last review found it. */
const prepareWorkforce = (tx: Tx, { hub_id, skills_review_id }: Preparing) =>
  sql`insert into app.workforce_line (hub_id, reference, skills_review_id, place, role, role_group, level, people)
    select w.hub_id, app.new_id()::text, ${skills_review_id}, w.place, w.role, w.role_group, w.level, w.people
    from app.workforce_line w where w.hub_id = ${hub_id} and w.voided_at is null and w.skills_review_id = (
      select o.id from app.skills_review r join app.business m on m.hub_id = r.hub_id and m.id = r.business_id
        join app.business s on s.hub_id = m.hub_id and s.counts_as_id = m.counts_as_id
        join app.skills_review o on o.hub_id = s.hub_id and o.business_id = s.id and o.id <> r.id and o.voided_at is null
      where r.hub_id = ${hub_id} and r.id = ${skills_review_id}
        and exists (select from app.workforce_line l where l.hub_id = o.hub_id and l.skills_review_id = o.id and l.voided_at is null)
      order by coalesce(o.held_on, o.offered_on) desc, o.id desc limit 1)`.execute(tx)
