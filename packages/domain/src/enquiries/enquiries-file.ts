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

/** How somebody comes to the helpline, writes an e-mail or is sent on directly, in the words that senders use for it. */
export const DIRECT_CHANNELS = [
  'telephone',
  'helpline',
  'e-mail',
  'email',
  'email_website',
  'partner',
  'referral',
  'direct_referral',
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
