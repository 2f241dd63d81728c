import type { Day } from '../day.ts'
import type { EvidenceLevel } from '../imports/bundle-file.ts'
import { Problem } from '../problem.ts'
import type { LearnerFacts } from './learner-form.ts'
import { type BootcampFacts, milestonesOf, mustBearOut } from './milestones.ts'
import { type CourseKind, type StartFacts, startAfter } from './qualifying-start.ts'
import { STAGE_DAYS, type Standing, afterMove } from './stages.ts'

/** What is known of a learner on a course. */
export type Learner = Standing &
  StartFacts &
  BootcampFacts & {
    evidence_level: EvidenceLevel | null
    milestone_2_on: Day | null
    milestone_3_on: Day | null
  }

const BOOTCAMP_FIELDS = [
  'initial_assessment_on',
  'guided_hours',
  'milestone_1_on',
  'employment',
  'interview_on',
  'interview_for',
  'vacancy_weeks',
  'role_offered_on',
  'role_started_on',
] as const satisfies readonly (keyof BootcampFacts)[]

const PAST_DAYS = [
  'funded_start_on',
  'initial_assessment_on',
  'milestone_1_on',
  'interview_on',
  'role_offered_on',
  'role_started_on',
] as const satisfies readonly (keyof LearnerFacts)[]

type Changing = { kind: CourseKind | null; before: Learner; change: LearnerFacts; today: Day }

/**
 * A learner after a change, with what follows from it: the milestones reached and the qualifying start.
 * @throws Problem 'invalid' where the stages or the milestones do not allow it
 */
export function changedLearner({ kind, before, change, today }: Changing): Learner {
  const ahead = PAST_DAYS.find((day) => (change[day] ?? '') > today)
  if (ahead) throw new Problem('invalid', 'That day is in the future: enter it once it has passed', ahead)
  const moves = [change.status, change.end_reason, ...STAGE_DAYS.map((day) => change[day])].some(
    (each) => each !== undefined,
  )
  const after: Learner = moves ? { ...before, ...afterMove(before, change, today) } : { ...before }
  if (change.funded_start_on !== undefined) after.funded_start_on = change.funded_start_on
  if (change.evidence_level !== undefined) after.evidence_level = change.evidence_level
  for (const field of BOOTCAMP_FIELDS) if (change[field] !== undefined) Object.assign(after, { [field]: change[field] })
  // A stage that takes the first session away takes what was built upon it.
  if (after.first_attended_on === null && before.first_attended_on !== null && change.milestone_1_on === undefined)
    after.milestone_1_on = null
  if (kind === 'bootcamp') mustBearOut(after)
  const [, second, third] = milestonesOf(after)
  after.milestone_2_on = kind === 'bootcamp' ? second.reached_on : null
  after.milestone_3_on = kind === 'bootcamp' ? third.reached_on : null
  after.qualifying_start_on = startAfter(kind, before, after)
  return after
}
