import type { Day } from '@hubline/domain/day.ts'
import { Problem } from '@hubline/domain/problem.ts'
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
}

export const AskReview = z.object({ reference: z.string().min(1).max(400) })

const LINES = sql`
  select l.id, l.version, l.reference, l.place::float8 as place, l.skills_gap_id, l.need, l.role_group, l.skill_area, l.people, l.level,
    l.mode, l.provider_options, l.funding_route, l.cost_pence, l.target_month, l.status,
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
        coalesce((select json_agg(g) from (${GAPS}) g), '[]') as gaps
      from app.skills_review r where r.hub_id = ${actor.hub_id} and r.reference = ${reference} and r.voided_at is null`.execute(
      db,
    )
    const [page] = found.rows
    if (!page) throw new Problem('not_found', `There is no skills review ${reference} in your hub: find its business`)
    return page
  })
