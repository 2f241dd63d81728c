import type { Day } from '@hubline/domain/day.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { type Learner, changedLearner } from '@hubline/domain/training/change-learner.ts'
import { LearnerFacts } from '@hubline/domain/training/learner-form.ts'
import type { FormProblem } from '../ui/error-summary.tsx'
import type { LearnerShown } from './learner.ts'

const FIELDS = [
  'status',
  'applied_on',
  'enrolled_on',
  'first_attended_on',
  'completed_on',
  'achieved_on',
  'ended_on',
  'end_reason',
  'evidence_level',
  'funded_start_on',
  'initial_assessment_on',
  'guided_hours',
  'milestone_1_on',
  'employment',
  'interview_on',
  'interview_for',
  'vacancy_weeks',
  'role_offered_on',
  'role_started_on',
] as const satisfies readonly (keyof LearnerFacts & keyof LearnerShown)[]

export type LearnerField = (typeof FIELDS)[number] | 'business_id' | 'session_id'
/** The facts about a learner as they stand in the boxes of a form. */
export type LearnerFilled = Record<LearnerField, string>

export function filledFrom(learner: LearnerShown): LearnerFilled {
  const texts = Object.fromEntries(FIELDS.map((field) => [field, String(learner[field] ?? '')]))
  return { ...texts, business_id: learner.business?.id ?? '', session_id: learner.session?.id ?? '' } as LearnerFilled
}

export type LearnerRead =
  | { facts: LearnerFacts; after: Learner; problems: [] }
  | { facts: undefined; after: Learner; problems: FormProblem[] }

/** What would become of the learner if the form were saved now: only what was changed is told. */
export function readFilled(learner: LearnerShown, filled: LearnerFilled, today: Day): LearnerRead {
  const was = filledFrom(learner)
  const changed = Object.entries(filled).filter(([field, value]) => value !== was[field as LearnerField])
  const read = LearnerFacts.safeParse(Object.fromEntries(changed))
  if (!read.success) {
    const problems = read.error.issues.map(({ path, message }) => ({ field: path.join('.'), sentence: message }))
    return { facts: undefined, after: learner, problems }
  }
  try {
    const after = changedLearner({ kind: learner.course.kind, before: learner, change: read.data, today })
    return { facts: read.data, after, problems: [] }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { facts: undefined, after: learner, problems: [{ field: error.field, sentence: error.message }] }
  }
}
