import { atLeastOneOf, bundleFile, day, oneOf, reference, refersTo, required, text } from '../imports/bundle-file.ts'

export const REFERRAL_STATUSES = [
  'made',
  'acknowledged',
  'accepted',
  'started',
  'completed',
  'declined_by_partner',
  'declined_by_client',
  'no_response',
  'ineligible',
  'withdrawn',
] as const

export const referralsFile = bundleFile({
  file: 'referrals.csv',
  kind: 'referral',
  noun: 'referral',
  prefix: 'R',
  columns: {
    reference: reference(),
    business_reference: refersTo('business'),
    person_reference: refersTo('person'),
    organisation_reference: required(refersTo('organisation')),
    category: required(text()),
    status: required(oneOf(REFERRAL_STATUSES)),
    consent_on: required(day()),
    made_on: required(day()),
    accepted_on: day(),
    started_on: day(),
    completed_on: day(),
    closed_on: day(),
    result: text(500),
    adviser_email: refersTo('adviser'),
  },
  checks: [
    atLeastOneOf(['business_reference', 'person_reference']),
    {
      column: 'accepted_on',
      broken: (row) => row['status'] === 'accepted' && row['accepted_on'] === undefined,
      sentence: 'A referral with status accepted needs accepted_on: enter the day on which the partner accepted it',
    },
  ],
})
