import { DIRECT_CHANNELS } from '../../../enquiries/enquiries-file.ts'
import type { Definition } from '../../definition.ts'
import { ATTENDED, COUNTABLE, LOCAL_SOURCE } from '../countable.ts'

const LOCAL = { version: 1, pack: 'local', source: LOCAL_SOURCE } as const

export const referralsMovedOn: Definition = {
  ...LOCAL,
  key: 'local.referrals_moved_on',
  title: 'Referrals moving on to other support',
  counts: { each: 'referral' },
  any_of: [{ a: 'referral', dated: 'accepted_on' }],
}

export const initialContacts: Definition = {
  ...LOCAL,
  key: 'local.initial_contacts',
  title: 'People making initial contact',
  counts: { each: 'person' },
  any_of: [
    {
      a: 'enquiry',
      dated: 'received_on',
      is: { channel: DIRECT_CHANNELS },
      is_not: { status: ['duplicate', 'spam'] },
      first_contact: true,
    },
  ],
  note: 'A form on the website, a walk-in and an event are not among the ways that this indicator names.',
}

export const oneToOne: Definition = {
  ...LOCAL,
  key: 'local.one_to_one',
  title: 'Businesses receiving one-to-one support',
  counts: { each: 'business' },
  any_of: [{ ...COUNTABLE, is: { kind: ['advice_session', 'diagnostic_meeting', 'mentoring', 'account_management'] } }],
}

export const eventBusinesses: Definition = {
  ...LOCAL,
  key: 'local.event_businesses',
  title: 'Businesses attending events',
  counts: { each: 'business' },
  any_of: [ATTENDED],
}
