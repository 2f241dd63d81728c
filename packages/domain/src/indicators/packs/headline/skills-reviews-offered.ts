import type { Definition } from '../../definition.ts'
import { HEADLINE_SOURCE } from '../countable.ts'

export const skillsReviewsOffered: Definition = {
  key: 'lep.skills_reviews_offered',
  version: 1,
  pack: 'headline',
  title: 'Businesses offered a bespoke skills review',
  counts: { each: 'business' },
  in_area: true,
  any_of: [{ a: 'skills_review', dated: 'offered_on' }],
  note: 'An offer counts whatever the answer was.',
  source: HEADLINE_SOURCE,
}
