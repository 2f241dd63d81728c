import type { Definition } from '../../definition.ts'
import { HUB_METRICS_SOURCE } from '../countable.ts'
import { highIntensity, mediumIntensity } from './intensity.ts'

export const scaleupPotential: Definition = {
  key: 'gh.scaleup_potential',
  version: 1,
  pack: 'hub_metrics',
  title: 'Medium and high businesses with scale-up potential',
  counts: { each: 'business' },
  any_of: [{ a: 'business', dated: 'flagged_on', is: { flag: ['scaleup_potential'] } }],
  also_in: [mediumIntensity, highIntensity],
  note: "An adviser's judgement, with a reason: opportunity, ambition and capacity to grow. It is not the test of 20% growth a year over three years.",
  source: HUB_METRICS_SOURCE,
}
