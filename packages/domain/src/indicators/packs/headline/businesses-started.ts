import type { Definition } from '../../definition.ts'
import { HEADLINE_SOURCE } from '../countable.ts'

export const businessesStarted: Definition = {
  key: 'lep.businesses_started',
  version: 1,
  pack: 'headline',
  title: 'Businesses started after support',
  counts: { each_in_its_first_year: 'business' },
  any_of: [{ a: 'outcome', dated: 'occurred_on', is: { kind: ['business_started'] }, evidence: 'documented' }],
  source: HEADLINE_SOURCE,
}
