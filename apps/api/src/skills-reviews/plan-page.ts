import type { Day } from '@hubline/domain/day.ts'
import { Problem } from '@hubline/domain/problem.ts'
import type { AgreementAnswer, AgreementWay } from '@hubline/domain/skills-reviews/agree-plan.ts'
import type { FundingRoute, Mode, PlanLineStatus } from '@hubline/domain/skills-reviews/plan-line.ts'
import type { Level, RoleGroup, SkillArea, Urgency } from '@hubline/domain/skills-reviews/roles-and-skills.ts'
import type { SKILLS_REVIEW_STATUSES } from '@hubline/domain/skills-reviews/skills-reviews-file.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { reads } from '../trpc.ts'

export type PlanLine = {
  id: string
  version: number
  reference: string
  place: number
  skills_gap_id: string | null
  need: string
  role_group: RoleGroup | null
  skill_area: SkillArea
  people: number
  level: Level | null
  mode: Mode | null
  course: { id: string; reference: string; title: string; provider: string | null } | null
  provider_options: string | null
  funding_route: FundingRoute | null
  cost_pence: number | null
  target_month: Day | null
  status: PlanLineStatus
  /** Those who were put on a course for it: as long as their list. */
  learners: number
}

export type PlanGap = {
  id: string
  role: string
  role_group: RoleGroup
  skill: string
  skill_area: SkillArea
  level: Level | null
  people: number | null
  urgency: Urgency
}

export type PlanPage = {
  review: {
    id: string
    version: number
    reference: string
    status: (typeof SKILLS_REVIEW_STATUSES)[number]
    held_on: Day | null
    plan_agreed_on: Day | null
    broker: string | null
    business: { id: string; reference: string; name: string }
  }
  lines: PlanLine[]
  /** Gaps that no line of the plan closes yet. */
  gaps: PlanGap[]
  /** What the client was asked and said, newest first. */
  agreements: PlanAgreement[]
  /** The contact to whom a plan goes, where the business has one with an address. */
  contact: { name: string | null; email: string } | null
}

export type PlanAgreement = {
  id: string
  way: AgreementWay
  sent_to: string | null
  sent_at: string | null
  answer: AgreementAnswer | null
  answered_at: string | null
  said_by: string | null
  note: string | null
  recorded_by: string | null
}

export const AskReview = z.object({ reference: z.string().min(1).max(400) })

const LINES = sql`
  select l.id, l.version, l.reference, l.place::float8 as place, l.skills_gap_id, l.need, l.role_group, l.skill_area, l.people, l.level,
    l.mode, l.provider_options, l.funding_route, l.cost_pence, l.target_month, l.status,
    (select count(*) from app.participation t where t.hub_id = l.hub_id and t.plan_line_id = l.id and t.voided_at is null)::integer as learners,
    (select json_build_object('id', k.id, 'reference', k.reference, 'title', k.title, 'provider', o.name)
      from app.course k left join app.organisation o on o.hub_id = k.hub_id and o.id = k.organisation_id
      where k.hub_id = l.hub_id and k.id = l.course_id) as course
  from app.plan_line l where l.hub_id = r.hub_id and l.skills_review_id = r.id and l.voided_at is null
  order by l.place, l.id limit 500`

const GAPS = sql`
  select g.id, g.role, g.role_group, g.skill, g.skill_area, g.level, g.people, g.urgency
  from app.skills_gap g where g.hub_id = r.hub_id and g.skills_review_id = r.id and g.voided_at is null
    and not exists (select from app.plan_line l where l.hub_id = g.hub_id and l.skills_gap_id = g.id and l.voided_at is null)
  order by g.place, g.id limit 500`

const AGREEMENTS = sql`
  select p.id, p.way, p.sent_to, p.sent_at, p.answer, p.answered_at, p.said_by, p.note,
    (select a.name from app.adviser a where a.hub_id = p.hub_id and a.id = p.recorded_by) as recorded_by
  from app.plan_agreement p where p.hub_id = r.hub_id and p.skills_review_id = r.id and p.voided_at is null order by p.id desc limit 20`

/** Whoever the booking names, else the main contact of the business, else its own address. */
const CONTACT = sql`coalesce(
  case when r.attendee_email is not null then json_build_object('name', r.attendee_name, 'email', r.attendee_email) end,
  (select json_build_object('name', n.given_name || ' ' || n.family_name, 'email', n.email)
    from app.business m join app.business s on s.hub_id = m.hub_id and s.counts_as_id = m.counts_as_id
      join app.business_role o on o.hub_id = s.hub_id and o.business_id = s.id and o.to_on is null and o.voided_at is null
      join app.person n on n.hub_id = o.hub_id and n.id = o.person_id and n.voided_at is null
    where m.hub_id = r.hub_id and m.id = r.business_id and n.email is not null order by o.is_main desc nulls last, o.id limit 1),
  (select json_build_object('name', null, 'email', b.email) from app.business b where b.hub_id = r.hub_id and b.id = r.business_id and b.email is not null))`

/** A training plan: its review, its lines in order, and the gaps that are still without one. */
export const planPage = reads('review:read')
  .input(AskReview)
  .query(async ({ ctx: { db, actor }, input: { reference } }): Promise<PlanPage> => {
    const found = await sql<PlanPage>`
      select json_build_object('id', r.id, 'version', r.version, 'reference', r.reference, 'status', r.status, 'held_on', r.held_on,
          'plan_agreed_on', r.plan_agreed_on,
          'broker', (select a.name from app.adviser a where a.hub_id = r.hub_id and a.id = r.broker_id),
          'business', (select json_build_object('id', b.id, 'reference', b.reference, 'name', b.name)
            from app.business m join app.business b on b.hub_id = m.hub_id and b.id = m.counts_as_id
            where m.hub_id = r.hub_id and m.id = r.business_id)) as review,
        coalesce((select json_agg(l) from (${LINES}) l), '[]') as lines,
        coalesce((select json_agg(g) from (${GAPS}) g), '[]') as gaps,
        coalesce((select json_agg(p) from (${AGREEMENTS}) p), '[]') as agreements, ${CONTACT} as contact
      from app.skills_review r where r.hub_id = ${actor.hub_id} and r.reference = ${reference} and r.voided_at is null`.execute(
      db,
    )
    const [page] = found.rows
    if (!page) throw new Problem('not_found', `There is no skills review ${reference} in your hub: find its business`)
    return page
  })
