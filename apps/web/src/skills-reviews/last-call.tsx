import { CALL_OUTCOME_NAMES } from '@hubline/domain/skills-reviews/call-list.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { keyWords } from '../ui/shortcuts.ts'
import type { Logged } from './use-calling.ts'

type Props = { last: Logged | undefined; refused: string | undefined; onUndo: () => void }

/** What was logged a moment ago, whether it counts, and the way back: it stays until the next call is logged. */
export function LastCall({ last, refused, onUndo }: Props) {
  return (
    <div className="last-call">
      <p role="status" className={refused ? 'last-call-words bad' : `last-call-words ${last?.tone ?? ''}`}>
        {refused ? (
          <>
            <Icon name="warning" /> {refused}
          </>
        ) : last ? (
          <>
            <Icon name={last.tone === 'ok' ? 'check' : 'info'} />
            <span>
              <b>{last.business}</b>: {CALL_OUTCOME_NAMES[last.outcome].toLowerCase()}.{' '}
              {last.counts ?? 'No offer was made, so nothing counts'}
            </span>
          </>
        ) : null}
      </p>
      {last && (
        <Button size="small" keys={keyWords('mod+z')} onClick={onUndo}>
          Undo
        </Button>
      )}
    </div>
  )
}
