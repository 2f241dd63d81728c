import type { Definition } from '../../definition.ts'
import { HUB_METRICS_SOURCE } from '../countable.ts'

export const referredAny = {
  key: 'gh.referred_any',
  version: 1,
  pack: 'hub_metrics',
  title: 'Businesses referred to other support',
  counts: { each: 'business' },
  any_of: [{ a: 'referral', dated: 'made_on', is_not: { status: ['withdrawn'] } }],
  note: 'Signposting passes no data and is not a referral.',
  source: HUB_METRICS_SOURCE,
} as const satisfies Definition

export const referredByCategory: Definition = {
  ...referredAny,
  key: 'gh.referred_by_category',
  title: 'Businesses referred, by category',
  by: 'category',
  note: 'A business may be referred in several categories: the number is of businesses, and those of the categories are never added.',
}
