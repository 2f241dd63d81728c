import { todayInLondon } from '@hubline/domain/day.ts'
import { Button } from './button.tsx'
import './draft-offer.css'
import { useToday } from './use-today.ts'

type Props = { saved_at: string; onKeep: () => void; onDiscard: () => void }

/** "Draft from 14:02": what was typed before is never lost and never comes back unasked. */
export function DraftOffer({ saved_at, onKeep, onDiscard }: Props) {
  const at = new Date(saved_at)
  const isToday = todayInLondon(at) === useToday()
  const words = at.toLocaleString(
    'en-GB',
    isToday ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' },
  )
  return (
    <div className="draft-offer" role="status">
      <span>Draft from {words}</span>
      <Button size="small" onClick={onKeep}>
        Keep
      </Button>
      <Button size="small" look="quiet" onClick={onDiscard}>
        Discard
      </Button>
    </div>
  )
}
