import type { Tx } from '@hubline/db/connection.ts'
import { type PlannedNeed, plannedNeeds } from '@hubline/db/seed/plan-needs.ts'
import type { Day } from '@hubline/domain/day.ts'
import type { PlanLineStatus } from '@hubline/domain/skills-reviews/plan-line.ts'
import { guessRoleGroup, guessSkillArea } from '@hubline/domain/skills-reviews/roles-and-skills.ts'
import { sql } from 'kysely'
import { nextReference, nextReferences } from '../records/next-reference.ts'
import { followLines } from './plan-lines.ts'

type Planned = { id: string; business_id: string; status: 'plan_agreed' | 'uptake_recorded' }

const PLANS = 30
const ENROLLED = '2026-11-10' as Day
const TAKEN_UP: readonly PlanLineStatus[] = ['enrolled', 'started', 'completed', 'planned', 'started', 'dropped']

/** What is no part of a bundle: the lines of this year's agreed plans of a demonstration, some of them taken up. */
export async function planDemonstrationLines(tx: Tx, hub_id: string): Promise<void> {
  const courses = await tx
    .selectFrom('course')
    .select(['id', 'title'])
    .where('hub_id', '=', hub_id)
    .orderBy('reference')
    .limit(200)
    .execute()
  const course_of = new Map(courses.map(({ id, title }) => [title, id]))
  for (const [at, review] of (await agreedPlans(tx, hub_id)).entries())
    for (const [place, planned] of plannedNeeds(at).entries())
      await addLine(tx, { hub_id, review, planned, place, at, course_id: course_of.get(planned.course ?? '') ?? null })
}

/** The latest first: theirs is the training that is being arranged. */
async function agreedPlans(tx: Tx, hub_id: string): Promise<Planned[]> {
  const found = await sql<Planned>`
    select id, business_id, status from app.skills_review where hub_id = ${hub_id} and status in ('plan_agreed', 'uptake_recorded') and voided_at is null
    order by plan_agreed_on desc, reference limit ${PLANS}`.execute(tx)
  return found.rows
}

type Line = {
  hub_id: string
  review: Planned
  planned: PlannedNeed
  place: number
  at: number
  course_id: string | null
}

async function addLine(tx: Tx, { hub_id, review, planned, place, at, course_id }: Line): Promise<void> {
  const { course: _, ...facts } = planned
  const status = review.status === 'uptake_recorded' ? TAKEN_UP[(at + place) % TAKEN_UP.length] : 'planned'
  const made = await tx
    .insertInto('plan_line')
    .values({
      ...facts,
      hub_id,
      reference: await nextReference(tx, 'plan_line'),
      skills_review_id: review.id,
      place: String(place + 1),
      course_id,
      status: status ?? 'planned',
      skill_area: guessSkillArea(planned.need) ?? 'other',
      role_group: guessRoleGroup(planned.need) ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (review.status === 'uptake_recorded' && place === 0 && status !== 'dropped' && course_id)
    await takeUp(tx, { hub_id, review, line_id: made.id, course_id, people: planned.people })
}

type TakingUp = { hub_id: string; review: Planned; line_id: string; course_id: string; people: number }

/** People of the business who are enrolled on the course of the line, and on no other so far. */
async function takeUp(tx: Tx, { hub_id, review, line_id, course_id, people }: TakingUp): Promise<void> {
  const workers = await sql<{ id: string }>`
    select p.id from app.business_role r join app.person p on p.hub_id = r.hub_id and p.id = r.person_id
    where r.hub_id = ${hub_id} and r.business_id = ${review.business_id} and r.to_on is null and p.merged_into_id is null
      and not exists (select from app.participation t where t.hub_id = r.hub_id and t.person_id = p.id)
    order by p.reference limit ${people}`.execute(tx)
  const once = [...new Set(workers.rows.map(({ id }) => id))]
  const references = await nextReferences(tx, 'participation', once.length, ENROLLED)
  const values = once.map((person_id, at) => ({
    hub_id,
    reference: references[at] ?? '',
    person_id,
    business_id: review.business_id,
    course_id,
    plan_line_id: line_id,
    status: 'enrolled' as const,
    enrolled_on: ENROLLED,
  }))
  if (values.length === 0) return
  await tx.insertInto('participation').values(values).execute()
  await followLines(tx, { hub_id, lines: [line_id], today: ENROLLED })
}
