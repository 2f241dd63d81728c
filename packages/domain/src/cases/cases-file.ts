import {
  atLeastOneOf,
  bundleFile,
  day,
  notBefore,
  oneOf,
  reference,
  refersTo,
  required,
  text,
} from '../imports/bundle-file.ts'

export const CASE_KINDS = [
  'start_up',
  'growth',
  'scale_up',
  'in_difficulty',
  'inward_investment',
  'skills',
  'grant_only',
] as const
export const CASE_STATUSES = ['open', 'diagnosed', 'plan_agreed', 'in_delivery', 'dormant', 'closed'] as const

export const casesFile = bundleFile({
  file: 'cases.csv',
  kind: 'case',
  noun: 'case',
  prefix: 'C',
  columns: {
    reference: reference(),
    business_reference: refersTo('business'),
    person_reference: refersTo('person'),
    kind: required(oneOf(CASE_KINDS)),
    programme_reference: refersTo('programme'),
    owner_email: refersTo('adviser', 'owner_id'),
    opened_on: required(day()),
    status: required(oneOf(CASE_STATUSES)),
    closed_on: day(),
    close_reason: text(),
  },
  checks: [atLeastOneOf(['business_reference', 'person_reference']), notBefore('closed_on', 'opened_on')],
})
