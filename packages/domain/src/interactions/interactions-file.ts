import {
  EVIDENCE_LEVELS,
  atLeastOneOf,
  bundleFile,
  day,
  integer,
  notInTheFuture,
  notes,
  oneOf,
  reference,
  refersTo,
  required,
  text,
  yesNo,
} from '../imports/bundle-file.ts'

export const INTERACTION_KINDS = [
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
] as const
export type InteractionKind = (typeof INTERACTION_KINDS)[number]

/** Kinds that are work done for the record, not support given: they never count. */
export const UNCOUNTED_INTERACTION_KINDS = ['admin_note', 'attempted_contact', 'intelligence'] as const
export const COUNTABLE_INTERACTION_KINDS = INTERACTION_KINDS.filter(
  (kind) => !(UNCOUNTED_INTERACTION_KINDS as readonly string[]).includes(kind),
)

export const CHANNELS = [
  'face_to_face',
  'video',
  'telephone',
  'email_website',
  'letter',
  'sms_chat',
  'social_media',
  'at_event',
] as const
export type Channel = (typeof CHANNELS)[number]

export const MOST_MINUTES = 600

export const interactionsFile = bundleFile({
  file: 'interactions.csv',
  kind: 'interaction',
  noun: 'interaction',
  prefix: 'I',
  columns: {
    reference: reference(),
    business_reference: refersTo('business'),
    person_reference: refersTo('person'),
    case_reference: refersTo('case'),
    kind: required(oneOf(INTERACTION_KINDS)),
    channel: required(oneOf(CHANNELS)),
    occurred_on: required(day()),
    minutes: required(integer(0, MOST_MINUTES)),
    start_up_support: yesNo(),
    adviser_email: refersTo('adviser'),
    programme_reference: refersTo('programme'),
    subject: text(500),
    notes: notes(),
    evidence_level: oneOf(EVIDENCE_LEVELS),
  },
  checks: [atLeastOneOf(['business_reference', 'person_reference']), notInTheFuture('occurred_on', 'An interaction')],
})
