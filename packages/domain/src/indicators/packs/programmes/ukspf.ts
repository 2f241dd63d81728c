import { DEFINITION_VERSIONS } from '../../../programmes/frameworks.ts'
import type { Definition } from '../../definition.ts'
import { ATTENDED, COUNTABLE } from '../countable.ts'

const VERSION = DEFINITION_VERSIONS.ukspf
const of_programme = { framework: 'ukspf', definition_version: VERSION } as const
const UKSPF = {
  version: VERSION,
  pack: 'ukspf',
  source: 'UKSPF outputs and outcomes; evidence and the least support are for the lead authority to set',
} as const
const BUSINESS = { ...UKSPF, counts: { each_in_its_first_year: 'business', per: 'programme' }, in_area: true } as const
const PERSON = { ...UKSPF, counts: { each_in_its_first_year: 'person', per: 'programme' }, in_area: true } as const
const SUPPORT = [
  { ...COUNTABLE, of_programme, evidence: 'documented' },
  { ...ATTENDED, of_programme, evidence: 'documented' },
] as const

export const businessesHelped: Definition = {
  ...BUSINESS,
  key: 'ukspf.business_nonfinancial',
  title: 'Businesses receiving non-financial support',
  any_of: SUPPORT,
  threshold: { minutes_at_least: 'set by the programme' },
}

export const businessesGranted: Definition = {
  ...BUSINESS,
  key: 'ukspf.business_grants',
  title: 'Businesses receiving grants',
  any_of: [{ a: 'grant_award', dated: 'paid_on', is_not: { status: ['withdrawn', 'recovered'] }, of_programme }],
  note: 'An offer that was not drawn does not count.',
}

export const peopleReady: Definition = {
  ...PERSON,
  key: 'ukspf.enterprise_ready',
  title: 'Potential entrepreneurs assisted to be enterprise ready',
  any_of: SUPPORT.map((way) => ({ ...way, while_not_trading: true as const })),
  threshold: { minutes_at_least: 'set by the programme' },
}

const RESULT = {
  a: 'outcome',
  dated: 'occurred_on',
  is_not: { state: ['forecast', 'contracted', 'rejected', 'withdrawn'] },
  of_programme,
  evidence: 'documented',
} as const

export const jobsOfProgrammes: Definition = {
  ...UKSPF,
  key: 'ukspf.jobs_created',
  title: 'Jobs created',
  counts: { sum: 'fte_of_own_week' },
  any_of: [{ ...RESULT, is: { kind: ['job_created'] }, blank_or_at_least: { expected_months: 12 } }],
  note: 'Posts that only deliver the project do not belong in the records of its outcomes.',
}

export const newToFirmProducts: Definition = {
  ...BUSINESS,
  key: 'ukspf.new_to_firm_products',
  title: 'Businesses introducing new products to the firm',
  any_of: [{ ...RESULT, is: { kind: ['new_product_to_firm'] } }],
  note: 'Launched, not merely developed.',
}

export const peopleQualified: Definition = {
  ...PERSON,
  key: 'ukspf.people_qualified',
  title: 'People gaining a qualification or completing a course following support',
  any_of: [{ a: 'participation', dated: 'completed_on', of_programme, evidence: 'documented' }],
  note: 'After support of the person in the programme, on that day at the latest.',
}
