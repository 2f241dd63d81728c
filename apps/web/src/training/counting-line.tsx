import type { Learner } from '@hubline/domain/training/change-learner.ts'
import { type CourseKind, countsAsUpskilled } from '@hubline/domain/training/qualifying-start.ts'
import { Icon } from '../ui/icon.tsx'

/** Whether the learner counts as upskilled and why, as the form stands. */
export function CountingLine({ kind, learner }: { kind: CourseKind | null; learner: Learner }) {
  const counting = countsAsUpskilled(kind, learner)
  return (
    <p role="status" className={counting.counts ? 'counting-line yes' : 'counting-line'}>
      <Icon name={counting.counts ? 'check' : 'info'} />
      <span>
        <b>{counting.counts ? `Counts as upskilled in ${counting.year}` : 'Does not count as upskilled'}</b>
        <span className="cell-note">{counting.sentence}</span>
      </span>
    </p>
  )
}
