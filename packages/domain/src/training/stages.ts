import type { Day } from '../day.ts'
import { Problem } from '../problem.ts'
import type { PARTICIPATION_STATUSES } from './training-files.ts'

export type ParticipationStatus = (typeof PARTICIPATION_STATUSES)[number]

export const STAGE_DAYS = [
  'applied_on',
  'enrolled_on',
  'first_attended_on',
  'completed_on',
  'achieved_on',
  'ended_on',
] as const
export type StageDay = (typeof STAGE_DAYS)[number]

/** Why somebody left before the end, or never came. */
export const END_REASONS = [
  'found_work',
  'health',
  'caring',
  'work_pressure',
  'moved_away',
  'not_suitable',
  'employer_withdrew',
  'course_cancelled',
  'other_course',
  'lost_contact',
  'other',
] as const
export type EndReason = (typeof END_REASONS)[number]

export const END_REASON_NAMES: Readonly<Record<EndReason, string>> = {
  found_work: 'Found work',
  health: 'Health',
  caring: 'Caring for somebody',
  work_pressure: 'Too much to do at work',
  moved_away: 'Moved away',
  not_suitable: 'The course did not suit',
  employer_withdrew: 'The employer withdrew',
  course_cancelled: 'The course was cancelled',
  other_course: 'Went on another course',
  lost_contact: 'Lost contact',
  other: 'Another reason',
}

type Stage = {
  name: string
  /** The day that a learner at this stage must have. */
  needs?: StageDay
  /** Days that the stage leaves standing; a move takes the others away. */
  keeps: readonly StageDay[]
  /** Where a learner may go from here: on, out, and back, for a slip is put right by a further move. */
  next: readonly ParticipationStatus[]
  /** A learner at this stage has one of the places of the session. */
  takes_place: boolean
  /** The way on has ended. */
  is_exit?: true
}

const BEFORE: readonly StageDay[] = ['applied_on', 'enrolled_on']
const BEGUN: readonly StageDay[] = [...BEFORE, 'first_attended_on']

/** The stages of a learner, in their order; see domain.md 2.9. */
const STAGES: Readonly<Record<ParticipationStatus, Stage>> = {
  applied: {
    name: 'Applied',
    keeps: ['applied_on'],
    next: ['enrolled', 'started', 'in_learning', 'completed', 'achieved', 'withdrawn', 'did_not_start'],
    takes_place: false,
  },
  enrolled: {
    name: 'Enrolled',
    needs: 'enrolled_on',
    keeps: BEFORE,
    next: ['started', 'in_learning', 'completed', 'achieved', 'withdrawn', 'transferred', 'did_not_start', 'applied'],
    takes_place: true,
  },
  started: {
    name: 'Started',
    needs: 'first_attended_on',
    keeps: BEGUN,
    next: ['in_learning', 'completed', 'achieved', 'withdrawn', 'transferred', 'enrolled', 'applied'],
    takes_place: true,
  },
  in_learning: {
    name: 'In learning',
    needs: 'first_attended_on',
    keeps: BEGUN,
    next: ['completed', 'achieved', 'withdrawn', 'transferred', 'started', 'enrolled'],
    takes_place: true,
  },
  completed: {
    name: 'Completed',
    needs: 'completed_on',
    keeps: [...BEGUN, 'completed_on'],
    next: ['achieved', 'in_learning', 'started', 'enrolled'],
    takes_place: true,
  },
  achieved: {
    name: 'Achieved',
    needs: 'achieved_on',
    keeps: [...BEGUN, 'completed_on', 'achieved_on'],
    next: ['completed', 'in_learning'],
    takes_place: true,
  },
  withdrawn: {
    name: 'Withdrawn',
    needs: 'ended_on',
    keeps: [...BEGUN, 'ended_on'],
    next: ['transferred', 'did_not_start', 'in_learning', 'started', 'enrolled', 'applied'],
    takes_place: false,
    is_exit: true,
  },
  transferred: {
    name: 'Transferred',
    needs: 'ended_on',
    keeps: [...BEGUN, 'ended_on'],
    next: ['withdrawn', 'in_learning', 'started', 'enrolled'],
    takes_place: false,
    is_exit: true,
  },
  did_not_start: {
    name: 'Did not start',
    needs: 'ended_on',
    keeps: [...BEFORE, 'ended_on'],
    next: ['started', 'enrolled', 'applied', 'withdrawn'],
    takes_place: false,
    is_exit: true,
  },
}

export const STATUS_NAMES = Object.fromEntries(
  Object.entries(STAGES).map(([status, { name }]) => [status, name]),
) as Readonly<Record<ParticipationStatus, string>>

export const DAY_NAMES: Readonly<Record<StageDay, string>> = {
  applied_on: 'applied',
  enrolled_on: 'enrolled',
  first_attended_on: 'attended the first session',
  completed_on: 'completed',
  achieved_on: 'achieved',
  ended_on: 'left',
}

export const movesFrom = (status: ParticipationStatus): readonly ParticipationStatus[] => STAGES[status].next
export const takesPlace = (status: ParticipationStatus): boolean => STAGES[status].takes_place
export const isExit = (status: ParticipationStatus): boolean => STAGES[status].is_exit === true
export const dayNeededAt = (status: ParticipationStatus): StageDay | undefined => STAGES[status].needs

const LADDER: readonly ParticipationStatus[] = [
  'applied',
  'enrolled',
  'started',
  'in_learning',
  'completed',
  'achieved',
]

/** Whether the first stage lies further on than the second. Whoever has left is nowhere on the way. */
export const isFurther = (one: ParticipationStatus, other: ParticipationStatus): boolean =>
  LADDER.includes(one) && LADDER.includes(other) && LADDER.indexOf(one) > LADDER.indexOf(other)

/** What a learner's stage stands on. */
export type Standing = {
  status: ParticipationStatus
  end_reason: EndReason | null
  /** Given by the sender of an import where no first session is known. */
  qualifying_start_on: Day | null
} & Record<StageDay, Day | null>

export type Move = { status?: ParticipationStatus | undefined; end_reason?: EndReason | null | undefined } & Partial<
  Record<StageDay, Day | null | undefined>
>

/**
 * A learner after a move or a correction: the stage, its days and, for an exit, the reason. Days of stages that the new
 * one does not keep are taken away.
 * @throws Problem 'invalid' where the table has no such move, a day is missing, in the future or in the wrong order
 */
export function afterMove(
  before: Standing,
  { status = before.status, end_reason, ...days }: Move,
  today: Day,
): Standing {
  if (status !== before.status && !STAGES[before.status].next.includes(status))
    throw new Problem(
      'invalid',
      `A learner who is ${spoken(before.status)} cannot become ${spoken(status)}: choose another stage`,
      'status',
    )
  const { keeps, is_exit = false } = STAGES[status]
  const after: Standing = { ...before, status, end_reason: is_exit ? (end_reason ?? before.end_reason) : null }
  for (const day of STAGE_DAYS) {
    const given = days[day]
    if (given && !keeps.includes(day))
      throw new Problem(
        'invalid',
        `A learner who is ${spoken(status)} has not ${DAY_NAMES[day]}: change the stage first`,
        day,
      )
    after[day] = keeps.includes(day) ? (given === undefined ? before[day] : given) : null
  }
  mustStand(after, today)
  return after
}

const spoken = (status: ParticipationStatus): string => STAGES[status].name.toLowerCase()

/** @throws Problem 'invalid' at the day that is missing, in the future or in the wrong order */
export function mustStand(learner: Standing, today: Day): void {
  const { status } = learner
  const { needs, is_exit } = STAGES[status]
  const given = needs === 'first_attended_on' && learner.qualifying_start_on !== null
  if (needs && learner[needs] === null && !given)
    throw new Problem('invalid', `Enter the day on which the learner ${DAY_NAMES[needs]}, like 17/05/2026`, needs)
  if (is_exit && learner.end_reason === null) throw new Problem('invalid', 'Choose why the learner left', 'end_reason')
  const future = STAGE_DAYS.find((day) => (learner[day] ?? '') > today)
  if (future)
    throw new Problem(
      'invalid',
      `The day on which the learner ${DAY_NAMES[future]} is in the future: correct it`,
      future,
    )
  mustBeInOrder(learner)
}

function mustBeInOrder(learner: Standing): void {
  const known = STAGE_DAYS.flatMap((day) => (learner[day] ? [{ day, on: learner[day] }] : []))
  known.forEach(({ day, on }, at) => {
    const before = known[at - 1]
    if (before && on < before.on)
      throw new Problem(
        'invalid',
        `The learner ${DAY_NAMES[day]} before they ${DAY_NAMES[before.day]}: correct one of the two days`,
        day,
      )
  })
}
