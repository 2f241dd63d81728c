import type { Day } from '@hubline/domain/day.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemsOf } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorSummary, type FormProblem } from '../ui/error-summary.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { toast } from '../ui/toast.tsx'
import { choicesOf, CLOSE_REASON_NAMES, type CloseReason } from './case-words.ts'
import { refreshCases } from './refresh-cases.ts'

type Props = {
  planned: { id: string; version: number; reference: string }
  client: string
  today: Day
  onClose: () => void
}

/** A case is closed on a day, for a reason. It can be opened again. */
export function CloseCaseDialog({ planned, client, today, onClose }: Props) {
  const [on, setOn] = useState<Day | undefined>(today)
  const [reason, setReason] = useState<CloseReason | ''>('')
  const [request_id] = useState(newId)
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const change = useMutation(trpc.cases.changeStatus.mutationOptions())
  const errorOf = (field: string) => problems.find((one) => one.field === field)?.sentence

  async function close() {
    setAttempt((count) => count + 1)
    try {
      await change.mutateAsync({
        request_id,
        id: planned.id,
        version: planned.version,
        status: 'closed',
        closed_on: on ?? '',
        close_reason: reason,
      })
      await refreshCases()
      toast(`Closed ${planned.reference} for ${client}`)
      onClose()
    } catch (error) {
      setProblems(problemsOf(error))
    }
  }

  return (
    <Dialog
      title="Close case"
      note={<span className="quiet figures">{planned.reference}</span>}
      open
      onClose={onClose}
      foot={
        <>
          <Button look="filled" busy={change.isPending ? 'Closing' : undefined} onClick={() => void close()}>
            Close case
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <ErrorSummary problems={problems} attempt={attempt} />
      <p>For {client}. What is recorded stays, and the case can be opened again.</p>
      <SelectField
        id="close_reason"
        label="Why"
        none="Choose a reason"
        choices={choicesOf(CLOSE_REASON_NAMES)}
        value={reason}
        error={errorOf('close_reason')}
        onChange={(event) => setReason(event.target.value as CloseReason | '')}
      />
      <DateField
        id="closed_on"
        label="Closed on"
        today={today}
        value={on}
        onChange={setOn}
        error={errorOf('closed_on')}
      />
    </Dialog>
  )
}
