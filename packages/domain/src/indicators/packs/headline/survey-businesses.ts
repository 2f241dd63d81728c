import type { Definition } from '../../definition.ts'
import { HEADLINE_SOURCE } from '../countable.ts'

const ENGAGED = {
  version: 1,
  pack: 'headline',
  counts: { each: 'business', or_anonymous: true },
  in_area: true,
  note: 'An answer without a name adds one.',
  source: HEADLINE_SOURCE,
} as const

export const sitrepBusinesses: Definition = {
  ...ENGAGED,
  key: 'lep.sitrep_businesses',
  title: 'Businesses engaged through SITREP',
  any_of: [{ a: 'survey_response', dated: 'submitted_on', is: { family: ['sitrep'] }, yes: ['valid'] }],
}

export const skillsForGrowthBusinesses: Definition = {
  ...ENGAGED,
  key: 'lep.skills_for_growth_businesses',
  title: 'Businesses engaged through the Skills for Growth survey',
  any_of: [{ a: 'survey_response', dated: 'submitted_on', is: { family: ['skills_for_growth'] }, yes: ['valid'] }],
}
