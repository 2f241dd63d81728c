import { bundleFile, oneOf, reference, required, text } from '../imports/bundle-file.ts'

export const ORGANISATION_KINDS = [
  'council',
  'combined_authority',
  'chamber',
  'university',
  'college',
  'training_provider',
  'national_agency',
  'bank_or_fund',
  'charity',
  'school',
  'other',
] as const

export const organisationsFile = bundleFile({
  file: 'organisations.csv',
  kind: 'organisation',
  noun: 'organisation',
  prefix: 'ORG',
  columns: { reference: reference(), name: required(text()), kind: required(oneOf(ORGANISATION_KINDS)), email: text() },
})
