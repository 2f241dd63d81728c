import type { Day } from '@hubline/domain/day.ts'
import { EVIDENCE_LEVELS } from '@hubline/domain/imports/bundle-file.ts'
import type { LearnerFacts } from '@hubline/domain/training/learner-form.ts'
import {
  type ParticipationStatus,
  STATUS_NAMES,
  dayNeededAt,
  isExit,
  isFurther,
} from '@hubline/domain/training/stages.ts'
import { PARTICIPATION_STATUSES } from '@hubline/domain/training/training-files.ts'
import { readDay } from '../ui/read-day.ts'
import type { LearnerShown } from './learner.ts'
import { EVIDENCE_NAMES } from './training-words.ts'

/** What a person meant by writing in a cell: facts to change; or an exit, which needs its reason; or nothing that can be read. */
export type Meant = { facts: LearnerFacts } | { exit: ParticipationStatus } | { error: string }

/** The stage that a day in its column stands for, and the one before it. */
const STAGE_OF_DAY = {
  enrolled_on: { at: 'enrolled', before: 'applied' },
  first_attended_on: { at: 'started', before: 'enrolled' },
  completed_on: { at: 'completed', before: 'in_learning' },
  achieved_on: { at: 'achieved', before: 'completed' },
} as const satisfies Partial<Record<keyof LearnerFacts, { at: ParticipationStatus; before: ParticipationStatus }>>
type DayColumn = keyof typeof STAGE_OF_DAY

const isDayColumn = (column: string): column is DayColumn => Object.hasOwn(STAGE_OF_DAY, column)

/** Reads one cell of the grid of learners. A day brings its stage along, and a stage the day of today. */
export function changeByCell(learner: LearnerShown, column: string, text: string, today: Day): Meant {
  if (column === 'status') return byStage(learner, text, today)
  if (column === 'evidence_level') return byEvidence(text)
  return isDayColumn(column) ? byDay(learner, column, text, today) : { error: 'That column is only read' }
}

function byStage(learner: LearnerShown, text: string, today: Day): Meant {
  const status = PARTICIPATION_STATUSES.find((each) => STATUS_NAMES[each].toLowerCase() === text.trim().toLowerCase())
  if (!status) return { error: `Choose one of the stages: ${Object.values(STATUS_NAMES).join(', ')}` }
  if (isExit(status) && status !== learner.status) return { exit: status }
  const needs = dayNeededAt(status)
  return { facts: { status, ...(needs && learner[needs] === null ? { [needs]: today } : {}) } }
}

function byEvidence(text: string): Meant {
  const typed = text.trim().toLowerCase()
  const level = EVIDENCE_LEVELS.find((each) => EVIDENCE_NAMES[each].toLowerCase() === typed)
  if (typed !== '' && !level) return { error: `Choose one of: ${Object.values(EVIDENCE_NAMES).join(', ')}` }
  return { facts: { evidence_level: level ?? null } }
}

function byDay({ status }: LearnerShown, column: DayColumn, text: string, today: Day): Meant {
  const { at, before } = STAGE_OF_DAY[column]
  if (text.trim() === '') {
    const stands_on_it = status === at || isFurther(status, at)
    return { facts: stands_on_it && column !== 'enrolled_on' ? { status: before } : { [column]: null } }
  }
  const day = readDay(text, today, 'past')
  if (!day) return { error: 'Enter a real day, like 17/5 or y for yesterday' }
  return { facts: { [column]: day, ...(isFurther(at, status) ? { status: at } : {}) } }
}
