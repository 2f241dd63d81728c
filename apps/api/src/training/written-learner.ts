import type { Learner } from '@hubline/domain/training/change-learner.ts'

/** What is written of a learner: the facts and what follows from them. */
export function writtenOf(learner: Learner): Record<string, unknown> {
  const { status, applied_on, enrolled_on, first_attended_on, completed_on, achieved_on, ended_on, end_reason } =
    learner
  const { funded_start_on, qualifying_start_on, evidence_level, initial_assessment_on, guided_hours } = learner
  const { milestone_1_on, employment, interview_on, interview_for, vacancy_weeks } = learner
  const { role_offered_on, role_started_on, milestone_2_on, milestone_3_on } = learner
  return {
    status,
    applied_on,
    enrolled_on,
    first_attended_on,
    completed_on,
    achieved_on,
    ended_on,
    end_reason,
    funded_start_on,
    qualifying_start_on,
    evidence_level,
    initial_assessment_on,
    guided_hours,
    milestone_1_on,
    employment,
    interview_on,
    interview_for,
    vacancy_weeks,
    role_offered_on,
    role_started_on,
    milestone_2_on,
    milestone_3_on,
  }
}
