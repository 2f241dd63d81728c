import {
  EVIDENCE_LEVELS,
  bundleFile,
  day,
  instant,
  notBefore,
  oneOf,
  reference,
  refersTo,
  required,
  text,
} from '../imports/bundle-file.ts'

export const SKILLS_REVIEW_STATUSES = [
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
] as const

export const skillsReviewsFile = bundleFile({
  file: 'skills_reviews.csv',
  kind: 'skills_review',
  noun: 'skills review',
  prefix: 'SR',
  columns: {
    reference: reference(),
    business_reference: required(refersTo('business')),
    broker_email: refersTo('adviser', 'broker_id'),
    status: required(oneOf(SKILLS_REVIEW_STATUSES)),
    offered_on: required(day()),
    offer_channel: text(),
    booked_on: day(),
    slot_start: instant(),
    slot_end: instant(),
    held_on: day(),
    plan_agreed_on: day(),
    evidence_level: oneOf(EVIDENCE_LEVELS),
  },
  checks: [
    notBefore('held_on', 'offered_on'),
    {
      column: 'held_on',
      broken: (row) => row['status'] === 'held' && row['held_on'] === undefined,
      sentence: 'A skills review with status held needs held_on: enter the day on which it was held',
    },
    {
      column: 'slot_end',
      broken: (row) =>
        row['slot_end'] !== undefined &&
        (row['slot_start'] === undefined || Date.parse(row['slot_end']) <= Date.parse(row['slot_start'])),
      sentence: 'slot_end must be after slot_start: correct the times of the slot',
    },
    {
      column: 'slot_start',
      broken: (row) => row['slot_start'] !== undefined && row['slot_end'] === undefined,
      sentence: 'A slot needs both slot_start and slot_end',
    },
  ],
})
