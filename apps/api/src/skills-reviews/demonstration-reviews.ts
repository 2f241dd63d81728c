import type { Tx } from '@hubline/db/connection.ts'
import { type Findings, REVIEW_FINDINGS } from '@hubline/db/seed/review-findings.ts'
import { LAST_DAY } from '@hubline/db/seed/settings.ts'
import type { Day } from '@hubline/domain/day.ts'
import { sql } from 'kysely'
import { mustHaveQuestions } from './questions-in-force.ts'

const FILLED = 6
const SINCE = '2026-04-01'
const REFERENCE = sql<string>`app.new_id()::text`

type Review = { id: string; status: string; held_on: Day; people: number | null }

/** What is no part of a bundle: the forms of some reviews of this year, and the plans that followed from them. */
export async function fillDemonstrationReviews(tx: Tx, hub_id: string): Promise<void> {
  const template = await mustHaveQuestions(tx, hub_id, LAST_DAY as Day)
  const found = await sql<Review>`
    select r.id, r.status, r.held_on, round(b.employees_fte)::integer as people
    from app.skills_review r join app.business b on b.hub_id = r.hub_id and b.id = r.business_id
    where r.hub_id = ${hub_id} and r.status in ('held', 'report_issued', 'plan_agreed') and r.held_on between ${SINCE} and ${LAST_DAY}
      and r.voided_at is null and not exists (select from app.plan_line l where l.hub_id = r.hub_id and l.skills_review_id = r.id) order by b.name desc, r.id limit ${sql.lit(FILLED)}`.execute(
    tx,
  )
  for (const [at, review] of found.rows.entries()) {
    const findings = REVIEW_FINDINGS[at % REVIEW_FINDINGS.length]
    if (findings) await fill(tx, { hub_id, review, review_template_id: template.id }, findings)
  }
}

type Filling = { hub_id: string; review: Review; review_template_id: string }

async function fill(tx: Tx, { hub_id, review, review_template_id }: Filling, findings: Findings): Promise<void> {
  const { id: skills_review_id, status, held_on, people } = review
  const own = { hub_id, skills_review_id, reference: REFERENCE }
  await tx
    .insertInto('review_form')
    .values({ ...own, review_template_id, finished_at: new Date(`${held_on}T15:30:00Z`) })
    .execute()
  const answers = { ...(people === null ? {} : { headcount: people }), ...findings.answers }
  await tx
    .insertInto('review_answer')
    .values(Object.entries(answers).map(([question, value]) => ({ ...own, question, value: JSON.stringify(value) })))
    .execute()
  await tx
    .insertInto('workforce_line')
    .values(findings.workforce.map((line, at) => ({ ...own, ...line, place: String(at + 1) })))
    .execute()
  const gaps = await tx
    .insertInto('skills_gap')
    .values(findings.gaps.map((gap, at) => ({ ...own, ...gap, place: String(at + 1) })))
    .returning('id')
    .execute()
  // The plan is written after the review.
  if (status !== 'held') await plan(tx, own, findings, gaps)
}

type Own = { hub_id: string; skills_review_id: string; reference: typeof REFERENCE }

const plan = (tx: Tx, own: Own, { gaps, lines }: Findings, made: readonly { id: string }[]) =>
  tx
    .insertInto('plan_line')
    .values(
      lines.flatMap(({ gap, ...line }, at) => {
        const closed = gaps[gap]
        if (!closed) return []
        const { role_group, skill_area, people, level } = closed
        return [
          {
            ...own,
            ...line,
            skills_gap_id: made[gap]?.id,
            role_group,
            skill_area,
            people: people ?? 1,
            level,
            place: String(at + 1),
          },
        ]
      }),
    )
    .execute()
