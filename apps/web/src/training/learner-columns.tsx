import { type Day, showDay } from '@hubline/domain/day.ts'
import { EVIDENCE_LEVELS } from '@hubline/domain/imports/bundle-file.ts'
import { countsAsUpskilled } from '@hubline/domain/training/qualifying-start.ts'
import { STATUS_NAMES, movesFrom } from '@hubline/domain/training/stages.ts'
import { PARTICIPATION_STATUSES } from '@hubline/domain/training/training-files.ts'
import type { GridColumn } from '../ui/paste-grid/grid-column.ts'
import { Tag } from '../ui/tag.tsx'
import type { LearnerShown } from './learner.ts'
import { EVIDENCE_NAMES, STAGE_TONES } from './training-words.ts'

type Column = GridColumn<LearnerShown>

const day = (key: 'enrolled_on' | 'first_attended_on' | 'completed_on' | 'achieved_on', title: string): Column => ({
  key,
  title,
  width: 114,
  cell: (learner) => ({ text: shown(learner[key]) }),
  mayEdit: () => true,
})

const shown = (on: Day | null): string => (on ? showDay(on) : '')

/** Whoever waits is told by their turn, everybody else by their stage. */
function stageFace({ status, waiting_place, waiting_number }: LearnerShown) {
  if (waiting_place !== null) return <Tag tone="warn">Waiting, no. {waiting_place}</Tag>
  return (
    <Tag tone={STAGE_TONES[status]}>
      {STATUS_NAMES[status]}
      {status === 'enrolled' && waiting_number !== null ? ', was waiting' : ''}
    </Tag>
  )
}

function countsCell(learner: LearnerShown) {
  const counting = countsAsUpskilled(learner.course.kind, learner)
  if (!counting.counts)
    return { text: `Does not count. ${counting.sentence}`, face: <span className="quiet">{counting.sentence}</span> }
  return {
    text: `Counts in ${counting.year}. ${counting.sentence}`,
    face: <Tag tone="ok">Counts in {counting.year}</Tag>,
  }
}

/** The grid of learners: who, how far, on which days, with what proof, and whether that counts. Made once. */
export const LEARNER_COLUMNS: readonly Column[] = [
  { key: 'person', title: 'Learner', width: 170, cell: ({ person }) => ({ text: person.name }) },
  {
    key: 'status',
    title: 'Stage',
    width: 140,
    cell: (learner) => ({ text: STATUS_NAMES[learner.status], face: stageFace(learner) }),
    mayEdit: () => true,
    choices: PARTICIPATION_STATUSES.filter((status) => movesFrom(status).length > 0).map(
      (status) => STATUS_NAMES[status],
    ),
  },
  day('enrolled_on', 'Enrolled'),
  day('first_attended_on', 'First session'),
  day('completed_on', 'Completed'),
  day('achieved_on', 'Achieved'),
  {
    key: 'evidence_level',
    title: 'Evidence',
    width: 112,
    cell: ({ evidence_level }) => ({ text: evidence_level ? EVIDENCE_NAMES[evidence_level] : '' }),
    mayEdit: ({ evidence_level }) => evidence_level !== 'verified',
    choices: EVIDENCE_LEVELS.filter((level) => level !== 'verified').map((level) => EVIDENCE_NAMES[level]),
  },
  { key: 'counts', title: 'Upskilled', width: 184, cell: countsCell },
  { key: 'business', title: 'Employer', width: 180, cell: ({ business }) => ({ text: business?.name ?? '' }) },
]
