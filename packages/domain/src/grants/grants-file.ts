import { bundleFile, day, money, oneOf, reference, refersTo, required, text } from '../imports/bundle-file.ts'

export const SUBSIDY_REGIMES = [
  'mfa',
  'spei',
  'de_minimis',
  'small_amount',
  'streamlined_route',
  'not_a_subsidy',
] as const
export const GRANT_STATUSES = [
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
] as const

export const grantsFile = bundleFile({
  file: 'grants.csv',
  kind: 'grant_award',
  noun: 'grant',
  prefix: 'GR',
  columns: {
    reference: reference(),
    business_reference: required(refersTo('business')),
    scheme: required(text(300)),
    programme_reference: refersTo('programme'),
    regime: required(oneOf(SUBSIDY_REGIMES)),
    amount_gbp: required(money('amount_pence')),
    offered_on: day(),
    client_confirmed_on: day(),
    accepted_on: day(),
    paid_on: day(),
    status: required(oneOf(GRANT_STATUSES)),
  },
})
