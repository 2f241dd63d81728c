import type { Definition } from '../../definition.ts'
import { HUB_METRICS_SOURCE } from '../countable.ts'
import { individualsHelpedToStart } from '../headline/individuals-helped-to-start.ts'

/** The same people as in the headline, asked for by another framework. */
export const individualsStart: Definition = {
  ...individualsHelpedToStart,
  key: 'gh.individuals_start',
  pack: 'hub_metrics',
  note: 'The same people as in the headline figure. No business need have started.',
  source: HUB_METRICS_SOURCE,
}
