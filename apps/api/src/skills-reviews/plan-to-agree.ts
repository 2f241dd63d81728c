import type { Tx } from '@hubline/db/connection.ts'
import type { Day } from '@hubline/domain/day.ts'
import { Problem } from '@hubline/domain/problem.ts'
import type { AgreementAnswer, AgreementWay } from '@hubline/domain/skills-reviews/agree-plan.ts'
import { type ReviewStatus, afterMove } from '@hubline/domain/skills-reviews/stages.ts'
import { sql } from 'kysely'
import { changeRecord } from '../records/change-record.ts'
import type { Sql } from '../records/client.ts'
import { followUptake } from './follow-uptake.ts'

export type PlanToAgree = {
  id: string
  version: number
  reference: string
  status: ReviewStatus
  held_on: Day | null
  plan_agreed_on: Day | null
  evidence_level: string | null
  business: string
  hub: string
  broker: { name: string; email: string } | null
  lines: unknown[]
  /** Names the lines as they stand: another mark is another plan. */
  mark: string
}

/** The lines of the review `r`, and what names them as they stand. */
export const planMark: Sql<string> = sql`(select md5(coalesce(string_agg(l.id::text || l.version, ',' order by l.id), ''))
  from app.plan_line l where l.hub_id = r.hub_id and l.skills_review_id = r.id and l.voided_at is null)`

const LINES = sql`coalesce((select json_agg(json_build_object('id', l.id, 'version', l.version, 'need', l.need, 'people', l.people, 'level', l.level,
  'mode', l.mode, 'course_id', l.course_id, 'provider_options', l.provider_options, 'funding_route', l.funding_route, 'cost_pence', l.cost_pence,
  'target_month', l.target_month) order by l.place, l.id) from app.plan_line l
  where l.hub_id = r.hub_id and l.skills_review_id = r.id and l.voided_at is null), '[]')`

/** The plan of a review that was held and has lines. Nobody changes the review until the transaction ends. @throws Problem */
export async function planToAgree(tx: Tx, hub_id: string, skills_review_id: string): Promise<PlanToAgree> {
  const found = await sql<PlanToAgree>`
    select r.id, r.version, r.reference, r.status, r.held_on, r.plan_agreed_on, r.evidence_level, h.name as hub, ${planMark} as mark, ${LINES} as lines,
      (select s.name from app.business b join app.business s on s.hub_id = b.hub_id and s.id = b.counts_as_id
        where b.hub_id = r.hub_id and b.id = r.business_id) as business,
      (select json_build_object('name', a.name, 'email', a.email) from app.adviser a where a.hub_id = r.hub_id and a.id = r.broker_id) as broker
    from app.skills_review r join app.hub h on h.hub_id = r.hub_id and h.id = r.hub_id
    where r.hub_id = ${hub_id} and r.id = ${skills_review_id} and r.voided_at is null for update of r`.execute(tx)
  const [plan] = found.rows
  if (!plan) throw new Problem('not_found', 'That skills review is not in your hub: choose it again')
  if (plan.held_on === null)
    throw new Problem('invalid', 'This review was not held yet: finish it first, then its plan can be agreed')
  if (plan.lines.length === 0)
    throw new Problem('invalid', 'This plan has no lines yet: add what is to be learned first')
  return plan
}

type Said = {
  way: AgreementWay
  answer: AgreementAnswer
  said_by: string
  note?: string | null | undefined
  now: Date
  today: Day
}

/**
 * Writes down what a client said to a plan. The first agreement decides the day that counts, and a later one to a changed
 * plan stands beside it.
 */
export async function writeAnswer(tx: Tx, hub_id: string, plan: PlanToAgree, said: Said): Promise<void> {
  const { way, answer, said_by, note, now, today } = said
  const lines = JSON.stringify(plan.lines)
  const asked = await tx
    .selectFrom('plan_agreement')
    .select('id')
    .where('hub_id', '=', hub_id)
    .where('skills_review_id', '=', plan.id)
    .where('way', '=', 'link')
    .where('answer', 'is', null)
    .where('voided_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (way === 'link' && !asked && (await isSaidAlready(tx, hub_id, { id: plan.id, answer, lines }))) return
  const values = { answer, answered_at: now, said_by, note: note ?? null, lines }
  if (way === 'link' && asked)
    await tx.updateTable('plan_agreement').set(values).where('hub_id', '=', hub_id).where('id', '=', asked.id).execute()
  else
    await tx
      .insertInto('plan_agreement')
      .values({ hub_id, reference: sql<string>`app.new_id()::text`, skills_review_id: plan.id, way, ...values })
      .execute()
  if (answer !== 'agreed' || plan.plan_agreed_on !== null) return
  // The client's own word by the link is a document; what a broker was told is not.
  const proven = way === 'link' && ['none', 'self_declared', null].includes(plan.evidence_level)
  await changeRecord(tx, {
    kind: 'skills_review',
    hub_id,
    id: plan.id,
    version: plan.version,
    values: {
      ...afterMove('agree_plan', plan, { plan_agreed_on: today }),
      ...(proven ? { evidence_level: 'documented' } : {}),
    },
  })
  // Some do not wait for the plan before they begin.
  await followUptake(tx, { hub_id, reviews: [plan.id], today })
}

/** Whether the client's last word on this very plan was the same: another press of the button says nothing new. */
async function isSaidAlready(
  tx: Tx,
  hub_id: string,
  { id, answer, lines }: { id: string; answer: AgreementAnswer; lines: string },
): Promise<boolean> {
  const last = await tx
    .selectFrom('plan_agreement')
    .select(['answer', 'way', sql<boolean>`lines = ${lines}::jsonb`.as('is_of_this_plan')])
    .where('hub_id', '=', hub_id)
    .where('skills_review_id', '=', id)
    .where('answer', 'is not', null)
    .where('voided_at', 'is', null)
    .orderBy('answered_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.way === 'link' && last.answer === 'agreed' && answer === 'agreed' && last.is_of_this_plan
}
