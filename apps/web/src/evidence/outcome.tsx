import { EVIDENCE_OUTCOME_NAMES } from '@hubline/domain/evidence/check-evidence.ts'
import { Tag } from '../ui/tag.tsx'
import { showInstantDay } from '../years/standing.ts'
import type { SampleLine } from './sample-line.ts'

/** What was found of a line, and by whom. */
export function Outcome({ outcome, note, checked_by, checked_at }: SampleLine) {
  if (outcome === null || checked_at === null) return <Tag tone="warn">To look at</Tag>
  return (
    <>
      <Tag tone={outcome === 'seen' ? 'ok' : 'bad'}>{EVIDENCE_OUTCOME_NAMES[outcome]}</Tag>
      <span className="cell-note">
        {note && <>{note}. </>}
        {checked_by}, {showInstantDay(checked_at)}
      </span>
    </>
  )
}
