import { z } from 'zod'
import { formVersion, optionalChoice, optionalDay, optionalId, sent } from '../fields.ts'
import { EVIDENCE_LEVELS } from '../imports/bundle-file.ts'
import { optionalHours } from './course-form.ts'
import { EMPLOYMENTS, INTERVIEWS } from './milestones.ts'
import { END_REASONS } from './stages.ts'
import { PARTICIPATION_STATUSES } from './training-files.ts'

/** Somebody is put on a course, and given a place of a session or the end of its waiting list. */
export const EnrolLearner = z.object({
  ...sent,
  id: z.uuid('Reload the page and send the form again'),
  course_id: z.uuid('Choose the course again'),
  person_id: z.uuid('Choose the learner'),
  session_id: optionalId('Choose the session again'),
  business_id: optionalId('Choose the employer again'),
  plan_line_id: optionalId('Choose the line of the plan again'),
  enrolled_on: optionalDay('Enter the day of enrolment, like 17/05/2026'),
  /** What to do where no place is left: wait for one, or be told. */
  or_wait: z.boolean().default(true),
})
export type EnrolLearner = z.infer<typeof EnrolLearner>

const day = (what: string) => optionalDay(`Enter the day ${what}, like 17/05/2026`)

/** What may be told of a learner. A piece that is not sent stays as it is. */
export const LearnerFacts = z.object({
  status: z.enum(PARTICIPATION_STATUSES, 'Choose the stage').optional(),
  applied_on: day('of the application'),
  enrolled_on: day('of enrolment'),
  first_attended_on: day('of the first session attended'),
  completed_on: day('of completion'),
  achieved_on: day('of the qualification'),
  ended_on: day('on which the learner left'),
  end_reason: optionalChoice(END_REASONS, 'Choose why the learner left'),
  evidence_level: optionalChoice(EVIDENCE_LEVELS, 'Choose what evidence there is'),
  business_id: optionalId('Choose the employer again'),
  session_id: optionalId('Choose the session again'),
  plan_line_id: optionalId('Choose the line of the plan again'),
  funded_start_on: day('of the funded start'),
  initial_assessment_on: day('of the initial assessment'),
  guided_hours: optionalHours('Enter the guided hours attended as a number, like 12 or 7.5', 10_000),
  milestone_1_on: day('on which milestone 1 was reached'),
  employment: optionalChoice(EMPLOYMENTS, 'Choose whether the learner was employed'),
  interview_on: day('of the interview'),
  interview_for: optionalChoice(INTERVIEWS, 'Choose what the interview was for'),
  vacancy_weeks: z
    .union([z.literal(''), z.coerce.number()], 'Enter the weeks as a whole number')
    .transform((weeks) => (weeks === '' ? null : weeks))
    .pipe(z.int('Enter the weeks as a whole number').min(0).max(520, 'Enter at most 520 weeks').nullable())
    .nullish(),
  role_offered_on: day('on which the role was offered'),
  role_started_on: day('on which the role began'),
})
export type LearnerFacts = z.infer<typeof LearnerFacts>

/** Changes learners, one or many at once: all of them or, where one cannot be, none. */
export const ChangeLearners = z.object({
  ...sent,
  learners: z
    .array(
      z.object({
        id: z.uuid('Reload the page and choose the learners again'),
        version: formVersion(1),
        ...LearnerFacts.shape,
      }),
    )
    .min(1, 'Choose the learners to change')
    .max(500, 'Change at most 500 learners at a time'),
})
export type ChangeLearners = z.infer<typeof ChangeLearners>
