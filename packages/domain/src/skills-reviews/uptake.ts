import type { Day } from '../day.ts'

/**
 * The day on which a plan was first taken up: that of its first learner, or today where nobody is named. Never before the
 * plan was agreed, and never ahead.
 */
export function uptakeOn({
  plan_agreed_on,
  first_learner_on,
  today,
}: {
  plan_agreed_on: Day
  first_learner_on: Day | null
  today: Day
}): Day {
  const seen = first_learner_on !== null && first_learner_on < today ? first_learner_on : today
  return seen < plan_agreed_on ? plan_agreed_on : seen
}
