import type { CallOutcome } from '@hubline/domain/skills-reviews/call-list.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { useShortcut } from '../ui/shortcuts.ts'
import { CallCard } from './call-card.tsx'
import type { CallList } from './call-list-words.ts'
import { CallOutcomes } from './call-outcomes.tsx'
import './calling.css'
import { ListFinished } from './list-finished.tsx'
import { LastCall } from './last-call.tsx'
import { useCalling } from './use-calling.ts'

/** One business after the other: a key logs the call, and the next is there. */
export function Calling({ list }: { list: CallList }) {
  const calling = useCalling(list.id)
  const { call, last, refused, busy } = calling
  useShortcut({ keys: 'mod+z', words: 'Undo the last call', where: 'Call list', run: () => void calling.undo() })
  return (
    <div className="calling" aria-busy={busy}>
      <LastCall last={last} refused={refused} onUndo={() => void calling.undo()} />
      {!call && <Skeleton lines={10} height="50vh" />}
      {call?.card && (
        <>
          <CallCard key={call.card.id} card={call.card} to={calling.spokenTo} onTo={calling.setSpokenTo} />
          <CallOutcomes
            key={`outcomes-${call.card.id}`}
            business={call.card.business.name}
            today={list.today}
            onLog={(outcome: CallOutcome, more) => void calling.log(outcome, more)}
            onSkip={() => void calling.skip()}
          />
        </>
      )}
      {call && !call.card && <ListFinished list={list} call={call} onAgain={calling.again} />}
    </div>
  )
}
