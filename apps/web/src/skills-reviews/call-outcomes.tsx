import type { Day } from '@hubline/domain/day.ts'
import { CALL_KEYS, CALL_OUTCOME_NAMES, type CallOutcome } from '@hubline/domain/skills-reviews/call-list.ts'
import { DECLINE_REASON_NAMES, DECLINE_REASONS } from '@hubline/domain/skills-reviews/decline-reasons.ts'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { DateField } from '../ui/date-field.tsx'
import { useShortcut } from '../ui/shortcuts.ts'
import type { More } from './use-calling.ts'

type Props = {
  business: string
  today: Day
  onLog: (outcome: CallOutcome, more?: More) => void
  onSkip: () => void
}
type Asking = 'reason' | 'day' | undefined

const AT_ONCE = ['no_answer', 'wrong_contact'] as const

/** What came of the call: a press or a key; a decline asks why, a call back asks when. */
export function CallOutcomes({ business, today, onLog, onSkip }: Props) {
  const [asking, setAsking] = useState<Asking>()
  if (asking === 'reason')
    return (
      <WhyDeclined
        onChoose={(decline_reason) => onLog('declined', { decline_reason })}
        onBack={() => setAsking(undefined)}
      />
    )
  if (asking === 'day')
    return (
      <WhenToCall
        today={today}
        onChoose={(call_back_on) => onLog('call_back', { call_back_on })}
        onBack={() => setAsking(undefined)}
      />
    )
  return (
    <section className="call-outcomes" aria-label={`What came of the call to ${business}`}>
      <Outcome outcome="accepted" look="filled" onPress={() => onLog('accepted')} />
      <Outcome outcome="declined" onPress={() => setAsking('reason')} />
      <Outcome outcome="offered" onPress={() => onLog('offered')} />
      <span className="call-divider" aria-hidden="true" />
      {AT_ONCE.map((outcome) => (
        <Outcome key={outcome} outcome={outcome} onPress={() => onLog(outcome)} />
      ))}
      <Outcome outcome="call_back" onPress={() => setAsking('day')} />
      <Skip onSkip={onSkip} />
    </section>
  )
}

type OutcomeProps = { outcome: CallOutcome; look?: 'filled'; onPress: () => void }

function Outcome({ outcome, look, onPress }: OutcomeProps) {
  useShortcut({ keys: CALL_KEYS[outcome], words: CALL_OUTCOME_NAMES[outcome], where: 'Call list', run: onPress })
  return (
    <Button look={look} keys={CALL_KEYS[outcome]} onClick={onPress}>
      {CALL_OUTCOME_NAMES[outcome]}
    </Button>
  )
}

function Skip({ onSkip }: { onSkip: () => void }) {
  useShortcut({ keys: 's', words: 'Skip to the next business', where: 'Call list', run: onSkip })
  return (
    <Button look="quiet" keys="s" onClick={onSkip}>
      Skip for now
    </Button>
  )
}

type WhyProps = { onChoose: (reason: (typeof DECLINE_REASONS)[number]) => void; onBack: () => void }

function WhyDeclined({ onChoose, onBack }: WhyProps) {
  const box = useRef<HTMLElement>(null)
  useEffect(() => box.current?.querySelector('button')?.focus(), [])
  useShortcut({ keys: 'Escape', words: 'Back to the outcomes', where: 'Call list', run: onBack })
  return (
    <section ref={box} className="call-outcomes" aria-label="Why did they decline?">
      <h3 className="call-question">Why did they decline?</h3>
      {DECLINE_REASONS.map((reason, at) => (
        <Reason key={reason} at={at + 1} words={DECLINE_REASON_NAMES[reason]} onPress={() => onChoose(reason)} />
      ))}
      <Button look="quiet" keys="Esc" onClick={onBack}>
        Back
      </Button>
    </section>
  )
}

function Reason({ at, words, onPress }: { at: number; words: string; onPress: () => void }) {
  useShortcut({ keys: String(at), words, where: 'Call list', run: onPress })
  return (
    <Button keys={String(at)} onClick={onPress}>
      {words}
    </Button>
  )
}

function WhenToCall({ today, onChoose, onBack }: { today: Day; onChoose: (day: Day) => void; onBack: () => void }) {
  const box = useRef<HTMLFormElement>(null)
  const [day, setDay] = useState<Day>()
  const [missing, setMissing] = useState(false)
  useEffect(() => box.current?.querySelector('input')?.focus(), [])
  const past = day !== undefined && day < today
  const onKeyDown = (event: KeyboardEvent) => event.key === 'Escape' && onBack()
  return (
    <form
      ref={box}
      className="call-outcomes"
      aria-label="When to call back"
      onSubmit={(event) => {
        event.preventDefault()
        if (day && !past) onChoose(day)
        else setMissing(true)
      }}
    >
      <DateField
        label="Call back on"
        hint="Type fri, 17/5 or +3"
        leaning="future"
        today={today}
        value={day}
        error={
          past ? 'Enter a day that is still to come' : missing && !day ? 'Enter the day, like fri or 17/5' : undefined
        }
        onChange={setDay}
      />
      <div className="cluster">
        <Button type="submit" look="filled" keys="↵">
          Call back then
        </Button>
        <Button look="quiet" keys="Esc" onClick={onBack} onKeyDown={onKeyDown}>
          Back
        </Button>
      </div>
    </form>
  )
}
