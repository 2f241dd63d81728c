import { type Day, addDays, showDay } from '../day.ts'
import { Problem } from '../problem.ts'

/**
 * The milestones of a Skills Bootcamp, as Staffordshire's rules of 2026 have them (domain.md 1.5, source S42). Providers
 * are paid for a milestone once it is reached, and a learner counts as upskilled from the first.
 */
export const BOOTCAMP = {
  /** A bootcamp has at least so many guided hours. */
  guided_hours: 60,
  /** So many of them make milestone 1… */
  first_hours: 10,
  /** …over at least so many days, the first and the last counted. */
  first_days: 14,
  /** The shortest vacancy that an unemployed learner's interview may be for, in consecutive weeks. */
  vacancy_weeks: 12,
} as const

export const EMPLOYMENTS = ['employed', 'unemployed'] as const
export type Employment = (typeof EMPLOYMENTS)[number]

/** What an interview was for. A mock interview is practice, and reaches nothing. */
export const INTERVIEWS = ['new_role', 'new_responsibility', 'vacancy', 'mock'] as const
export type Interview = (typeof INTERVIEWS)[number]

export type BootcampFacts = {
  first_attended_on: Day | null
  initial_assessment_on: Day | null
  /** Attended so far. */
  guided_hours: number | null
  /** The day on which, as the register shows, milestone 1 was reached. */
  milestone_1_on: Day | null
  /** When the bootcamp began for the learner. */
  employment: Employment | null
  completed_on: Day | null
  /** When the interview was offered or held. */
  interview_on: Day | null
  interview_for: Interview | null
  /** How long the post is for; what has no end is 52. */
  vacancy_weeks: number | null
  role_offered_on: Day | null
  role_started_on: Day | null
}

/** Something that a milestone asks for; `field` is where it is entered. */
export type Condition = { sentence: string; is_met: boolean; field: keyof BootcampFacts | 'milestone' }
export type Milestone = { number: 1 | 2 | 3; reached_on: Day | null; conditions: Condition[] }

const latest = (...days: (Day | null)[]): Day | null =>
  days
    .flatMap((day) => day ?? [])
    .toSorted()
    .at(-1) ?? null

function first(facts: BootcampFacts): Milestone {
  const { first_attended_on, initial_assessment_on, guided_hours, milestone_1_on } = facts
  const earliest = first_attended_on && addDays(first_attended_on, BOOTCAMP.first_days - 1)
  const conditions: Condition[] = [
    { field: 'first_attended_on', is_met: first_attended_on !== null, sentence: 'The first session was attended' },
    {
      field: 'guided_hours',
      is_met: (guided_hours ?? 0) >= BOOTCAMP.first_hours,
      sentence: `At least ${BOOTCAMP.first_hours} guided hours were attended`,
    },
    {
      field: 'initial_assessment_on',
      is_met: initial_assessment_on !== null && (milestone_1_on === null || initial_assessment_on <= milestone_1_on),
      sentence: 'The initial assessment was done by then',
    },
    {
      field: 'milestone_1_on',
      is_met: milestone_1_on !== null && earliest !== null && milestone_1_on >= earliest,
      sentence: `The hours lie over at least ${BOOTCAMP.first_days} days${earliest ? `: ${showDay(earliest)} at the earliest` : ''}`,
    },
  ]
  return { number: 1, reached_on: conditions.every(({ is_met }) => is_met) ? milestone_1_on : null, conditions }
}

/** Whether the interview was one that counts for this learner. */
function interviewCounts({ employment, interview_on, interview_for, vacancy_weeks }: BootcampFacts): boolean {
  if (interview_on === null) return false
  if (employment === 'employed') return interview_for === 'new_role' || interview_for === 'new_responsibility'
  return employment === 'unemployed' && interview_for === 'vacancy' && (vacancy_weeks ?? 0) >= BOOTCAMP.vacancy_weeks
}

const INTERVIEW_SENTENCES: Readonly<Record<Employment | 'unknown', string>> = {
  employed: 'The employer offered an interview for a new role or more responsibility',
  unemployed: `There was a genuine interview, not a mock one, for a vacancy of at least ${BOOTCAMP.vacancy_weeks} consecutive weeks`,
  unknown: 'Whether the learner was employed is known: it decides which interview counts',
}

function second(facts: BootcampFacts, before: Milestone): Milestone {
  const { completed_on, guided_hours, employment, interview_on } = facts
  const conditions: Condition[] = [
    { field: 'milestone', is_met: before.reached_on !== null, sentence: 'Milestone 1 is reached' },
    { field: 'completed_on', is_met: completed_on !== null, sentence: 'The training is completed' },
    {
      field: 'guided_hours',
      is_met: (guided_hours ?? 0) >= BOOTCAMP.guided_hours,
      sentence: `At least ${BOOTCAMP.guided_hours} guided hours were attended`,
    },
    {
      field: employment === null ? 'employment' : 'interview_for',
      is_met: interviewCounts(facts),
      sentence: INTERVIEW_SENTENCES[employment ?? 'unknown'],
    },
  ]
  const reached = conditions.every(({ is_met }) => is_met)
  return { number: 2, reached_on: reached ? latest(before.reached_on, completed_on, interview_on) : null, conditions }
}

function third({ role_offered_on, role_started_on }: BootcampFacts, before: Milestone): Milestone {
  const [got] = [role_offered_on, role_started_on].flatMap((day) => day ?? []).toSorted()
  const conditions: Condition[] = [
    { field: 'milestone', is_met: before.reached_on !== null, sentence: 'Milestone 2 is reached' },
    { field: 'role_offered_on', is_met: got !== undefined, sentence: 'The role of the interview was offered or begun' },
  ]
  const reached = conditions.every(({ is_met }) => is_met)
  return { number: 3, reached_on: reached ? latest(before.reached_on, got ?? null) : null, conditions }
}

/** The three milestones in order, each with the day on which it was reached and what it asks for. */
export function milestonesOf(facts: BootcampFacts): [Milestone, Milestone, Milestone] {
  const one = first(facts)
  const two = second(facts, one)
  return [one, two, third(facts, two)]
}

/** @throws Problem 'invalid' where milestone 1 has a day that its conditions do not bear out */
export function mustBearOut(facts: BootcampFacts): void {
  if (facts.milestone_1_on === null) return
  const missing = milestonesOf(facts)[0].conditions.find(({ is_met }) => !is_met)
  if (missing)
    throw new Problem(
      'invalid',
      `Milestone 1 is not reached. It needs: ${missing.sentence.charAt(0).toLowerCase()}${missing.sentence.slice(1)}`,
      missing.field,
    )
}
