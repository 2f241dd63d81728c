import type { Day } from '@hubline/domain/day.ts'
import type { LearnerFacts } from '@hubline/domain/training/learner-form.ts'
import {
  END_REASON_NAMES,
  type EndReason,
  type ParticipationStatus,
  STATUS_NAMES,
} from '@hubline/domain/training/stages.ts'
import { useState } from 'react'
import { choicesOf } from '../cases/case-words.ts'
import { Button } from '../ui/button.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorSummary, type FormProblem } from '../ui/error-summary.tsx'
import { SelectField } from '../ui/select-field.tsx'
import type { LearnerShown } from './learner.ts'

type Props = {
  status: ParticipationStatus
  learners: readonly LearnerShown[]
  today: Day
  onLeave: (facts: LearnerFacts) => Promise<boolean>
  onClose: () => void
}

const QUESTIONS: Partial<Record<ParticipationStatus, string>> = {
  withdrawn: 'Why did they leave?',
  transferred: 'Why did they transfer?',
  did_not_start: 'Why did they not start?',
}

/** Learners leave a course, all for one reason and on one day. */
export function ExitDialog({ status, learners, today, onLeave, onClose }: Props) {
  const [reason, setReason] = useState<EndReason | ''>('')
  const [on, setOn] = useState<Day | undefined>(today)
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const [saving, setSaving] = useState(false)
  const [first] = learners

  async function leave() {
    setAttempt((count) => count + 1)
    const missing = [
      ...(reason === '' ? [{ field: 'end_reason', sentence: 'Choose why the learner left' }] : []),
      ...(on ? [] : [{ field: 'ended_on', sentence: 'Enter the day on which the learner left, like 17/05/2026' }]),
    ]
    setProblems(missing)
    if (reason === '' || !on) return
    setSaving(true)
    await onLeave({ status, ended_on: on, end_reason: reason })
    onClose()
  }

  const errorOf = (field: string) => problems.find((one) => one.field === field)?.sentence
  return (
    <Dialog
      title={`${STATUS_NAMES[status]}: ${learners.length === 1 ? first?.person.name : `${learners.length} learners`}`}
      open
      onClose={onClose}
      foot={
        <>
          <Button look="filled" icon="check" busy={saving ? 'Saving' : undefined} onClick={() => void leave()}>
            Save
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <ErrorSummary problems={problems} attempt={attempt} />
      <SelectField
        id="end_reason"
        data-first
        label={QUESTIONS[status] ?? 'Why?'}
        none="Choose one"
        choices={choicesOf(END_REASON_NAMES)}
        value={reason}
        error={errorOf('end_reason')}
        onChange={({ target }) => setReason(target.value as EndReason)}
      />
      <DateField
        id="ended_on"
        label={status === 'did_not_start' ? 'Known on' : 'Left on'}
        today={today}
        value={on}
        error={errorOf('ended_on')}
        onChange={setOn}
      />
    </Dialog>
  )
}
