import {
  DECLINE_REASON_NAMES,
  DECLINE_REASONS,
  type DeclineReason,
} from '@hubline/domain/skills-reviews/decline-reasons.ts'
import { useEffect, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import './decline-dialog.css'

type Props = { business: string; onDecline: (reason: DeclineReason) => Promise<void>; onClose: () => void }

/** Why a business says no: one press, or one of the keys 1 to 6. */
export function DeclineDialog({ business, onDecline, onClose }: Props) {
  const [chosen, setChosen] = useState<DeclineReason>()
  const choose = (reason: DeclineReason) => {
    if (chosen) return
    setChosen(reason)
    void onDecline(reason).then(onClose)
  }
  useEffect(() => {
    const onKeyDown = ({ key, repeat }: KeyboardEvent) => {
      const reason = /^[1-6]$/.test(key) && !repeat ? DECLINE_REASONS[Number(key) - 1] : undefined
      if (reason) choose(reason)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  })
  return (
    <Dialog title="Why did they decline?" open onClose={onClose} foot={<Button onClick={onClose}>Cancel</Button>}>
      <p>{business} was offered a skills review and does not want it. The offer still counts.</p>
      <ol role="list" className="decline-reasons">
        {DECLINE_REASONS.map((reason, at) => (
          <li key={reason}>
            <Button keys={String(at + 1)} {...(at === 0 ? { 'data-first': true } : {})} onClick={() => choose(reason)}>
              {DECLINE_REASON_NAMES[reason]}
            </Button>
          </li>
        ))}
      </ol>
    </Dialog>
  )
}
