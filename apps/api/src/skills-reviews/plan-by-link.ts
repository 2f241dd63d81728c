import type { Day } from '@hubline/domain/day.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { type AgreementAnswer, AnswerPlan } from '@hubline/domain/skills-reviews/agree-plan.ts'
import type { ClientDocument } from '@hubline/domain/skills-reviews/client-document.ts'
import { sql } from 'kysely'
import { readsByLink, writesByLink } from '../by-link.ts'
import { documentFacts } from './document-facts.ts'
import { planMark, planToAgree, writeAnswer } from './plan-to-agree.ts'

export type PlanByLink = {
  document: ClientDocument
  mark: string
  agreed_on: Day | null
  /** What was said last, and whether the plan has changed since. */
  answered: { answer: AgreementAnswer; said_by: string; at: string; is_of_this_plan: boolean } | null
}

/** The plan as its client sees it. Looking changes nothing. */
export const planByLink = readsByLink('agree_plan').query(async ({ ctx: { db, link } }): Promise<PlanByLink> => {
  const { hub_id, record_id } = link
  const { document } = await documentFacts(db, hub_id, { id: record_id })
  const found = await sql<Omit<PlanByLink, 'document'>>`
      select ${planMark} as mark, r.plan_agreed_on as agreed_on,
        (select json_build_object('answer', p.answer, 'said_by', p.said_by, 'at', p.answered_at,
          'is_of_this_plan', ${planMark} = (select md5(coalesce(string_agg((l ->> 'id') || (l ->> 'version'), ',' order by (l ->> 'id')::uuid), '')) from jsonb_array_elements(p.lines) l))
          from app.plan_agreement p where p.hub_id = r.hub_id and p.skills_review_id = r.id and p.answer is not null and p.voided_at is null
          order by p.answered_at desc, p.id desc limit 1) as answered
      from app.skills_review r where r.hub_id = ${hub_id} and r.id = ${record_id}`.execute(db)
  const [row] = found.rows
  if (!row) throw new Problem('not_found', 'This link leads nowhere any more: ask the people who sent it for a new one')
  return { document, ...row }
})

/** The client agrees to the plan that they read, or says what should change. */
export const answerPlan = writesByLink('agree_plan')
  .input(AnswerPlan)
  .mutation(async ({ ctx: { db, link, now, today }, input: { mark, answer, said_by, note } }) => {
    const plan = await planToAgree(db, link.hub_id, link.record_id)
    if (plan.mark !== mark)
      throw new Problem('stale', 'The plan was changed while you read it: read it again, then answer')
    await writeAnswer(db, link.hub_id, plan, { way: 'link', answer, said_by, note, now, today })
  })
