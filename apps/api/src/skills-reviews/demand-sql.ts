import { SIC_SECTIONS, type SicSection } from '@hubline/domain/businesses/sic-codes.ts'
import {
  DEMAND_DIMENSIONS,
  type DemandDimension,
  NEED_STATES,
  NOT_SAID,
} from '@hubline/domain/skills-reviews/demand.ts'
import { ROLE_GROUPS, SKILL_AREAS, URGENCIES } from '@hubline/domain/skills-reviews/roles-and-skills.ts'
import { COURSE_LEVELS } from '@hubline/domain/training/training-files.ts'
import { firstDay, lastDay } from '@hubline/domain/years/year.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { YearInput } from '../indicators/board.ts'
import type { Sql } from '../records/client.ts'
import { lineTakenUp } from './follow-uptake.ts'
import { sectionSql } from './reviews-sql.ts'

const SECTIONS = Object.keys(SIC_SECTIONS) as SicSection[]

/** Which needs are asked for; the same words that stand in the address of the page. */
export const AskDemand = z.object({
  /** Of the day on which the review was held. */
  year: YearInput,
  role: z.enum([...ROLE_GROUPS, NOT_SAID]).optional(),
  skill: z.enum(SKILL_AREAS).optional(),
  level: z.enum([...COURSE_LEVELS, NOT_SAID]).optional(),
  sector: z.enum([...SECTIONS, NOT_SAID]).optional(),
  place: z.string().max(20).optional(),
  urgency: z.enum([...URGENCIES, NOT_SAID]).optional(),
  state: z.enum(NEED_STATES).optional(),
})
export type DemandAsked = z.infer<typeof AskDemand>

/** A gap with words, as against one of which only the role is filled in yet. */
const saidGap = sql`g.skill <> '' and g.voided_at is null`

const STATE = sql`coalesce((select case when bool_or(${lineTakenUp}) then 'taken_up' when bool_or(l.status = 'planned') then 'planned' else 'dropped' end
  from app.plan_line l where l.hub_id = g.hub_id and l.skills_gap_id = g.id and l.voided_at is null having count(*) > 0), 'not_planned')`

/** Each gap once, and each line of a plan that comes from none. */
const NEEDS = sql`(
  select g.hub_id, g.id, 'skills_gap' as kind, g.skills_review_id, g.role as whose, g.skill as need, g.role_group, g.skill_area, g.level, g.people, g.urgency, ${STATE} as state
  from app.skills_gap g where ${saidGap}
  union all
  select l.hub_id, l.id, 'plan_line', l.skills_review_id, '', l.need, l.role_group, l.skill_area, l.level, l.people, null,
    case when ${lineTakenUp} then 'taken_up' when l.status = 'dropped' then 'dropped' else 'planned' end
  from app.plan_line l where l.voided_at is null
    and not exists (select from app.skills_gap g where g.hub_id = l.hub_id and g.id = l.skills_gap_id and ${saidGap}))`

/** The section letter of a business's code. */
const SECTOR = sql`case ${sql.join(
  SECTIONS.map((section) => sql`when ${sectionSql(section)} then ${sql.lit(section)}`),
  sql` `,
)} else ${sql.lit(NOT_SAID)} end`

const orNone = (column: string): Sql<string> => sql`coalesce(${sql.ref(column)}, ${sql.lit(NOT_SAID)})`

/** The column of a dimension in `demandSql`. */
export const dimensionSql = (dimension: DemandDimension): Sql<string> => sql.ref(`d.in_${dimension}`)

/**
 * The needs of a year: what the page counts, lists, publishes and gives away as a file is this and nothing else. Goes by
 * the name `d`, with a column `in_…` for each dimension and the business as it counts now.
 */
export function demandSql({ year, ...asked }: DemandAsked, hub_id: string): Sql {
  const narrowed = DEMAND_DIMENSIONS.flatMap((dimension) =>
    asked[dimension] === undefined ? [] : [sql`${dimensionSql(dimension)} = ${asked[dimension]}`],
  )
  return sql`(select * from (
    select n.id, n.kind, n.whose, n.need, n.people, n.skill_area as in_skill, n.state as in_state,
      ${orNone('n.role_group')} as in_role, ${orNone('n.level')} as in_level, ${orNone('n.urgency')} as in_urgency,
      ${SECTOR} as in_sector, ${orNone('b.located_in')} as in_place,
      r.reference as review, r.held_on, b.id as business_id, b.reference as business_reference, b.name as business_name
    from app.skills_review r join ${NEEDS} n on n.hub_id = r.hub_id and n.skills_review_id = r.id
      join app.business q on q.hub_id = r.hub_id and q.id = r.business_id
      join app.business b on b.hub_id = q.hub_id and b.id = q.counts_as_id
    where r.hub_id = ${hub_id} and r.held_on between ${firstDay(year)} and ${lastDay(year)} and r.voided_at is null) d
    where ${sql.join([sql`true`, ...narrowed], sql` and `)}) d`
}
