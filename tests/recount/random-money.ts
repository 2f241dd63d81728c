import { daysAfter, orBlank, someDay, someMoney, someNotes } from './random.ts'
import { AREAS, EVIDENCE, type RandomFile, numbered, pick, someClient } from './random-shape.ts'

const GRANT_STATUSES = [
  'enquiry',
  'applied',
  'approved',
  'rejected',
  'withdrawn',
  'offer_issued',
  'offer_accepted',
  'in_delivery',
  'paid',
  'recovered',
]
const ACCEPTED = ['offer_accepted', 'in_delivery', 'paid', 'recovered']
const KINDS = [
  'job_created',
  'job_created',
  'job_created',
  'job_safeguarded',
  'job_safeguarded',
  'construction_job',
  'investment_private',
  'investment_private',
  'investment_public',
  'business_started',
  'business_started',
  'new_product_to_firm',
  'new_product_to_market',
  'qualification_gained',
  'employment_entered',
  'other',
]
const STATES = [
  'forecast',
  'contracted',
  'claimed',
  'evidenced',
  'verified',
  'verified',
  'verified',
  'rejected',
  'withdrawn',
]
const KEYS = ['lep.businesses_supported', 'lep.jobs_created', 'lep.private_investment_leveraged', 'gh.satisfaction']
const YEARS = ['2019-20', '2020-21', '2021-22']

const grants: RandomFile = {
  file: 'grants.csv',
  columns: [
    'reference',
    'business_reference',
    'scheme',
    'programme_reference',
    'regime',
    'amount_gbp',
    'offered_on',
    'client_confirmed_on',
    'accepted_on',
    'paid_on',
    'status',
  ],
  rows: (random, shape) =>
    numbered(shape.many('grants'), (n) => {
      const status = random.one(GRANT_STATUSES)
      const offered_on = someDay(random)
      const accepted = ACCEPTED.includes(status) || random.often(0.1)
      return {
        reference: `GR-${n}`,
        business_reference: pick.business(random, shape),
        scheme: 'Growth grant',
        programme_reference: pick.programme(random, shape),
        regime: random.one(['mfa', 'spei', 'de_minimis', 'small_amount', 'streamlined_route', 'not_a_subsidy']),
        amount_gbp: someMoney(random, 100_000),
        offered_on,
        client_confirmed_on: accepted ? offered_on : '',
        accepted_on: accepted ? daysAfter(offered_on, random.between(0, 20)) : '',
        paid_on: status === 'paid' ? daysAfter(offered_on, 60) : '',
        status,
      }
    }),
}

const capital_projects: RandomFile = {
  file: 'capital_projects.csv',
  columns: ['reference', 'name', 'site', 'district_code', 'lep_investment_gbp', 'programme_reference'],
  rows: (random, shape) =>
    numbered(shape.capital_projects, (n) => ({
      reference: `CP-${n}`,
      name: `Works ${n}`,
      site: orBlank(random, 0.5, 'Plot 4'),
      district_code: orBlank(random, 0.2, random.one(AREAS)),
      lep_investment_gbp: orBlank(random, 0.2, someMoney(random, 5_000_000)),
      programme_reference: pick.programme(random, shape),
    })),
}

const capital_milestones: RandomFile = {
  file: 'capital_milestones.csv',
  columns: ['reference', 'capital_project_reference', 'milestone', 'forecast_on', 'actual_on'],
  rows: (random, shape) =>
    numbered(shape.many('capital_milestones'), (n) => ({
      reference: `CM-${n}`,
      capital_project_reference: `CP-${random.between(1, shape.capital_projects)}`,
      milestone: random.one(['approved', 'contracted', 'start_on_site', 'practical_completion', 'operational']),
      forecast_on: orBlank(random, 0.3, someDay(random)),
      actual_on: orBlank(random, 0.5, someDay(random)),
    })),
}

const capital_funding: RandomFile = {
  file: 'capital_funding.csv',
  columns: ['reference', 'capital_project_reference', 'source', 'amount_gbp', 'state', 'defrayed_on', 'verified_on'],
  rows: (random, shape) =>
    numbered(shape.many('capital_funding'), (n) => {
      const state = random.one(['forecast', 'contracted', 'defrayed', 'defrayed', 'defrayed'])
      const defrayed_on = state === 'defrayed' ? someDay(random) : ''
      return {
        reference: `CF-${n}`,
        capital_project_reference: `CP-${random.between(1, shape.capital_projects)}`,
        source: random.one(['lep', 'public', 'private', 'private']),
        amount_gbp: someMoney(random, 900_000),
        state,
        defrayed_on,
        verified_on: defrayed_on === '' ? '' : orBlank(random, 0.4, daysAfter(defrayed_on, 10)),
      }
    }),
}

const outcomes: RandomFile = {
  file: 'outcomes.csv',
  columns: [
    'reference',
    'kind',
    'business_reference',
    'person_reference',
    'capital_project_reference',
    'programme_reference',
    'state',
    'occurred_on',
    'hours_per_week',
    'full_time_week',
    'expected_months',
    'at_risk_noted_on',
    'amount_gbp',
    'is_primary',
    'evidence_level',
    'verified_by_email',
    'verified_on',
  ],
  rows: (random, shape) =>
    numbered(shape.many('outcomes'), (n) => {
      const kind = random.one(KINDS)
      const state = random.one(STATES)
      const occurred_on = someDay(random)
      const job = kind.includes('job')
      return {
        reference: `O-${n}`,
        kind,
        business_reference: orBlank(random, 0.1, pick.business(random, shape)),
        person_reference: orBlank(random, 0.8, pick.person(random, shape)),
        capital_project_reference: random.often(0.1) ? `CP-${random.between(1, shape.capital_projects)}` : '',
        programme_reference: pick.programme(random, shape),
        state,
        occurred_on,
        hours_per_week: job ? random.one(['7.25', '15', '16.5', '20', '24', '30', '35', '37.5', '40']) : '',
        full_time_week: job ? random.one(['', '35', '37.5', '40', '42.25']) : '',
        expected_months: job ? random.one(['', '3', '11', '12', '24']) : '',
        at_risk_noted_on:
          kind === 'job_safeguarded' ? orBlank(random, 0.2, daysAfter(occurred_on, random.between(-60, 3))) : '',
        amount_gbp: kind.startsWith('investment') ? someMoney(random, 400_000) : '',
        is_primary: random.one(['yes', 'yes', 'yes', 'yes', 'no', '']),
        evidence_level: random.one(EVIDENCE),
        verified_by_email: state === 'verified' ? 'user3@hub.example' : '',
        verified_on: state === 'verified' ? daysAfter(occurred_on, 14) : '',
      }
    }),
}

const partner_support: RandomFile = {
  file: 'partner_support.csv',
  columns: [
    'reference',
    'organisation_reference',
    'business_reference',
    'person_reference',
    'supported_on',
    'minutes',
    'evidence_level',
  ],
  rows: (random, shape) =>
    numbered(shape.many('partner_support'), (n) => ({
      reference: `PS-${n}`,
      organisation_reference: pick.organisation(random, shape),
      ...someClient(random, shape),
      supported_on: someDay(random),
      minutes: random.one(['', '0', '60']),
      evidence_level: random.one(EVIDENCE),
    })),
}

const partner_totals: RandomFile = {
  file: 'partner_totals.csv',
  columns: ['reference', 'organisation_reference', 'year', 'indicator_key', 'value', 'note'],
  rows: (random, shape) =>
    numbered(YEARS.length, (n) => ({
      reference: `PT-${n}`,
      organisation_reference: pick.organisation(random, shape),
      year: YEARS[n - 1] ?? '2021-22',
      indicator_key: random.one(KEYS),
      value: String(random.between(1, 90)),
      note: someNotes(random),
    })),
}

const targets: RandomFile = {
  file: 'targets.csv',
  columns: ['indicator_key', 'year', 'value'],
  rows: (random) =>
    YEARS.flatMap((year) =>
      KEYS.map((indicator_key) => ({ indicator_key, year, value: random.one(['360', '4.5', '65000000.00']) })),
    ),
}

export const MONEY_FILES: readonly RandomFile[] = [
  grants,
  capital_projects,
  capital_milestones,
  capital_funding,
  outcomes,
]
export const PARTNER_FILES: readonly RandomFile[] = [partner_support, partner_totals, targets]
