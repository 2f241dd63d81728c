import type { Definition } from '../../definition.ts'
import { HEADLINE_SOURCE } from '../countable.ts'

export const individualsUpskilled: Definition = {
  key: 'lep.individuals_upskilled',
  version: 1,
  pack: 'headline',
  title: 'Individuals helped to upskill',
  counts: { each: 'person' },
  any_of: [{ a: 'participation', dated: 'qualifying_start_on', evidence: 'documented' }],
  note: 'By qualifying start: the first attended session, milestone 1 of a bootcamp, or the funded start of regulated learning.',
  source: HEADLINE_SOURCE,
}
