import type { Definition } from '../../definition.ts'
import { ATTENDED, COUNTABLE, HEADLINE_SOURCE } from '../countable.ts'

const START_UP = { yes: ['start_up_support'], while_not_trading: true, evidence: 'self_declared' } as const

export const individualsHelpedToStart = {
  key: 'lep.individuals_helped_to_start',
  version: 1,
  pack: 'headline',
  title: 'Individuals helped to start a business',
  counts: { each: 'person' },
  in_area: true,
  any_of: [
    { ...COUNTABLE, ...START_UP },
    { a: 'diagnostic', dated: 'completed_on', ...START_UP },
    { ...ATTENDED, ...START_UP },
  ],
  note: 'No business need have started.',
  source: HEADLINE_SOURCE,
} as const satisfies Definition
