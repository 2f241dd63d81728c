import { fileOf } from '@hubline/domain/imports/bundle.ts'
import type { RecordKind } from '@hubline/domain/imports/bundle-file.ts'

type Described = {
  /** What a person calls one of these. */
  noun: string
  /** The first letters of a reference made in Hubline. */
  prefix: string
  /** What its columns are called within a sentence: "Priya changed the next step". */
  labels: Readonly<Record<string, string>>
}

/** Records that Hubline keeps and that no bundle carries. */
const OWN_KINDS = {
  diary: {
    noun: 'diary',
    prefix: 'DI',
    labels: {
      hours: 'working hours',
      travel_minutes: 'travel time',
      review_minutes: 'length of a review',
      notice_hours: 'notice',
      days_ahead: 'days ahead',
      video_link: 'video link',
    },
  },
  figure_explanation: { noun: 'explanation', prefix: 'EX', labels: { words: 'words' } },
  programme_target: {
    noun: 'target of a programme',
    prefix: 'PT',
    labels: { value: 'target', profile: 'months' },
  },
  absence: { noun: 'absence', prefix: 'AB', labels: { starts_at: 'start', ends_at: 'end', title: 'reason' } },
  booking_request: {
    noun: 'booking',
    prefix: 'BR',
    labels: { slot_start: 'time', broker_id: 'broker', place: 'place', status: 'status', email: 'e-mail address' },
  },
  room: {
    noun: 'room',
    prefix: 'RM',
    labels: { name: 'name', address: 'address', seats: 'seats', is_open: 'opening' },
  },
  plan_line: {
    noun: 'line of the plan',
    prefix: 'PL',
    labels: {
      need: 'need',
      people: 'number of people',
      skill_area: 'area of the skill',
      role_group: 'role',
      level: 'level',
      mode: 'mode',
      course_id: 'course',
      provider_options: 'provider options',
      funding_route: 'funding route',
      cost_pence: 'cost',
      target_month: 'month',
      status: 'status',
      place: 'order',
    },
  },
  business_flag: {
    noun: 'judgement',
    prefix: 'JF',
    labels: { flag: 'judgement', reason: 'reason', flagged_on: 'day' },
  },
  call_list: { noun: 'call list', prefix: 'CL', labels: { name: 'name' } },
  call_list_entry: { noun: 'call', prefix: 'CL', labels: { outcome: 'outcome', call_back_on: 'day to call back' } },
  client_merge: { noun: 'merge', prefix: 'MG', labels: { undone_at: 'undoing' } },
  offer_mailing: { noun: 'offer by mail', prefix: 'OM', labels: { subject: 'subject' } },
  offer_letter: { noun: 'letter with an offer', prefix: 'OL', labels: { state: 'state' } },
  document: { noun: 'document', prefix: 'DOC', labels: { name: 'name' } },
  evidence_sample: { noun: 'evidence sample', prefix: 'ES', labels: { seed: 'seed' } },
  evidence_check: { noun: 'check of evidence', prefix: 'EC', labels: { outcome: 'outcome', note: 'note' } },
  partner_return: { noun: 'return', prefix: 'RT', labels: { awaits: 'taking in' } },
  partner_return_row: {
    noun: 'row of a return',
    prefix: 'RW',
    labels: { decided: 'decision', decided_business_id: 'business' },
  },
  partner_ask: { noun: 'request for a return', prefix: 'RQ', labels: { due_on: 'day by which it is due' } },
  review_template: { noun: 'draft of the questions', prefix: 'Q', labels: { sections: 'questions' } },
  course_session: {
    noun: 'session of the course',
    prefix: 'CS',
    labels: {
      starts_on: 'first day',
      ends_on: 'last day',
      place: 'place',
      is_online: 'way of meeting',
      places: 'number of places',
      status: 'status',
    },
  },
} as const satisfies Readonly<Record<string, Described>>
type OwnKind = keyof typeof OWN_KINDS

/** Any kind of record, in the bundle or not. */
export type AnyKind = RecordKind | OwnKind

/** Columns of the bundle's records that are not in the bundle. */
const OWN_LABELS: Readonly<Record<string, string>> = {
  framework: 'framework',
  definition_version: 'version of its definitions',
  minimum_minutes: 'least support',
  next_step: 'next step',
  next_on: 'day of the next step',
  answered_on: 'day of the answer',
  decline_reason: 'reason for declining',
  mailings: 'answer about offers by e-mail',
  place: 'place',
  place_note: 'address',
  room_id: 'room',
  attendee_name: 'name of who comes',
  attendee_email: 'e-mail address of who comes',
  attendee_phone: 'telephone number of who comes',
  session_id: 'session',
  plan_line_id: 'line of the plan',
  applied_on: 'day of the application',
  enrolled_on: 'day of enrolment',
  completed_on: 'day of completion',
  achieved_on: 'day of the qualification',
  first_attended_on: 'first session',
  funded_start_on: 'funded start',
  ended_on: 'day of leaving',
  end_reason: 'reason for leaving',
  initial_assessment_on: 'initial assessment',
  milestone_1_on: 'first milestone',
  interview_on: 'interview',
  role_offered_on: 'offer of the role',
  role_started_on: 'start of the role',
}

/** What a kind of record is called, and its columns. */
export function describe(kind: AnyKind): Described {
  if (Object.hasOwn(OWN_KINDS, kind)) return OWN_KINDS[kind as OwnKind]
  const { noun, prefix, columns } = fileOf(kind as RecordKind)
  const labels = Object.values(columns).map(({ column, label }) => [column, label.toLowerCase()])
  return { noun, prefix, labels: { ...Object.fromEntries(labels), ...OWN_LABELS } }
}
