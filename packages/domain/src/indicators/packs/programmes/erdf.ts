import { DEFINITION_VERSIONS } from '../../../programmes/frameworks.ts'
import type { Definition, Threshold } from '../../definition.ts'
import type { WayOf } from '../../language.ts'
import { COUNTABLE, ATTENDED } from '../countable.ts'

const VERSION = DEFINITION_VERSIONS.erdf
const of_programme = { framework: 'erdf', definition_version: VERSION } as const
const ERDF = {
  version: VERSION,
  pack: 'erdf',
  source: 'ERDF 2014-20 output indicator definitions, the version in force when the funding was agreed',
} as const
const BUSINESS = {
  ...ERDF,
  counts: { each_in_its_first_year: 'business', per: 'programme' },
  in_area: true,
  sme: true,
} as const

const ADVICE = { ...COUNTABLE, of_programme, evidence: 'verified' } as const
const GRANT = {
  a: 'grant_award',
  dated: 'paid_on',
  is_not: { status: ['withdrawn', 'recovered'] },
  at_least: { amount_pence: 100_000 },
  of_programme,
} as const satisfies WayOf<'grant_award'>

/** All that the outputs of support read, so that they are counted from one reading of the records. */
const any_of = [
  ADVICE,
  { a: 'diagnostic', dated: 'completed_on', of_programme, evidence: 'verified' },
  { a: 'referral', dated: 'made_on', is_not: { status: ['withdrawn'] }, of_programme },
  GRANT,
] as const

const BROKERAGE = { title: 'P13', minutes: 180, with: ['diagnostic', 'referral'] } as const
const ASSISTANCE = { minutes_at_least: 720, apart_from: BROKERAGE } as const satisfies Threshold
const SME_NOTE =
  'Turnover, balance sheet, ownership, sector and the aid limit are for the eligibility form: they are not worked out here.'

export const enterprisesSupported: Definition = {
  ...BUSINESS,
  key: 'erdf.c1',
  title: 'C1 Enterprises receiving support',
  any_of,
  threshold: { ...ASSISTANCE, or_a_grant: true },
  note: `An enterprise that reaches C2 or C4 of the programme. ${SME_NOTE}`,
}

export const enterprisesGranted: Definition = {
  ...BUSINESS,
  key: 'erdf.c2',
  title: 'C2 Enterprises receiving grants',
  any_of: [GRANT],
  note: 'At least £1,000 that was paid; an offer that was not drawn does not count.',
}

export const enterprisesAssisted: Definition = {
  ...BUSINESS,
  key: 'erdf.c4',
  title: 'C4 Enterprises receiving non-financial support',
  any_of,
  threshold: ASSISTANCE,
  note: SME_NOTE,
}

export const newEnterprises: Definition = {
  ...BUSINESS,
  key: 'erdf.c5',
  title: 'C5 New enterprises supported',
  any_of,
  threshold: { ...ASSISTANCE, or_a_grant: true, registered_within_months: 12 },
  note: 'By the day of incorporation, or else the day on which it began to trade; without either it does not count.',
}

const RESULT = { a: 'outcome', dated: 'occurred_on', of_programme } as const

export const matchingInvestment: Definition = {
  ...ERDF,
  key: 'erdf.c6',
  title: 'C6 Private investment matching public support (grants)',
  counts: { sum: 'amount_pence' },
  any_of: [{ ...RESULT, is: { kind: ['investment_private'], state: ['verified'] }, alongside_a_grant: true }],
  note: 'Private spend alongside a grant, formal match or not. Public money does not count.',
}

export const employmentIncrease: Definition = {
  ...ERDF,
  key: 'erdf.c8',
  title: 'C8 Employment increase in supported enterprises',
  counts: { sum: 'fte_of_30_hours' },
  any_of: [
    { ...RESULT, is: { kind: ['job_created'], state: ['verified'] }, blank_or_at_least: { expected_months: 12 } },
  ],
  note: 'Posts above the baseline of the enterprise: whether a post raised the total is for whoever verifies it.',
}

export const newToMarket: Definition = {
  ...BUSINESS,
  key: 'erdf.c28',
  title: 'C28 Supported to introduce new-to-market products',
  any_of: [{ ...RESULT, is: { kind: ['new_product_to_market'], state: ['verified'] } }],
  note: 'Launched, not merely developed.',
}

export const newToFirm: Definition = {
  ...BUSINESS,
  key: 'erdf.c29',
  title: 'C29 Supported to introduce new-to-firm products',
  any_of: [{ ...RESULT, is: { kind: ['new_product_to_firm', 'new_product_to_market'], state: ['verified'] } }],
  note: 'A product that is new to its market is new to the firm too.',
}

export const enterpriseReady: Definition = {
  ...ERDF,
  key: 'erdf.p11',
  title: 'P11 Potential entrepreneurs assisted to be enterprise ready',
  counts: { each_in_its_first_year: 'person', per: 'programme' },
  in_area: true,
  any_of: [
    { ...ADVICE, while_not_trading: true },
    { ...ATTENDED, of_programme, while_not_trading: true, evidence: 'verified' },
  ],
  threshold: { minutes_at_least: 720 },
}

export const brokerage: Definition = {
  ...BUSINESS,
  key: 'erdf.p13',
  title: 'P13 Enterprises receiving information, diagnostic and brokerage',
  any_of,
  threshold: {
    minutes_at_least: BROKERAGE.minutes,
    with: BROKERAGE.with,
    apart_from: { title: 'C4', minutes: ASSISTANCE.minutes_at_least },
  },
  note: 'A diagnostic or a referral belongs to the programmes in whose time it falls, or to that of its case alone.',
}
