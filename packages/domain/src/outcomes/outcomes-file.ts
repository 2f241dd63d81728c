import {
  EVIDENCE_LEVELS,
  bundleFile,
  day,
  decimal,
  integer,
  money,
  oneOf,
  reference,
  refersTo,
  required,
  yesNo,
} from '../imports/bundle-file.ts'

export const OUTCOME_KINDS = [
  'job_created',
  'job_safeguarded',
  'construction_job',
  'investment_private',
  'investment_public',
  'business_started',
  'new_product_to_firm',
  'new_product_to_market',
  'qualification_gained',
  'employment_entered',
  'other',
] as const
export const OUTCOME_STATES = [
  'forecast',
  'contracted',
  'claimed',
  'evidenced',
  'verified',
  'rejected',
  'withdrawn',
] as const

export const outcomesFile = bundleFile({
  file: 'outcomes.csv',
  kind: 'outcome',
  noun: 'outcome',
  prefix: 'O',
  columns: {
    reference: reference(),
    kind: required(oneOf(OUTCOME_KINDS)),
    business_reference: refersTo('business'),
    person_reference: refersTo('person'),
    capital_project_reference: refersTo('capital_project'),
    programme_reference: refersTo('programme'),
    state: required(oneOf(OUTCOME_STATES)),
    occurred_on: required(day()),
    hours_per_week: decimal(4, 168),
    full_time_week: decimal(4, 168),
    expected_months: integer(0, 1200),
    at_risk_noted_on: day(),
    amount_gbp: money('amount_pence'),
    is_primary: yesNo(),
    evidence_level: oneOf(EVIDENCE_LEVELS),
    verified_by_email: refersTo('adviser', 'verified_by_id'),
    verified_on: day(),
  },
  checks: [
    {
      column: 'verified_on',
      broken: (row) =>
        row['state'] === 'verified' && (row['verified_by_email'] === undefined || row['verified_on'] === undefined),
      sentence: 'A verified outcome needs verified_by_email and verified_on: say who verified it and when',
    },
    {
      column: 'hours_per_week',
      broken: (row) => row['kind'] === 'job_created' && row['hours_per_week'] === undefined,
      sentence: 'A job created needs hours_per_week',
    },
    {
      column: 'amount_gbp',
      broken: (row) => (row['kind'] ?? '').startsWith('investment_') && row['amount_gbp'] === undefined,
      sentence: 'An investment needs amount_gbp',
    },
    {
      column: 'full_time_week',
      broken: (row) => row['full_time_week'] !== undefined && Number(row['full_time_week']) === 0,
      sentence: 'full_time_week cannot be 0: enter the hours of a full-time week, or leave it blank',
    },
  ],
})
