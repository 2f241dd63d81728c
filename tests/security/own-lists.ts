import { EVIDENCE_OUTCOMES } from '@hubline/domain/evidence/check-evidence.ts'
import { LOOK_FINDINGS } from '@hubline/domain/documents/look-through.ts'
import { DOCUMENT_TYPE_NAMES } from '@hubline/domain/documents/document-types.ts'
import { CALL_OUTCOMES } from '@hubline/domain/skills-reviews/call-list.ts'
import { ERASURE_REASONS } from '@hubline/domain/people/erase-person.ts'
import { MAILINGS } from '@hubline/domain/people/register-person.ts'
import { LETTER_STATES } from '@hubline/domain/skills-reviews/offer-letter.ts'
import { DECLINE_REASONS } from '@hubline/domain/skills-reviews/decline-reasons.ts'
import { PLACES } from '@hubline/domain/calendar/free-times.ts'
import { REQUEST_STATUSES, SELF_PLACES } from '@hubline/domain/calendar/book-with-broker.ts'
import { ABSENCE_KINDS } from '@hubline/domain/calendar/keep-diary.ts'
import { AGREEMENT_ANSWERS, AGREEMENT_WAYS } from '@hubline/domain/skills-reviews/agree-plan.ts'
import { ATTENDANCE_STATUSES, BOOKED_THROUGH } from '@hubline/domain/events/event-files.ts'
import { BOOKINGS } from '@hubline/domain/events/stages.ts'
import { FUNDING_ROUTES, MODES, PLAN_LINE_STATUSES } from '@hubline/domain/skills-reviews/plan-line.ts'
import { ROLE_GROUPS, SKILL_AREAS, URGENCIES } from '@hubline/domain/skills-reviews/roles-and-skills.ts'
import { SESSION_STATUSES } from '@hubline/domain/training/course-form.ts'
import { EMPLOYMENTS, INTERVIEWS } from '@hubline/domain/training/milestones.ts'
import { END_REASONS } from '@hubline/domain/training/stages.ts'
import { COURSE_LEVELS } from '@hubline/domain/training/training-files.ts'
import { BUSINESS_FLAGS } from '@hubline/domain/businesses/business-flags.ts'
import { FRAMEWORKS } from '@hubline/domain/programmes/frameworks.ts'
import { ROW_DECISIONS, ROW_OUTCOMES } from '@hubline/domain/partners/return-form.ts'
import { ROLES } from '@hubline/domain/staff/permissions.ts'
import { YEAR_STATES } from '@hubline/domain/years/close-year.ts'

/** Closed lists as the domain has them, of columns that no bundle carries or of which it brings a part: no auditor. */
export const OWN_LISTS: Readonly<Record<string, readonly string[]>> = {
  'adviser.role': ROLES,
  'business_flag.flag': BUSINESS_FLAGS,
  'programme.framework': FRAMEWORKS,
  'year_step.state': YEAR_STATES.filter((state) => state !== 'live'),
  'partner_return_row.outcome': ROW_OUTCOMES,
  'document_look.found': LOOK_FINDINGS,
  'document.media_type': DOCUMENT_TYPE_NAMES,
  'partner_return_row.decided': ROW_DECISIONS,
  'evidence_check.outcome': EVIDENCE_OUTCOMES,
  'call_list_entry.outcome': CALL_OUTCOMES,
  'erasure.reason': ERASURE_REASONS,
  'person.mailings': MAILINGS,
  'offer_letter.state': LETTER_STATES,
  'skills_review.decline_reason': DECLINE_REASONS,
  'absence.kind': ABSENCE_KINDS,
  'booking_request.place': SELF_PLACES,
  'booking_request.status': REQUEST_STATUSES,
  'skills_review.place': PLACES,
  'event.booking': BOOKINGS,
  'attendance.booked_through': BOOKED_THROUGH,
  'attendance.status_before': ATTENDANCE_STATUSES,
  'workforce_line.role_group': ROLE_GROUPS,
  'workforce_line.level': COURSE_LEVELS,
  'skills_gap.role_group': ROLE_GROUPS,
  'skills_gap.skill_area': SKILL_AREAS,
  'skills_gap.level': COURSE_LEVELS,
  'skills_gap.urgency': URGENCIES,
  'plan_line.role_group': ROLE_GROUPS,
  'plan_line.skill_area': SKILL_AREAS,
  'plan_line.level': COURSE_LEVELS,
  'plan_line.mode': MODES,
  'plan_line.funding_route': FUNDING_ROUTES,
  'plan_line.status': PLAN_LINE_STATUSES,
  'plan_agreement.way': AGREEMENT_WAYS,
  'plan_agreement.answer': AGREEMENT_ANSWERS,
  'course_session.status': SESSION_STATUSES,
  'participation.end_reason': END_REASONS,
  'participation.employment': EMPLOYMENTS,
  'participation.interview_for': INTERVIEWS,
}
