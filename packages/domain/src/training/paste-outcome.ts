import type { Day } from '../day.ts'
import type { EvidenceLevel } from '../imports/bundle-file.ts'
import type { CellError } from '../people/pasted-people.ts'
import { Problem } from '../problem.ts'
import { type Learner, changedLearner } from './change-learner.ts'
import type { LearnerFacts } from './learner-form.ts'
import type { LearnerKey, PastedLearner } from './pasted-learners.ts'
import type { CourseKind } from './qualifying-start.ts'
import { type ParticipationStatus, isExit, isFurther } from './stages.ts'

/** What holds for rows that do not say it themselves. */
export type PasteDefaults = {
  status: ParticipationStatus
  enrolled_on: Day
  first_attended_on: Day | null
  evidence_level: EvidenceLevel | null
}

/** Somebody who is on the course already, as far as a row about them may add to that. */
export type There = Learner & {
  business: { id: string } | null
  session: { id: string; starts_on: Day } | null
  plan_line: { id: string } | null
  waiting_number: number | null
}

/** What saving a row does. A paste adds; it never moves anybody back and never writes over what is known. */
export type Outcome =
  | { does: 'add'; learner: Learner }
  | { does: 'change'; facts: LearnerFacts }
  | { does: 'nothing' }
  | { does: 'refuse'; error: CellError<LearnerKey> }

type Asked = {
  kind: CourseKind | null
  row: Pick<
    PastedLearner,
    'status' | 'end_reason' | 'enrolled_on' | 'first_attended_on' | 'completed_on' | 'achieved_on' | 'ended_on'
  >
  business_id: string | null
  session_id: string | null
  /** The line of a training plan for which the list is pasted. */
  plan_line_id?: string | null
  there: There | undefined
  defaults: PasteDefaults
  today: Day
}

const KEYS: readonly string[] = [
  'enrolled_on',
  'first_attended_on',
  'completed_on',
  'achieved_on',
  'ended_on',
  'end_reason',
]

const BLANK: Learner = {
  status: 'applied',
  applied_on: null,
  enrolled_on: null,
  first_attended_on: null,
  completed_on: null,
  achieved_on: null,
  ended_on: null,
  end_reason: null,
  funded_start_on: null,
  qualifying_start_on: null,
  evidence_level: null,
  initial_assessment_on: null,
  guided_hours: null,
  milestone_1_on: null,
  employment: null,
  interview_on: null,
  interview_for: null,
  vacancy_weeks: null,
  role_offered_on: null,
  role_started_on: null,
  milestone_2_on: null,
  milestone_3_on: null,
}

export function outcomeOf(asked: Asked): Outcome {
  const { there, row } = asked
  try {
    if (there && !isNewStay(there, row.enrolled_on)) return changeOf(asked, there)
    return { does: 'add', learner: newLearner(asked) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const key = error.field !== undefined && KEYS.includes(error.field) ? (error.field as LearnerKey) : 'status'
    return { does: 'refuse', error: { key, sentence: error.message } }
  }
}

const isOver = (status: ParticipationStatus): boolean =>
  isExit(status) || status === 'completed' || status === 'achieved'

/** Whoever was through, or had left, and enrols later comes once more. */
function isNewStay(there: There, enrolled_on: Day | null): boolean {
  const last = there.ended_on ?? there.achieved_on ?? there.completed_on ?? there.enrolled_on
  return isOver(there.status) && enrolled_on !== null && last !== null && enrolled_on > last
}

/** The stage that a row tells: in words, or by the last of its days. */
function toldStatus(row: Asked['row']): ParticipationStatus | null {
  if (row.status !== null) return row.status
  if (row.achieved_on) return 'achieved'
  if (row.completed_on) return 'completed'
  return row.first_attended_on ? 'started' : null
}

/** @throws Problem where the stage and the days do not go together */
function newLearner({ kind, row, defaults, today }: Asked): Learner {
  const status = toldStatus(row) ?? defaults.status
  const told = row.enrolled_on ?? defaults.enrolled_on
  const attends = status !== 'applied' && status !== 'enrolled' && status !== 'did_not_start'
  const first = row.first_attended_on ?? (attends && toldStatus(row) === null ? defaults.first_attended_on : null)
  const [next] = [first, row.completed_on, row.achieved_on, row.ended_on].flatMap((on) => on ?? []).toSorted()
  // A day of enrolment that nobody told is not later than what is known to have followed.
  const enrolled_on = row.enrolled_on === null && next !== undefined && next < told ? null : told
  const change: LearnerFacts = {
    status,
    ...(status === 'applied' ? { applied_on: told } : { enrolled_on }),
    ...(first ? { first_attended_on: first } : {}),
    ...(row.completed_on ? { completed_on: row.completed_on } : {}),
    ...(row.achieved_on ? { achieved_on: row.achieved_on } : {}),
    ...(isExit(status) ? { ended_on: row.ended_on, end_reason: row.end_reason } : {}),
    evidence_level: defaults.evidence_level,
  }
  return changedLearner({ kind, before: { ...BLANK, status }, change, today })
}

const DAYS = ['enrolled_on', 'first_attended_on', 'completed_on', 'achieved_on'] as const

function changeOf({ kind, row, business_id, session_id, plan_line_id, today }: Asked, there: There): Outcome {
  const facts: LearnerFacts = {}
  // Whoever waits for a place has it when it is their turn.
  const waits = there.status === 'applied' && there.waiting_number !== null
  const told = toldStatus(row)
  const goes_on = told !== null && isFurther(told, there.status) && !(waits && told === 'enrolled')
  const leaves = told !== null && isExit(told) && !isOver(there.status)
  if (told !== null && (goes_on || leaves)) facts.status = told
  if (leaves) Object.assign(facts, { ended_on: row.ended_on, end_reason: row.end_reason })
  const at = facts.status ?? there.status
  for (const day of DAYS) if (row[day] && there[day] === null && keepsDay(at, day)) facts[day] = row[day]
  if (business_id && !there.business) facts.business_id = business_id
  if (session_id && !there.session && !isOver(there.status)) facts.session_id = session_id
  if (plan_line_id && !there.plan_line && !isExit(there.status)) facts.plan_line_id = plan_line_id
  if (Object.keys(facts).length === 0) return { does: 'nothing' }
  changedLearner({ kind, before: there, change: facts, today })
  return { does: 'change', facts }
}

/** Days that a learner at this stage may have. */
function keepsDay(status: ParticipationStatus, day: (typeof DAYS)[number]): boolean {
  if (day === 'enrolled_on') return status !== 'applied'
  if (day === 'first_attended_on') return status !== 'applied' && status !== 'enrolled' && status !== 'did_not_start'
  return status === 'achieved' || (day === 'completed_on' && status === 'completed')
}
