import { STATUS_NAMES } from '@hubline/domain/training/stages.ts'
import { PARTICIPATION_STATUSES } from '@hubline/domain/training/training-files.ts'
import { ViewTabs } from '../ui/view-tabs.tsx'
import type { LearnerPage } from './learner.ts'

const FIRST_PAGE = { after: undefined, before: undefined }

/** How many learners are at each stage, each number a link to those. */
export function StageTabs({ stages, current }: { stages: LearnerPage['stages']; current: string | undefined }) {
  const all = Object.values(stages).reduce((sum, count) => sum + count, 0)
  const there = PARTICIPATION_STATUSES.filter((status) => (stages[status] ?? 0) > 0 || status === current)
  return (
    <ViewTabs
      label="Stages"
      current={current ?? 'all'}
      views={[
        { key: 'all', words: 'All', count: all, change: { stage: undefined, ...FIRST_PAGE } },
        ...there.map((status) => ({
          key: status,
          words: STATUS_NAMES[status],
          count: stages[status] ?? 0,
          change: { stage: status, ...FIRST_PAGE },
        })),
      ]}
    />
  )
}
