import type { Definition } from '../../definition.ts'
import { HUB_METRICS_SOURCE } from '../countable.ts'

export const satisfaction: Definition = {
  key: 'gh.satisfaction',
  version: 1,
  pack: 'hub_metrics',
  title: 'Client satisfaction',
  counts: { mean: 'score' },
  any_of: [
    {
      a: 'survey_response',
      dated: 'submitted_on',
      is: { family: ['satisfaction'] },
      yes: ['valid'],
      filled: ['score'],
    },
  ],
  source: HUB_METRICS_SOURCE,
}
