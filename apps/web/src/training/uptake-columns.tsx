import {
  PLAN_LINE_STATUSES,
  PLAN_LINE_STATUS_NAMES,
  type PlanLineStatus,
} from '@hubline/domain/skills-reviews/plan-line.ts'
import { showMonth } from '@hubline/domain/read-month.ts'
import type { GridColumn } from '../ui/paste-grid/grid-column.ts'
import { Tag, type Tone } from '../ui/tag.tsx'
import type { UptakeLine } from './use-change-lines.ts'

type Column = GridColumn<UptakeLine>

const TONES: Readonly<Record<PlanLineStatus, Tone>> = {
  planned: 'plain',
  enrolled: 'info',
  started: 'brand',
  completed: 'ok',
  dropped: 'warn',
}

/** The grid of lines: whose, what, how far, who. Made once. */
export const UPTAKE_COLUMNS: readonly Column[] = [
  { key: 'business', title: 'Business', width: 200, cell: ({ business }) => ({ text: business.name }) },
  {
    key: 'status',
    title: 'Status',
    width: 124,
    cell: ({ status }) => ({
      text: PLAN_LINE_STATUS_NAMES[status],
      face: <Tag tone={TONES[status]}>{PLAN_LINE_STATUS_NAMES[status]}</Tag>,
    }),
    // Where people are named the line follows them; only dropping it is said of the line itself.
    mayEdit: ({ learners }) => learners === 0,
    choices: PLAN_LINE_STATUSES.map((status) => PLAN_LINE_STATUS_NAMES[status]),
  },
  { key: 'need', title: 'What is to be learned', width: 260, cell: ({ need }) => ({ text: need }) },
  {
    key: 'people',
    title: 'People',
    width: 84,
    cell: ({ people, learners }) => ({ text: learners > 0 ? `${learners} of ${people}` : String(people) }),
  },
  {
    key: 'month',
    title: 'Month',
    width: 130,
    cell: ({ target_month }) => ({ text: target_month ? showMonth(target_month) : '' }),
  },
  { key: 'course', title: 'Course', width: 220, cell: ({ course }) => ({ text: course?.title ?? '' }) },
  { key: 'broker', title: 'Broker', width: 150, cell: ({ review }) => ({ text: review.broker ?? '' }) },
]

export const UPTAKE_READ_ONLY: readonly Column[] = UPTAKE_COLUMNS.map(
  ({ mayEdit: _, choices: __, ...column }) => column,
)
