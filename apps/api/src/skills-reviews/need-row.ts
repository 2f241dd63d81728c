import type { SicSection } from '@hubline/domain/businesses/sic-codes.ts'
import type { Day } from '@hubline/domain/day.ts'
import type { NOT_SAID, NeedState } from '@hubline/domain/skills-reviews/demand.ts'
import type { Level, RoleGroup, SkillArea, Urgency } from '@hubline/domain/skills-reviews/roles-and-skills.ts'

type None = typeof NOT_SAID

/** One need of a list. */
export type NeedRow = {
  id: string
  kind: 'skills_gap' | 'plan_line'
  /** In the words of the business, where a gap says it. */
  whose: string
  need: string
  /** Null where nobody said how many. */
  people: number | null
  /** The reference of the review that found it. */
  review: string
  held_on: Day
  business: { reference: string; name: string }
  role: RoleGroup | None
  skill: SkillArea
  level: Level | None
  sector: SicSection | None
  /** A district, by its code. */
  place: string
  urgency: Urgency | None
  state: NeedState
}
