import { Problem } from '@hubline/domain/problem.ts'
import * as pg from 'pg'

/**
 * What the database refuses, said kindly: one sentence for each named constraint. A test holds this list against the
 * database, so a new constraint needs a sentence.
 */
export const REFUSALS: Readonly<Record<string, { sentence: string; field?: string }>> = {
  one_review_at_a_time: {
    sentence: 'The broker already has a skills review at that time: choose another time',
    field: 'slot_start',
  },
  skills_review_slot_ends_after_it_starts: {
    sentence: 'The end of the slot must be after its start: correct the times',
    field: 'slot_end',
  },
  programme_framework_has_a_version: {
    sentence: 'Choose the framework again: the version of its definitions is missing',
    field: 'framework',
  },
  programme_minimum_minutes_in_range: {
    sentence: 'Enter the minutes as a whole number from 1 to 100000, or leave it blank',
    field: 'minimum_minutes',
  },
  skills_review_slot_has_both_ends: { sentence: 'A slot needs a start and an end: enter both', field: 'slot_end' },
  skills_review_held_has_a_day: { sentence: 'Enter the day on which the skills review was held', field: 'held_on' },
  skills_review_held_after_offer: {
    sentence: 'The review was held before it was offered: correct one of the two days',
    field: 'held_on',
  },
  review_template_has_sections: { sentence: 'The questions could not be read: reload the page and change them again' },
  review_template_number_once: {
    sentence: 'Someone published another version of the questions a moment ago: reload the page to see it',
  },
  review_template_one_draft: {
    sentence: 'Someone began to change the questions a moment ago: reload the page to go on from there',
  },
  review_template_published_stays: {
    sentence: 'A published version of the questions stays as it is: change them in a new version',
  },
  plan_agreement_answer_is_whole: { sentence: 'Say who answered and what they said', field: 'said_by' },
  review_form_once: { sentence: 'Someone began this form a moment ago: reload the page to go on from there' },
  review_answer_once: { sentence: 'Someone answered this question a moment ago: reload the page to see the answer' },
  workforce_line_people_in_range: {
    sentence: 'Enter the number of people as a whole number, 1 or more',
    field: 'people',
  },
  skills_gap_people_in_range: { sentence: 'Enter the number of people as a whole number, 1 or more', field: 'people' },
  plan_line_people_in_range: { sentence: 'Enter the number of people as a whole number, 1 or more', field: 'people' },
  plan_line_cost_is_not_negative: { sentence: 'Enter the cost without a minus sign', field: 'cost_pence' },
  plan_line_month_is_a_month: { sentence: 'Enter the month, like September 2026', field: 'target_month' },
  call_list_entry_business_once: {
    sentence: 'That business is on this call list already: choose another',
    field: 'business_id',
  },
  call_list_entry_outcome_has_a_time: { sentence: 'Say what came of the call, who made it and when', field: 'outcome' },
  call_list_entry_call_back_has_a_day: {
    sentence: 'Enter the day on which to call back, like fri or 17/5',
    field: 'call_back_on',
  },
  person_mailings_has_a_day: {
    sentence: 'Say whether the person agreed to offers by e-mail, and when',
    field: 'mailings',
  },
  offer_letter_business_once: { sentence: 'That business has a letter of this mailing already: choose another' },
  offer_letter_offer_is_whole: { sentence: 'An offer by mail needs its message: reload the page and try again' },
  offer_letter_says_why: { sentence: 'Say why the letter was not sent' },
  one_review_in_a_room: {
    sentence: 'The room is taken at that time: choose another room or another time',
    field: 'room_id',
  },
  time_is_held: { sentence: 'That time is held for somebody else just now: choose another time', field: 'slot_start' },
  time_is_requested: { sentence: 'That time was booked a moment ago: choose another time', field: 'slot_start' },
  diary_public_token_once: { sentence: 'That address is taken: open your booking page again' },
  one_request_at_a_time: { sentence: 'That time was booked a moment ago: choose another time', field: 'slot_start' },
  booking_request_ends_after_it_starts: { sentence: 'A booked time ends after it begins: choose the time again' },
  booking_request_matched_to_a_review: { sentence: 'Say whose booking this is: reload the page' },
  time_is_booked: { sentence: 'That time was booked a moment ago: choose another time', field: 'slot_start' },
  one_hold_at_a_time: {
    sentence: 'That time is held for somebody else just now: choose another time',
    field: 'slot_start',
  },
  held_time_ends_after_it_starts: { sentence: 'A held time ends after it begins: choose the time again' },
  skills_review_held_minutes_in_range: {
    sentence: 'Enter the minutes as a whole number from 1 to 600',
    field: 'minutes',
  },
  diary_hours_are_a_list: { sentence: 'Enter the working hours day by day', field: 'hours' },
  diary_travel_minutes_in_range: {
    sentence: 'Enter the travel time in minutes, from 0 to 240',
    field: 'travel_minutes',
  },
  diary_review_minutes_in_range: {
    sentence: 'Enter how long a review usually lasts, from 15 minutes to 8 hours',
    field: 'review_minutes',
  },
  diary_notice_hours_in_range: { sentence: 'Enter the notice in hours, from 0 to 336', field: 'notice_hours' },
  diary_days_ahead_in_range: {
    sentence: 'Enter how many days ahead people may book, from 1 to 180',
    field: 'days_ahead',
  },
  diary_of_adviser_once: { sentence: 'Somebody set out this diary a moment ago: reload the page' },
  absence_ends_after_it_starts: {
    sentence: 'The absence ends before it begins: correct one of the two',
    field: 'to_on',
  },
  room_seats_in_range: { sentence: 'Enter the seats as a whole number from 1 to 1,000', field: 'seats' },
  business_merge_is_not_itself: {
    sentence: 'A business cannot be merged into itself: choose another',
    field: 'merged_into_id',
  },
  client_merge_stands_once: {
    sentence: 'That record was merged a moment ago: reload the page to see into which',
    field: 'merged_id',
  },
  person_merge_is_not_itself: {
    sentence: 'A person cannot be merged into themselves: choose another',
    field: 'merged_into_id',
  },
  business_role_ends_after_it_begins: {
    sentence: 'The role ends before it begins: correct one of the two days',
    field: 'to_on',
  },
  case_has_a_client: { sentence: 'Choose the business or the person that the case is for', field: 'business_id' },
  case_closes_after_it_opens: {
    sentence: 'The case closes before it opens: correct one of the two days',
    field: 'closed_on',
  },
  enquiry_closes_after_it_comes: {
    sentence: 'The enquiry was closed before it was received: correct one of the two days',
    field: 'closed_on',
  },
  interaction_has_a_client: { sentence: 'Choose the business or the person you worked with', field: 'client' },
  interaction_minutes_in_range: { sentence: 'Enter the minutes as a whole number from 0 to 600', field: 'minutes' },
  diagnostic_has_a_client: {
    sentence: 'Choose the business or the person the diagnostic is about',
    field: 'business_id',
  },
  referral_has_a_client: { sentence: 'Choose the business or the person you refer', field: 'business_id' },
  referral_accepted_has_a_day: {
    sentence: 'Enter the day on which the partner accepted the referral',
    field: 'accepted_on',
  },
  partner_support_has_a_client: {
    sentence: 'Choose the business or the person that the partner supported',
    field: 'business_id',
  },
  outcome_verified_by_someone: { sentence: 'Say who verified the outcome and when', field: 'verified_on' },
  outcome_job_has_hours: { sentence: 'Enter the hours a week of the job', field: 'hours_per_week' },
  outcome_investment_has_amount: { sentence: 'Enter the amount of the investment', field: 'amount_pence' },
  outcome_full_time_week_is_positive: {
    sentence: 'Enter the hours of a full-time week, more than 0',
    field: 'full_time_week',
  },
  outcome_amount_is_not_negative: { sentence: 'Enter the amount without a minus sign', field: 'amount_pence' },
  grant_award_amount_is_not_negative: { sentence: 'Enter the amount without a minus sign', field: 'amount_pence' },
  capital_project_investment_is_not_negative: {
    sentence: 'Enter the investment without a minus sign',
    field: 'lep_investment_pence',
  },
  capital_funding_amount_is_not_negative: { sentence: 'Enter the amount without a minus sign', field: 'amount_pence' },
  survey_ends_after_it_begins: {
    sentence: 'The fieldwork ends before it begins: correct one of the two days',
    field: 'fieldwork_to',
  },
  survey_response_score_in_range: { sentence: 'Enter a score from 1 to 5', field: 'score' },
  event_starts_on_the_clock: { sentence: 'Enter when it starts, like 09:30', field: 'starts_at' },
  event_ends_on_the_clock: { sentence: 'Enter when it ends, like 12:00', field: 'ends_at' },
  event_ends_after_it_starts: {
    sentence: 'The end must be after the start: correct one of the two times',
    field: 'ends_at',
  },
  event_capacity_is_positive: {
    sentence: 'Enter how many places there are, or leave it blank for no limit',
    field: 'capacity',
  },
  event_minutes_in_range: { sentence: 'Enter the minutes without a minus sign', field: 'minutes' },
  event_public_token_once: { sentence: 'That public page belongs to another event: publish again' },
  event_has_a_place_left: { sentence: 'The last place has just gone: try again for the waiting list' },
  attendance_of_person_once: {
    sentence: 'This person is on the list of the event already: reload the page',
    field: 'person_id',
  },
  attendance_booking_no_once: { sentence: 'Somebody else was a moment quicker: try again' },
  registration_matched_by_someone: { sentence: 'Say who this is before you say who decided it' },
  registration_attendance_once: { sentence: 'That place has its registration already: reload the page' },
  registration_email_once: {
    sentence: 'That e-mail address has a place at this event already: look into its messages',
    field: 'email',
  },
  partner_total_year_is_a_year: { sentence: 'Enter the year like 2021-22', field: 'year' },
  course_session_places_in_range: {
    sentence: 'Enter the number of places as a whole number from 1 to 1,000',
    field: 'places',
  },
  course_session_ends_after_it_begins: {
    sentence: 'The last day is before the first: correct one of the two',
    field: 'ends_on',
  },
  course_session_of_its_course: { sentence: 'That session was saved already' },
  session_has_a_place_left: {
    sentence: 'No place is left at that session: put the learner on the waiting list, or add places',
    field: 'session_id',
  },
  session_places_cover_its_learners: {
    sentence: 'More learners have a place than that: give the session enough places for them',
    field: 'places',
  },
  participation_waits_in_order: { sentence: 'The waiting list moved on: reload the page and try again' },
  participation_waits_at_a_session: { sentence: 'Choose the session that the learner waits for', field: 'session_id' },
  participation_waiting_number_once: { sentence: 'The waiting list moved on: reload the page and try again' },
  participation_once_in_session: { sentence: 'This person is at that session already', field: 'person_id' },
  participation_guided_hours_in_range: {
    sentence: 'Enter the guided hours attended as a number, like 12 or 7.5',
    field: 'guided_hours',
  },
  participation_vacancy_weeks_in_range: { sentence: 'Enter at most 520 weeks', field: 'vacancy_weeks' },
  definition_version_once: { sentence: 'Someone published a version of this figure a moment ago: reload the page' },
  definition_version_follows_one: { sentence: 'The first version is the one that Hubline brings: reload the page' },
  definition_version_year_is_a_year: { sentence: 'Enter the year like 2021-22', field: 'from_year' },
  published_definition_is_never_changed: {
    sentence: 'A published definition is never changed: publish a further version',
  },
  target_once: { sentence: 'Someone set this target a moment ago: reload the page', field: 'targets' },
  target_profile_adds_up: { sentence: 'Make the twelve months add up to the target', field: 'targets' },
  target_year_is_a_year: { sentence: 'Enter the year like 2021-22', field: 'year' },
  void_has_reason: { sentence: 'Say why the record should not count', field: 'reason' },
  hub_slug_once: { sentence: 'There is a hub with that short name already: choose another', field: 'slug' },
  hub_slug_check: { sentence: 'Write the short name of the hub in small letters, digits and hyphens', field: 'slug' },
  account_email_check: { sentence: 'Write the e-mail address in small letters', field: 'email' },
  invitation_is_the_only_one: { sentence: 'This person was invited a moment ago: reload the page', field: 'email' },
  account_email_once: {
    sentence: 'There is an account for that e-mail address already: sign in with it',
    field: 'email',
  },
  background_job_key_waits_once: { sentence: 'That is waiting to be done already' },
  mail_message_goes_to_one_address: { sentence: 'Enter an e-mail address like name@example.org', field: 'to' },
  mail_message_is_answered_at_one_address: {
    sentence: 'Enter an e-mail address for answers like name@example.org',
    field: 'reply_to',
  },
  mail_message_name_is_one_line: { sentence: 'Write the name on one line', field: 'to_name' },
  mail_message_subject_is_one_line: { sentence: 'Write the subject on one line', field: 'subject' },
  mail_message_calendar_has_a_method: { sentence: 'Say whether the calendar entry is a request or a cancellation' },
  erasure_number_once: { sentence: 'Someone erased a person a moment ago: try again' },
  sign_off_year_is_a_year: { sentence: 'Enter the year like 2021-22', field: 'year' },
  sign_off_number_once: { sentence: 'Someone signed off a year a moment ago: reload the page' },
  sign_off_version_once: { sentence: 'Someone signed off this year a moment ago: reload the page' },
  sign_off_restated_with_reason: { sentence: 'Say why the figures are issued again', field: 'reason' },
  sign_off_restated_with_approval: {
    sentence: 'Say who approved that the figures are issued again',
    field: 'approved_by',
  },
  sign_off_approver_is_another: {
    sentence: 'Somebody else than the one who signs approves it: choose another person',
    field: 'approved_by_id',
  },
  figure_explanation_year_is_a_year: { sentence: 'Enter the year like 2021-22', field: 'year' },
  figure_explanation_once: { sentence: 'Someone explained this figure a moment ago: reload the page to see it' },
  signed_figure_key_once: { sentence: 'Someone signed off this year a moment ago: reload the page' },
  signed_off_is_never_changed: { sentence: 'What is signed off is never changed: restate the year instead' },
  year_step_year_is_a_year: { sentence: 'Enter the year like 2021-22', field: 'year' },
  year_step_number_once: { sentence: 'Someone moved this year on a moment ago: reload the page' },
  year_step_signs: { sentence: 'A year is signed off with its figures: reload the page' },
  partner_return_year_is_a_year: { sentence: 'Enter the year like 2021-22', field: 'year' },
  partner_return_list_once: { sentence: 'This list was brought in a moment ago: reload the page to see it' },
  partner_return_row_is_whole: { sentence: 'A row that is taken in needs its support: bring the list in again' },
  evidence_sample_once: { sentence: 'A sample of this version was drawn already: reload the page to see it' },
  evidence_check_once: { sentence: 'That was drawn already: reload the page to see it' },
  evidence_check_says_who_looked: { sentence: 'Say what was found, who looked and when', field: 'outcome' },
  evidence_check_says_what_is_wrong: { sentence: 'Say what is missing, or why it is not acceptable', field: 'note' },
  history_is_never_changed: { sentence: 'The history is never changed: make a new change instead' },
  record_keeps_its_identity: { sentence: 'A record cannot move to another hub: register it there' },
  hub_is_itself: { sentence: 'A hub has exactly one record of itself' },
}

const BY_ENDING: readonly [RegExp, string][] = [
  [/_reference_once$/, 'That reference is in use already: choose another'],
  [/_is_known$/, 'That value is not on the list: choose one of those offered'],
  [/_pkey$/, 'That record was saved already'],
  [/_fkey\d*$/, 'One of the records you name is not in this hub: choose it again'],
]

/** The Problem for what the database refused, or undefined where it was a fault of ours. */
export function problemOf(error: unknown): Problem | undefined {
  if (!(error instanceof pg.DatabaseError)) return undefined
  const name = error.constraint ?? ''
  const known = REFUSALS[name]
  if (known) return new Problem('invalid', known.sentence, known.field)
  const ending = BY_ENDING.find(([pattern]) => pattern.test(name))
  if (ending) return new Problem('invalid', ending[1])
  // Text with a zero byte, or characters that the database cannot store.
  const is_no_json = error.code === '22P02' && error.message.includes('json')
  if (error.code === '22021' || error.code === '22P05' || is_no_json)
    return new Problem('invalid', 'Take out the characters that are not text')
  // A number or a day beyond what the database can keep.
  if (error.code === '22003' || error.code === '22008')
    return new Problem('invalid', 'One of the numbers or dates is far too large: enter a smaller one')
  return undefined
}
