import {
  bundleFile,
  day,
  integer,
  notBefore,
  oneOf,
  reference,
  refersTo,
  required,
  text,
} from '../imports/bundle-file.ts'

export const ENQUIRY_STATUSES = [
  'new',
  'assigned',
  'in_triage',
  'answered',
  'signposted',
  'case_opened',
  'referred',
  'not_eligible',
  'no_response',
  'duplicate',
  'spam',
] as const

export const enquiriesFile = bundleFile({
  file: 'enquiries.csv',
  kind: 'enquiry',
  noun: 'enquiry',
  prefix: 'E',
  columns: {
    reference: reference(),
    business_reference: refersTo('business'),
    person_reference: refersTo('person'),
    channel: text(),
    received_on: required(day()),
    status: required(oneOf(ENQUIRY_STATUSES)),
    closed_on: day(),
    minutes: integer(0, 100_000),
    subject: text(500),
  },
  checks: [notBefore('closed_on', 'received_on')],
})
