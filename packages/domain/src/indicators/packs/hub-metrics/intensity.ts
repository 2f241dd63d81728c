import type { Definition } from '../../definition.ts'
import { ATTENDED, COUNTABLE, HUB_METRICS_SOURCE } from '../countable.ts'

const INTENSITY = {
  version: 1,
  pack: 'hub_metrics',
  counts: { each: 'business' },
  in_area: true,
  any_of: [COUNTABLE, ATTENDED, { a: 'diagnostic', dated: 'completed_on' }],
  note: 'An event gives a business its minutes once, however many of its people came.',
  source: HUB_METRICS_SOURCE,
} as const satisfies Partial<Definition>

export const lightIntensity: Definition = {
  ...INTENSITY,
  key: 'gh.light',
  title: 'Businesses given light-touch support',
  band: { minutes_at_least: 1, minutes_below: 180, without_a_diagnostic: true },
}

export const mediumIntensity: Definition = {
  ...INTENSITY,
  key: 'gh.medium',
  title: 'Businesses given medium-intensity support',
  band: { minutes_at_least: 180, minutes_below: 720, or_a_diagnostic: true },
}

export const highIntensity: Definition = {
  ...INTENSITY,
  key: 'gh.high',
  title: 'Businesses given high-intensity support',
  band: { minutes_at_least: 720 },
}
