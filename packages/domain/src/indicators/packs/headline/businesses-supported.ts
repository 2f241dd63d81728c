import type { Definition } from '../../definition.ts'
import { ATTENDED, COUNTABLE, HEADLINE_SOURCE } from '../countable.ts'

export const businessesSupported: Definition = {
  key: 'lep.businesses_supported',
  version: 1,
  pack: 'headline',
  title: 'Businesses helped to grow and access support',
  counts: { each: 'business' },
  in_area: true,
  any_of: [
    { ...COUNTABLE, evidence: 'self_declared' },
    { a: 'diagnostic', dated: 'completed_on', evidence: 'self_declared' },
    { a: 'referral', dated: 'made_on', is_not: { status: ['withdrawn'] } },
    { ...ATTENDED, evidence: 'self_declared' },
    { a: 'grant_award', dated: 'accepted_on', is_not: { status: ['withdrawn', 'recovered'] } },
    { a: 'skills_review', dated: 'held_on', evidence: 'self_declared' },
    { a: 'enquiry', dated: 'closed_on', is: { status: ['answered', 'signposted', 'case_opened', 'referred'] } },
    { a: 'partner_support', dated: 'supported_on', evidence: 'self_declared' },
  ],
  note: 'Numbers that partners give without names stand on a line of their own and are never added.',
  source: HEADLINE_SOURCE,
}
