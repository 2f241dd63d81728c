import { ViewTabs } from '../ui/view-tabs.tsx'
import type { CaseloadQuestion } from './caseload-question.ts'

type Props = { asked: CaseloadQuestion; counts: { all: number; overdue: number; silent_90_days: number } | undefined }

const NO_FILTER = {
  status: undefined,
  kind: undefined,
  district: undefined,
  programme: undefined,
  q: undefined,
  after: undefined,
  before: undefined,
}

/** Ready-made questions. What is overdue or silent is that of whoever's list is open. */
export function CaseloadViews({ asked: { whose, filter }, counts }: Props) {
  const mine = whose === 'mine'
  const shown = mine ? undefined : whose
  const whole = { due: undefined, silent: undefined, ...NO_FILTER }
  const current = filter.silent ? 'silent' : filter.due === 'overdue' ? 'overdue' : mine ? 'mine' : 'team'
  const most = (count: number | undefined) => (count === undefined || count > 1000 ? undefined : count)
  return (
    <ViewTabs
      label="Views"
      current={current}
      views={[
        {
          key: 'mine',
          words: 'All mine',
          count: mine ? most(counts?.all) : undefined,
          change: { ...whole, whose: undefined },
        },
        {
          key: 'team',
          words: 'Team’s',
          count: mine ? undefined : most(counts?.all),
          change: { ...whole, whose: 'team' },
        },
        {
          key: 'overdue',
          words: 'Overdue',
          count: most(counts?.overdue),
          change: { ...whole, whose: shown, due: 'overdue' },
        },
        {
          key: 'silent',
          words: 'Silent 90 days',
          count: most(counts?.silent_90_days),
          change: { ...whole, whose: shown, silent: 'yes' },
        },
      ]}
    />
  )
}
