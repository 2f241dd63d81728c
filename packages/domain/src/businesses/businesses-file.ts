import { bundleFile, day, decimal, money, oneOf, reference, refersTo, required, text } from '../imports/bundle-file.ts'

export const LEGAL_FORMS = [
  'limited_company',
  'plc',
  'llp',
  'sole_trader',
  'partnership',
  'cic',
  'charity',
  'cio',
  'registered_society',
  'public_body',
  'education',
  'overseas',
  'unknown',
] as const
export const TRADING_STATUSES = ['pre_trading', 'trading', 'dormant', 'in_difficulty', 'insolvent', 'ceased'] as const

export const businessesFile = bundleFile({
  file: 'businesses.csv',
  kind: 'business',
  noun: 'business',
  prefix: 'B',
  columns: {
    reference: reference(),
    name: required(text(300)),
    trading_name: text(300),
    legal_form: required(oneOf(LEGAL_FORMS)),
    company_number: text(40),
    charity_number: text(40),
    vat_number: text(40),
    sic_code: text(20),
    trading_status: oneOf(TRADING_STATUSES),
    incorporated_on: day(),
    trading_since: day(),
    address: text(1000),
    town: text(),
    postcode: text(40),
    district_code: text(20),
    employees_fte: decimal(4, 1e7),
    turnover_gbp: money('turnover_pence'),
    measured_on: day(),
    website: text(500),
    phone: text(100),
    email: text(320),
    merged_into_reference: refersTo('business', 'merged_into_id'),
  },
  checks: [
    {
      column: 'merged_into_reference',
      broken: (row) => row['merged_into_reference'] !== undefined && row['merged_into_reference'] === row['reference'],
      sentence: 'A business cannot be merged into itself: name the business that remains',
    },
  ],
})
