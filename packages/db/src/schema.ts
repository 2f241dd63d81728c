// Made from the migrations by "npm run types": do not edit.
import type { Day as CalendarDay } from '@hubline/domain/day.ts'
import type { ColumnType, Generated as WithDefault } from 'kysely'

type Generated<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : WithDefault<T>
type Day = ColumnType<CalendarDay, string, string>
type Instant = ColumnType<Date, Date | string, Date | string>
type Json = ColumnType<unknown, string, string>

export interface AbsenceTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  adviser_id: string
  kind: 'leave' | 'meeting' | 'training' | 'other'
  title: string | null
  starts_at: Instant
  ends_at: Instant
}

export interface AdviserTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  email: string
  name: string
  role: 'adviser' | 'skills_broker' | 'manager' | 'admin' | 'auditor'
  is_active: Generated<boolean>
  last_day: Day | null
}

export interface AttendanceTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  event_id: string
  person_id: string | null
  business_id: string | null
  status: 'invited' | 'booked' | 'waitlist' | 'cancelled' | 'attended' | 'no_show'
  evidence_level: 'none' | 'self_declared' | 'documented' | 'verified' | null
  booking_no: number | null
  booked_through: 'public_page' | 'adviser' | 'walk_in' | null
  status_before: 'invited' | 'booked' | 'waitlist' | 'cancelled' | 'attended' | 'no_show' | null
  marked_at: Instant | null
  put_into_id: string | null
}

export interface AuditEntryTable {
  hub_id: Generated<string>
  id: Generated<string>
  at: Generated<Instant>
  adviser_id: Generated<string | null>
  request_id: Generated<string | null>
  what: string
  detail: Generated<Json>
}

export interface BackgroundJobTable {
  hub_id: Generated<string>
  id: Generated<string>
  kind: string
  input: Json
  key: string | null
  state: Generated<'waiting' | 'done' | 'failed' | 'cancelled'>
  run_at: Generated<Instant>
  attempts: Generated<number>
  trouble: string | null
  held_by: string | null
  held_until: Instant | null
  queued_at: Generated<Instant>
  queued_by: Generated<string | null>
  request_id: Generated<string | null>
  ended_at: Instant | null
}

export interface BookingRequestTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  broker_id: string
  slot_start: Instant
  slot_end: Instant
  place: 'their_site' | 'video' | 'telephone'
  status: Generated<'waiting' | 'matched' | 'cancelled'>
  given_name: string
  family_name: string
  business_name: string
  email: string
  phone: string | null
  consent_words: string
  consented_at: Instant
  invitation: Generated<number>
  skills_review_id: string | null
  matched_at: Instant | null
  matched_by: string | null
}

export interface BusinessTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  name: string
  trading_name: string | null
  legal_form: 'limited_company' | 'plc' | 'llp' | 'sole_trader' | 'partnership' | 'cic' | 'charity' | 'cio' | 'registered_society' | 'public_body' | 'education' | 'overseas' | 'unknown'
  company_number: string | null
  charity_number: string | null
  vat_number: string | null
  sic_code: string | null
  trading_status: 'pre_trading' | 'trading' | 'dormant' | 'in_difficulty' | 'insolvent' | 'ceased' | null
  incorporated_on: Day | null
  trading_since: Day | null
  address: string | null
  town: string | null
  postcode: string | null
  district_code: string | null
  employees_fte: string | null
  turnover_pence: number | null
  measured_on: Day | null
  website: string | null
  phone: string | null
  email: string | null
  merged_into_id: string | null
  counts_as_id: Generated<string>
  located_in: string | null
  finder: ColumnType<string, never, never>
}

export interface BusinessFlagTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  business_id: string
  flag: string
  flagged_on: Day
  reason: string
  flagged_by_id: string
}

export interface BusinessRoleTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  person_id: string
  business_id: string
  job_title: string | null
  is_main: boolean | null
  from_on: Day | null
  to_on: Day | null
}

export interface CallListTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  name: string
  criteria: Json
  made_by_id: string
}

export interface CallListClaimTable {
  hub_id: Generated<string>
  call_list_entry_id: string
  adviser_id: string
  until: Instant
}

export interface CallListEntryTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  call_list_id: string
  place: number
  business_id: string
  outcome: 'accepted' | 'declined' | 'offered' | 'no_answer' | 'wrong_contact' | 'call_back' | null
  outcome_at: Instant | null
  outcome_by_id: string | null
  call_back_on: Day | null
  attempts: Generated<number>
  skills_review_id: string | null
  interaction_id: string | null
}

export interface CapitalFundingTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  capital_project_id: string
  source: 'lep' | 'public' | 'private'
  amount_pence: number
  state: 'forecast' | 'contracted' | 'defrayed'
  defrayed_on: Day | null
  verified_on: Day | null
}

export interface CapitalMilestoneTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  capital_project_id: string
  milestone: 'approved' | 'contracted' | 'start_on_site' | 'practical_completion' | 'operational'
  forecast_on: Day | null
  actual_on: Day | null
}

export interface CapitalProjectTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  name: string
  site: string | null
  district_code: string | null
  lep_investment_pence: number | null
  programme_id: string | null
}

export interface CaseTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  business_id: string | null
  person_id: string | null
  kind: 'start_up' | 'growth' | 'scale_up' | 'in_difficulty' | 'inward_investment' | 'skills' | 'grant_only'
  programme_id: string | null
  owner_id: string | null
  opened_on: Day
  status: 'open' | 'diagnosed' | 'plan_agreed' | 'in_delivery' | 'dormant' | 'closed'
  closed_on: Day | null
  close_reason: string | null
  next_step: string | null
  next_on: Day | null
}

export interface ClientMergeTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  kind: 'business' | 'person'
  merged_id: string
  survivor_id: string
  reason: string | null
  merged_at: Generated<Instant>
  merged_by: Generated<string | null>
  before: Generated<Json>
  after: Generated<Json>
  undone_at: Instant | null
  undone_by: string | null
}

export interface CourseTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  title: string
  organisation_id: string | null
  level: 'entry' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | 'unregulated' | null
  kind: 'short_course' | 'bootcamp' | 'apprenticeship' | 'regulated' | 'other' | null
  guided_hours: string | null
}

export interface CourseSessionTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  course_id: string
  starts_on: Day
  ends_on: Day
  place: string | null
  is_online: Generated<boolean>
  places: number
  status: Generated<'open' | 'closed' | 'cancelled'>
}

export interface DefinitionVersionTable {
  hub_id: Generated<string>
  id: Generated<string>
  key: string
  version: number
  change: Json
  definition: Json
  from_on: Day
  from_year: string
  reason: string
  published_at: Generated<Instant>
  published_by: Generated<string>
  request_id: Generated<string | null>
}

export interface DiagnosticTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  business_id: string | null
  person_id: string | null
  case_id: string | null
  completed_on: Day
  start_up_support: boolean | null
  evidence_level: 'none' | 'self_declared' | 'documented' | 'verified' | null
}

export interface DiaryTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  adviser_id: string
  hours: Json
  travel_minutes: number
  review_minutes: number
  notice_hours: number
  days_ahead: number
  video_link: string | null
  public_token: string | null
}

export interface DocumentTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  name: string
  media_type: 'application/pdf' | 'image/jpeg' | 'image/png' | 'text/plain' | 'text/csv' | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' | 'application/vnd.oasis.opendocument.text'
  size: number
  sha256: string
  attached_at: Generated<Instant>
  attached_by: Generated<string>
  interaction_id: string | null
  diagnostic_id: string | null
  referral_id: string | null
  skills_review_id: string | null
  participation_id: string | null
  event_id: string | null
  attendance_id: string | null
  grant_award_id: string | null
  outcome_id: string | null
  capital_project_id: string | null
  capital_milestone_id: string | null
  capital_funding_id: string | null
  partner_support_id: string | null
  record_kind: ColumnType<string | null, never, never>
  record_id: ColumnType<string | null, never, never>
  enquiry_id: string | null
  survey_response_id: string | null
}

export interface DocumentLookTable {
  hub_id: Generated<string>
  erasure_id: string
  document_id: string
  found: 'nothing' | 'theirs' | null
  looked_at: Instant | null
  looked_by: string | null
}

export interface DocumentPartTable {
  hub_id: Generated<string>
  document_id: string
  place: number
  bytes: Uint8Array
}

export interface EnquiryTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  business_id: string | null
  person_id: string | null
  channel: string | null
  received_on: Day
  status: 'new' | 'assigned' | 'in_triage' | 'answered' | 'signposted' | 'case_opened' | 'referred' | 'not_eligible' | 'no_response' | 'duplicate' | 'spam'
  closed_on: Day | null
  minutes: number | null
  subject: string | null
}

export interface ErasedListTable {
  hub_id: Generated<string>
  erasure_id: string
  sign_off_id: string
  key: string
  units_hash: string
}

export interface ErasureTable {
  hub_id: Generated<string>
  id: Generated<string>
  number: number
  person_ids: string[]
  reference: string
  reason: 'asked' | 'kept_long_enough' | 'should_not_be_here'
  erased_at: Generated<Instant>
  erased_by: Generated<string>
  erased_by_name: string
  went: Json
  previous_hash: string
  hash: string
}

export interface EventTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  title: string
  kind: string | null
  held_on: Day
  minutes: number
  start_up_support: boolean | null
  status: 'published' | 'delivered' | 'cancelled'
  starts_at: string | null
  ends_at: string | null
  place: string | null
  online_link: string | null
  capacity: number | null
  description: string | null
  programme_id: string | null
  booking: Generated<'draft' | 'open' | 'closed'>
  public_token: string | null
  sheet_kept: Generated<boolean>
}

export interface EvidenceCheckTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  evidence_sample_id: string
  key: string
  unit_id: string
  place: number
  outcome: 'seen' | 'missing' | 'not_acceptable' | null
  note: string | null
  checked_at: Instant | null
  checked_by: string | null
}

export interface EvidenceSampleTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  sign_off_id: string
  seed: string
  drawn_at: Generated<Instant>
  drawn_by: Generated<string>
}

export interface FigureExplanationTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  year: string
  indicator_key: string
  words: string
}

export interface GrantAwardTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  business_id: string
  scheme: string
  programme_id: string | null
  regime: 'mfa' | 'spei' | 'de_minimis' | 'small_amount' | 'streamlined_route' | 'not_a_subsidy'
  amount_pence: number
  offered_on: Day | null
  client_confirmed_on: Day | null
  accepted_on: Day | null
  paid_on: Day | null
  status: 'enquiry' | 'applied' | 'approved' | 'rejected' | 'withdrawn' | 'offer_issued' | 'offer_accepted' | 'in_delivery' | 'paid' | 'recovered'
}

export interface HeldTimeTable {
  hub_id: Generated<string>
  id: Generated<string>
  broker_id: string
  review_id: string | null
  slot_start: Instant
  slot_end: Instant
  is_visit: Generated<boolean>
  held_until: Instant
  released_at: Instant | null
  request_id: string | null
}

export interface HistoryTable {
  hub_id: string
  kind: string
  id: string
  version: number
  row: Json
  valid_from: Instant
  valid_to: Generated<Instant>
  replaced_by: Generated<string | null>
  request_id: Generated<string | null>
}

export interface HubTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  name: string
  area_codes: Generated<string[]>
}

export interface HubChangeTable {
  hub_id: string
  changes: Generated<number>
}

export interface InteractionTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  business_id: string | null
  person_id: string | null
  case_id: string | null
  kind: 'advice_session' | 'triage_call' | 'diagnostic_meeting' | 'account_management' | 'mentoring' | 'skills_review_meeting' | 'site_visit' | 'email_advice' | 'admin_note' | 'attempted_contact' | 'intelligence'
  channel: 'face_to_face' | 'video' | 'telephone' | 'email_website' | 'letter' | 'sms_chat' | 'social_media' | 'at_event'
  occurred_on: Day
  minutes: number
  start_up_support: boolean | null
  adviser_id: string | null
  programme_id: string | null
  subject: string | null
  notes: string | null
  evidence_level: 'none' | 'self_declared' | 'documented' | 'verified' | null
}

export interface MailMessageTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  kind: string
  to_address: string
  to_name: string | null
  reply_to: string | null
  subject: string
  text: string
  calendar_method: 'REQUEST' | 'CANCEL' | null
  calendar: string | null
  link_purpose: string | null
  link_id: string | null
  about_kind: string | null
  about_id: string | null
  state: Generated<'waiting' | 'sent' | 'failed' | 'kept'>
  reason: string | null
  attempts: Generated<number>
  sent_at: Instant | null
  queued_at: Generated<Instant>
}

export interface MergedRowTable {
  hub_id: Generated<string>
  client_merge_id: string
  kind: string
  column: string
  row_id: string
}

export interface NotADuplicateTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  kind: 'business' | 'person'
  one_id: string
  other_id: string
}

export interface OfferLetterTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  offer_mailing_id: string
  place: number
  business_id: string
  person_id: string
  state: Generated<'waiting' | 'offered' | 'left_out' | 'not_sent'>
  reason: string | null
  skills_review_id: string | null
  mail_message_id: string | null
}

export interface OfferMailingTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  subject: string
  text: string
  criteria: Json
  made_by_id: string
  made_at: Generated<Instant>
}

export interface OrganisationTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  name: string
  kind: 'council' | 'combined_authority' | 'chamber' | 'university' | 'college' | 'training_provider' | 'national_agency' | 'bank_or_fund' | 'charity' | 'school' | 'other'
  email: string | null
}

export interface OutcomeTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  kind: 'job_created' | 'job_safeguarded' | 'construction_job' | 'investment_private' | 'investment_public' | 'business_started' | 'new_product_to_firm' | 'new_product_to_market' | 'qualification_gained' | 'employment_entered' | 'other'
  business_id: string | null
  person_id: string | null
  capital_project_id: string | null
  programme_id: string | null
  state: 'forecast' | 'contracted' | 'claimed' | 'evidenced' | 'verified' | 'rejected' | 'withdrawn'
  occurred_on: Day
  hours_per_week: string | null
  full_time_week: string | null
  expected_months: number | null
  at_risk_noted_on: Day | null
  amount_pence: number | null
  is_primary: boolean | null
  evidence_level: 'none' | 'self_declared' | 'documented' | 'verified' | null
  verified_by_id: string | null
  verified_on: Day | null
}

export interface ParticipationTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  person_id: string
  business_id: string | null
  course_id: string
  status: 'applied' | 'enrolled' | 'started' | 'in_learning' | 'completed' | 'achieved' | 'withdrawn' | 'transferred' | 'did_not_start'
  enrolled_on: Day | null
  qualifying_start_on: Day | null
  completed_on: Day | null
  achieved_on: Day | null
  evidence_level: 'none' | 'self_declared' | 'documented' | 'verified' | null
  session_id: string | null
  plan_line_id: string | null
  waiting_number: number | null
  applied_on: Day | null
  first_attended_on: Day | null
  funded_start_on: Day | null
  ended_on: Day | null
  end_reason: 'found_work' | 'health' | 'caring' | 'work_pressure' | 'moved_away' | 'not_suitable' | 'employer_withdrew' | 'course_cancelled' | 'other_course' | 'lost_contact' | 'other' | null
  initial_assessment_on: Day | null
  guided_hours: string | null
  milestone_1_on: Day | null
  employment: 'employed' | 'unemployed' | null
  interview_on: Day | null
  interview_for: 'new_role' | 'new_responsibility' | 'vacancy' | 'mock' | null
  vacancy_weeks: number | null
  role_offered_on: Day | null
  role_started_on: Day | null
  milestone_2_on: Day | null
  milestone_3_on: Day | null
  pasted_as: string | null
}

export interface PartnerAskTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  organisation_id: string
  year: string
  asked_on: Day
  asked_by: Generated<string>
  due_on: Day
}

export interface PartnerReturnTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  organisation_id: string
  year: string
  received_on: Day
  received_by: Generated<string>
  sha256: string
  partner_total_id: string | null
  awaits: Generated<boolean>
  taken_on: Day | null
  taken_by: string | null
  file_name: string | null
  sheet: Generated<string>
}

export interface PartnerReturnRowTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  partner_return_id: string
  row: number
  outcome: 'matched' | 'new' | 'repeated' | 'rejected' | null
  name: string
  says: string | null
  partner_support_id: string | null
  company_number: string | null
  postcode: string | null
  supported_on: Day | null
  minutes: number | null
  note: string | null
  decided: 'business' | 'new' | null
  decided_business_id: string | null
  decided_by: string | null
  repeats_id: string | null
}

export interface PartnerSupportTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  organisation_id: string
  business_id: string | null
  person_id: string | null
  supported_on: Day
  minutes: number | null
  evidence_level: 'none' | 'self_declared' | 'documented' | 'verified' | null
}

export interface PartnerTotalTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  organisation_id: string
  year: string
  indicator_key: string
  value: string
  note: string | null
}

export interface PersonTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  given_name: string
  family_name: string
  email: string | null
  phone: string | null
  postcode: string | null
  district_code: string | null
  trading_since: Day | null
  merged_into_id: string | null
  counts_as_id: Generated<string>
  located_in: string | null
  finder: ColumnType<string, never, never>
  mailings: 'agreed' | 'refused' | null
  mailings_on: Day | null
}

export interface PlanAgreementTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  skills_review_id: string
  way: 'link' | 'telephone' | 'in_person' | 'email'
  sent_to: string | null
  sent_at: Instant | null
  answer: 'agreed' | 'changes_asked' | null
  answered_at: Instant | null
  said_by: string | null
  note: string | null
  lines: Json | null
}

export interface PlanLineTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  skills_review_id: string
  skills_gap_id: string | null
  place: string
  need: string
  role_group: 'managers' | 'professionals' | 'technicians' | 'administrative' | 'skilled_trades' | 'care_and_leisure' | 'sales_and_service' | 'operatives' | 'elementary' | null
  skill_area: 'leadership' | 'technical' | 'digital' | 'green' | 'essential' | 'people' | 'sales_and_marketing' | 'finance_and_business' | 'safety_and_compliance' | 'care_and_health' | 'other'
  people: number
  level: 'entry' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | 'unregulated' | null
  mode: 'at_work' | 'classroom' | 'day_release' | 'online_live' | 'online_own_time' | 'blended' | null
  course_id: string | null
  provider_options: string | null
  funding_route: 'employer' | 'levy' | 'levy_transfer' | 'apprenticeship_co_investment' | 'bootcamp' | 'adult_skills_fund' | 'free_courses_for_jobs' | 'hub_programme' | 'learner_loan' | 'no_cost' | null
  cost_pence: number | null
  target_month: Day | null
  status: Generated<'planned' | 'enrolled' | 'started' | 'completed' | 'dropped'>
}

export interface PostcodeDistrictTable {
  prefix: string
  district_code: string
}

export interface ProgrammeTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  name: string
  funder: string | null
  starts_on: Day | null
  ends_on: Day | null
  framework: 'erdf' | 'ukspf' | null
  definition_version: number | null
  minimum_minutes: number | null
}

export interface ProgrammeTargetTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  programme_id: string
  year: string
  indicator_key: string
  value: string
  profile: number[] | null
}

export interface ReceivedRequestTable {
  hub_id: Generated<string>
  adviser_id: Generated<string>
  key: string
  procedure: string
  input_hash: string
  reply: Json | null
  at: Generated<Instant>
}

export interface ReferenceCounterTable {
  hub_id: Generated<string>
  kind: string
  period: string
  last: Generated<number>
}

export interface ReferralTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  business_id: string | null
  person_id: string | null
  organisation_id: string
  category: string
  status: 'made' | 'acknowledged' | 'accepted' | 'started' | 'completed' | 'declined_by_partner' | 'declined_by_client' | 'no_response' | 'ineligible' | 'withdrawn'
  consent_on: Day
  made_on: Day
  accepted_on: Day | null
  started_on: Day | null
  completed_on: Day | null
  closed_on: Day | null
  result: string | null
  adviser_id: string | null
}

export interface RegistrationTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  event_id: string
  attendance_id: string
  given_name: string
  family_name: string
  business_name: string | null
  email: string | null
  phone: string | null
  access_needs: string | null
  consent_words: string | null
  consented_at: Instant | null
  matched_at: Instant | null
  matched_by: string | null
}

export interface ReviewAnswerTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  skills_review_id: string
  question: string
  value: Json
  other_value: Json | null
  other_by_id: string | null
  other_at: Instant | null
}

export interface ReviewFormTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  skills_review_id: string
  review_template_id: string
  finished_at: Instant | null
}

export interface ReviewTemplateTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  number: number
  sections: Json
  published_on: Day | null
}

export interface RoomTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  name: string
  address: string | null
  seats: number | null
  is_open: Generated<boolean>
}

export interface SignOffTable {
  hub_id: Generated<string>
  id: Generated<string>
  number: number
  year: string
  version: number
  reason: string | null
  signed_at: Generated<Instant>
  signed_by: Generated<string>
  signed_by_name: string
  previous_hash: string
  approved_by: string | null
  approved_by_id: string | null
}

export interface SignedFigureTable {
  hub_id: Generated<string>
  sign_off_id: string
  position: number
  key: string
  title: string
  unit: string
  value: string | null
  units: number
  definition_version: number
  definition: string
  words: string
  parameters: string
  units_hash: string
  hash: string
}

export interface SignedSheetTable {
  hub_id: Generated<string>
  sign_off_id: string
  position: number
  name: string
  columns: string
  rows: number
  rows_hash: string
  hash: string
}

export interface SignedSheetPartTable {
  hub_id: Generated<string>
  sign_off_id: string
  name: string
  part: number
  rows: number
  lines: string
}

export interface SignedUnitTable {
  hub_id: Generated<string>
  sign_off_id: string
  key: string
  id: string
  kind: string
  reference: string
  name: string
  district: string | null
  first_on: Day
  last_on: Day
  amount: string | null
  because: string
}

export interface SkillsGapTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  skills_review_id: string
  place: string
  role: string
  role_group: 'managers' | 'professionals' | 'technicians' | 'administrative' | 'skilled_trades' | 'care_and_leisure' | 'sales_and_service' | 'operatives' | 'elementary' | null
  skill: string
  skill_area: 'leadership' | 'technical' | 'digital' | 'green' | 'essential' | 'people' | 'sales_and_marketing' | 'finance_and_business' | 'safety_and_compliance' | 'care_and_health' | 'other'
  level: 'entry' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | 'unregulated' | null
  people: number | null
  urgency: 'now' | 'this_year' | 'later'
  other_value: Json | null
  other_by_id: string | null
  other_at: Instant | null
}

export interface SkillsReviewTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  business_id: string
  broker_id: string | null
  status: 'offered' | 'declined' | 'no_response' | 'accepted' | 'booked' | 'cancelled' | 'no_show' | 'held' | 'report_issued' | 'plan_agreed' | 'uptake_recorded' | 'closed'
  offered_on: Day
  offer_channel: string | null
  booked_on: Day | null
  slot_start: Instant | null
  slot_end: Instant | null
  held_on: Day | null
  plan_agreed_on: Day | null
  evidence_level: 'none' | 'self_declared' | 'documented' | 'verified' | null
  offered_by_id: string | null
  offered_to_id: string | null
  answered_on: Day | null
  decline_reason: 'no_time' | 'no_need' | 'trains_in_house' | 'has_provider' | 'cost_of_training' | 'other' | null
  uptake_on: Day | null
  place: 'their_site' | 'our_room' | 'video' | 'telephone' | null
  place_note: string | null
  room_id: string | null
  video_link: string | null
  attendee_name: string | null
  attendee_email: string | null
  attendee_phone: string | null
  cancel_reason: string | null
  invitation: Generated<number>
  held_minutes: number | null
  attendees: string | null
}

export interface SurveyTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  family: 'sitrep' | 'skills_for_growth' | 'satisfaction' | 'follow_up'
  title: string
  fieldwork_from: Day
  fieldwork_to: Day | null
}

export interface SurveyResponseTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  survey_id: string
  business_id: string | null
  person_id: string | null
  submitted_on: Day
  valid: boolean
  score: number | null
}

export interface TargetTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  indicator_key: string
  year: string
  value: string
  profile: number[] | null
}

export interface WorkforceLineTable {
  hub_id: Generated<string>
  id: Generated<string>
  reference: string
  version: Generated<number>
  recorded_at: Generated<Instant>
  recorded_by: Generated<string | null>
  request_id: Generated<string | null>
  voided_at: Instant | null
  voided_by: string | null
  void_reason: string | null
  skills_review_id: string
  place: string
  role: string
  role_group: 'managers' | 'professionals' | 'technicians' | 'administrative' | 'skilled_trades' | 'care_and_leisure' | 'sales_and_service' | 'operatives' | 'elementary' | null
  level: 'entry' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | 'unregulated' | null
  people: number | null
  other_value: Json | null
  other_by_id: string | null
  other_at: Instant | null
}

export interface YearDefinitionTable {
  hub_id: Generated<string>
  year: string
  key: string
  version: number
  chosen_at: Generated<Instant>
  chosen_by: Generated<string>
  request_id: Generated<string | null>
}

export interface YearStepTable {
  hub_id: Generated<string>
  id: Generated<string>
  year: string
  number: number
  state: 'draft' | 'checked' | 'signed_off' | 'published' | 'restated'
  note: string | null
  sign_off_id: string | null
  moved_at: Generated<Instant>
  moved_by: Generated<string>
  request_id: Generated<string | null>
}

export interface DB {
  absence: AbsenceTable
  adviser: AdviserTable
  attendance: AttendanceTable
  audit_entry: AuditEntryTable
  background_job: BackgroundJobTable
  booking_request: BookingRequestTable
  business: BusinessTable
  business_flag: BusinessFlagTable
  business_role: BusinessRoleTable
  call_list: CallListTable
  call_list_claim: CallListClaimTable
  call_list_entry: CallListEntryTable
  capital_funding: CapitalFundingTable
  capital_milestone: CapitalMilestoneTable
  capital_project: CapitalProjectTable
  case: CaseTable
  client_merge: ClientMergeTable
  course: CourseTable
  course_session: CourseSessionTable
  definition_version: DefinitionVersionTable
  diagnostic: DiagnosticTable
  diary: DiaryTable
  document: DocumentTable
  document_look: DocumentLookTable
  document_part: DocumentPartTable
  enquiry: EnquiryTable
  erased_list: ErasedListTable
  erasure: ErasureTable
  event: EventTable
  evidence_check: EvidenceCheckTable
  evidence_sample: EvidenceSampleTable
  figure_explanation: FigureExplanationTable
  grant_award: GrantAwardTable
  held_time: HeldTimeTable
  history: HistoryTable
  hub: HubTable
  hub_change: HubChangeTable
  interaction: InteractionTable
  mail_message: MailMessageTable
  merged_row: MergedRowTable
  not_a_duplicate: NotADuplicateTable
  offer_letter: OfferLetterTable
  offer_mailing: OfferMailingTable
  organisation: OrganisationTable
  outcome: OutcomeTable
  participation: ParticipationTable
  partner_ask: PartnerAskTable
  partner_return: PartnerReturnTable
  partner_return_row: PartnerReturnRowTable
  partner_support: PartnerSupportTable
  partner_total: PartnerTotalTable
  person: PersonTable
  plan_agreement: PlanAgreementTable
  plan_line: PlanLineTable
  postcode_district: PostcodeDistrictTable
  programme: ProgrammeTable
  programme_target: ProgrammeTargetTable
  received_request: ReceivedRequestTable
  reference_counter: ReferenceCounterTable
  referral: ReferralTable
  registration: RegistrationTable
  review_answer: ReviewAnswerTable
  review_form: ReviewFormTable
  review_template: ReviewTemplateTable
  room: RoomTable
  sign_off: SignOffTable
  signed_figure: SignedFigureTable
  signed_sheet: SignedSheetTable
  signed_sheet_part: SignedSheetPartTable
  signed_unit: SignedUnitTable
  skills_gap: SkillsGapTable
  skills_review: SkillsReviewTable
  survey: SurveyTable
  survey_response: SurveyResponseTable
  target: TargetTable
  workforce_line: WorkforceLineTable
  year_definition: YearDefinitionTable
  year_step: YearStepTable
}
