import type { Tx } from '@hubline/db/connection.ts'
import type { PlanLineStatus } from '@hubline/domain/skills-reviews/plan-line.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { type LineWanted, type Offered, type Suit, suitOf } from '@hubline/domain/training/suit-line.ts'
import { type ParticipationStatus } from '@hubline/domain/training/stages.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { idsOf } from '../records/client.ts'
import type { Named } from '../records/client-page.ts'
import { reads } from '../trpc.ts'
import type { NextSession } from './courses.ts'
import { sessionColumns } from './session-row.ts'

type Line = LineWanted & {
  id: string
  reference: string
  people: number
  status: PlanLineStatus
  /** As many as its list has. */
  learners: number
  course: { id: string; reference: string; title: string; provider: string | null } | null
  business: Named & { id: string }
}

/** Somebody who works at the business of a line, and where they are on a course for it. */
type Worker = Named & { id: string; job_title: string | null; status: ParticipationStatus | null }

type SuitingSession = NextSession & Suit & { course: Named & { id: string; provider: string | null } }

const MOST = 6

/** Where the people of a line of a plan could learn: sessions to come with places, what suits best first; and who they are. */
export const sessionsForLine = reads('training:read')
  .input(z.object({ line: z.string().min(1).max(400) }))
  .query(async ({ ctx: { db, actor, today }, input }) => {
    const { hub_id } = actor
    const line = await lineOf(db, hub_id, input.line)
    const found = await sql<NextSession & { offered: Offered; course: SuitingSession['course'] }>`
      select ${sessionColumns}, json_build_object('course_id', c.id, 'title', c.title, 'level', c.level, 'is_online', s.is_online, 'place', s.place) as offered,
        json_build_object('id', c.id, 'reference', c.reference, 'name', c.title, 'provider',
          (select o.name from app.organisation o where o.hub_id = c.hub_id and o.id = c.organisation_id)) as course
      from app.course_session s join app.course c on c.hub_id = s.hub_id and c.id = s.course_id
      where s.hub_id = ${hub_id} and s.starts_on >= ${today} and s.status = 'open' and s.voided_at is null and c.voided_at is null
      order by s.starts_on, s.id limit 400`.execute(db)
    const suiting = found.rows
      .map(({ offered, ...session }): SuitingSession => ({ ...session, ...suitOf(line, offered) }))
      // A full session is only worth a wait where its course is the one that was chosen.
      .filter(({ score, places, taken, course }) => score > 0 && (taken < places || course.id === line.course_id))
      .toSorted((a, b) => b.score - a.score)
    return { line, sessions: suiting.slice(0, MOST), people: await workersOf(db, hub_id, line) }
  })

async function lineOf(tx: Tx, hub_id: string, reference: string): Promise<Line> {
  const found = await sql<Line>`
    select l.id, l.reference, l.need, l.skill_area, l.level, l.mode, l.course_id, l.people, l.status,
      (select count(*) from app.participation t where t.hub_id = l.hub_id and t.plan_line_id = l.id and t.voided_at is null)::integer as learners,
      json_build_object('id', b.id, 'reference', b.reference, 'name', b.name) as business,
      (select json_build_object('id', c.id, 'reference', c.reference, 'title', c.title, 'provider',
        (select o.name from app.organisation o where o.hub_id = c.hub_id and o.id = c.organisation_id))
        from app.course c where c.hub_id = l.hub_id and c.id = l.course_id and c.voided_at is null) as course
    from app.plan_line l join app.skills_review r on r.hub_id = l.hub_id and r.id = l.skills_review_id
      join app.business q on q.hub_id = r.hub_id and q.id = r.business_id join app.business b on b.hub_id = q.hub_id and b.id = q.counts_as_id
    where l.hub_id = ${hub_id} and l.reference = ${reference} and l.voided_at is null`.execute(tx)
  const [line] = found.rows
  if (!line)
    throw new Problem('not_found', `There is no line ${reference} of a plan in your hub: find it in its review`)
  return line
}

/** Those who work there now, main contact first. */
async function workersOf(tx: Tx, hub_id: string, { id, business }: Line): Promise<Worker[]> {
  const found = await sql<Worker>`
    select p.id, p.reference, p.given_name || ' ' || p.family_name as name, r.job_title,
      (select t.status from app.participation t join app.person m on m.hub_id = t.hub_id and m.id = t.person_id
        where t.hub_id = r.hub_id and t.plan_line_id = ${id} and m.counts_as_id = p.id and t.voided_at is null
        order by app.takes_place(t.status) desc, t.id desc limit 1) as status
    from app.business_role r join app.person q on q.hub_id = r.hub_id and q.id = r.person_id
      join app.person p on p.hub_id = q.hub_id and p.id = q.counts_as_id
    where r.hub_id = ${hub_id} and r.business_id = any (${idsOf('business', hub_id, sql`${business.id}::uuid`)}) and r.to_on is null
      and r.voided_at is null and p.voided_at is null
    order by r.is_main is not true, p.family_name, p.id, r.id limit 100`.execute(tx)
  // Somebody may have two roles: the first says it all.
  return found.rows.filter(({ id: who }, at) => found.rows.findIndex((other) => other.id === who) === at)
}
