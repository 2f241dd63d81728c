import { daysAfter, orBlank, someDay, someNotes, someText } from './random.ts'
import { EVIDENCE, type RandomFile, numbered, pick, someClient, yesNo } from './random-shape.ts'

const KINDS = [
  'advice_session',
  'advice_session',
  'triage_call',
  'diagnostic_meeting',
  'account_management',
  'mentoring',
  'skills_review_meeting',
  'site_visit',
  'email_advice',
  'admin_note',
  'attempted_contact',
  'intelligence',
]
const CHANNELS = [
  'face_to_face',
  'video',
  'telephone',
  'email_website',
  'letter',
  'sms_chat',
  'social_media',
  'at_event',
]
const ENQUIRY_STATUSES = [
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
]
const REFERRAL_STATUSES = [
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
]
const REVIEW_STATUSES = [
  'offered',
  'declined',
  'no_response',
  'accepted',
  'booked',
  'cancelled',
  'no_show',
  'held',
  'report_issued',
  'plan_agreed',
  'uptake_recorded',
  'closed',
]
const HELD = ['held', 'report_issued', 'plan_agreed', 'uptake_recorded', 'closed']

const enquiries: RandomFile = {
  file: 'enquiries.csv',
  columns: [
    'reference',
    'business_reference',
    'person_reference',
    'channel',
    'received_on',
    'status',
    'closed_on',
    'minutes',
    'subject',
  ],
  rows: (random, shape) =>
    numbered(shape.many('enquiries'), (n) => {
      const received_on = someDay(random)
      return {
        reference: `E-${n}`,
        business_reference: orBlank(random, 0.3, pick.business(random, shape)),
        person_reference: orBlank(random, 0.5, pick.person(random, shape)),
        channel: random.one(['telephone', 'email_website', '']),
        received_on,
        status: random.one(ENQUIRY_STATUSES),
        closed_on: orBlank(random, 0.3, daysAfter(received_on, random.between(0, 9))),
        minutes: random.one(['', '0', '12', '30']),
        subject: someText(random),
      }
    }),
}

const interactions: RandomFile = {
  file: 'interactions.csv',
  columns: [
    'reference',
    'business_reference',
    'person_reference',
    'case_reference',
    'kind',
    'channel',
    'occurred_on',
    'minutes',
    'start_up_support',
    'adviser_email',
    'programme_reference',
    'subject',
    'notes',
    'evidence_level',
  ],
  rows: (random, shape) =>
    numbered(shape.many('interactions'), (n) => ({
      reference: `I-${n}`,
      ...someClient(random, shape),
      case_reference: pick.case(random, shape),
      kind: random.one(KINDS),
      channel: random.one(CHANNELS),
      occurred_on: someDay(random),
      minutes: random.one(['0', '1', '15', '30', '45', '60', '90', '179', '180', '360', '600']),
      start_up_support: yesNo(random),
      adviser_email: pick.adviser(random, shape),
      programme_reference: pick.programme(random, shape),
      subject: orBlank(random, 0.4, someText(random)),
      notes: orBlank(random, 0.4, someNotes(random)),
      evidence_level: random.one(EVIDENCE),
    })),
}

const diagnostics: RandomFile = {
  file: 'diagnostics.csv',
  columns: [
    'reference',
    'business_reference',
    'person_reference',
    'case_reference',
    'completed_on',
    'start_up_support',
    'evidence_level',
  ],
  rows: (random, shape) =>
    numbered(shape.many('diagnostics'), (n) => ({
      reference: `D-${n}`,
      ...someClient(random, shape),
      case_reference: pick.case(random, shape),
      completed_on: someDay(random),
      start_up_support: yesNo(random),
      evidence_level: random.one(EVIDENCE),
    })),
}

const referrals: RandomFile = {
  file: 'referrals.csv',
  columns: [
    'reference',
    'business_reference',
    'person_reference',
    'organisation_reference',
    'category',
    'status',
    'consent_on',
    'made_on',
    'accepted_on',
    'started_on',
    'completed_on',
    'closed_on',
    'result',
    'adviser_email',
  ],
  rows: (random, shape) =>
    numbered(shape.many('referrals'), (n) => {
      const status = random.one(REFERRAL_STATUSES)
      const consent_on = someDay(random)
      const made_on = daysAfter(consent_on, random.between(0, 5))
      const accepted = ['accepted', 'started', 'completed'].includes(status) || random.often(0.1)
      const accepted_on = accepted
        ? random.often(0.2)
          ? someDay(random)
          : daysAfter(made_on, random.between(0, 30))
        : ''
      const completed_on = status === 'completed' ? daysAfter(accepted_on, 40) : ''
      return {
        reference: `R-${n}`,
        ...someClient(random, shape),
        organisation_reference: pick.organisation(random, shape),
        category: random.one(['export', 'finance', 'digital', 'net_zero']),
        status,
        consent_on,
        made_on,
        accepted_on,
        started_on: accepted_on === '' || status === 'accepted' ? '' : daysAfter(accepted_on, 3),
        completed_on,
        closed_on: completed_on,
        result: completed_on === '' ? '' : someText(random),
        adviser_email: pick.adviser(random, shape),
      }
    }),
}

const skills_reviews: RandomFile = {
  file: 'skills_reviews.csv',
  columns: [
    'reference',
    'business_reference',
    'broker_email',
    'status',
    'offered_on',
    'offer_channel',
    'booked_on',
    'slot_start',
    'slot_end',
    'held_on',
    'plan_agreed_on',
    'evidence_level',
  ],
  rows: (random, shape) =>
    numbered(shape.many('skills_reviews'), (n) => {
      const status = random.one(REVIEW_STATUSES)
      const offered_on = someDay(random)
      const held_on = HELD.includes(status) ? daysAfter(offered_on, random.between(0, 40)) : ''
      // Six slots of 50 minutes a day, each taken once, so that no broker is in two places.
      const slot = `${daysAfter('2020-01-06', Math.floor(n / 6))}T${String(9 + (n % 6)).padStart(2, '0')}`
      const booked = status === 'booked'
      return {
        reference: `S-${n}`,
        business_reference: pick.business(random, shape),
        broker_email: pick.adviser(random, shape),
        status,
        offered_on,
        offer_channel: random.one(['telephone', 'email_website', '']),
        booked_on: booked ? offered_on : '',
        slot_start: booked ? `${slot}:00:00+00:00` : '',
        slot_end: booked ? `${slot}:50:00+00:00` : '',
        held_on,
        plan_agreed_on: held_on !== '' && random.often(0.5) ? daysAfter(held_on, random.between(0, 20)) : '',
        evidence_level: random.one(EVIDENCE),
      }
    }),
}

export const WORK_FILES: readonly RandomFile[] = [enquiries, interactions, diagnostics, referrals, skills_reviews]
