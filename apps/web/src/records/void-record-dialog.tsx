import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemsOf } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorSummary, type FormProblem } from '../ui/error-summary.tsx'
import { TextArea } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import type { RecordShown } from './record.ts'

type Props = { record: RecordShown; onClose: () => void }

const NO_REASON: FormProblem = { field: 'reason', sentence: 'Say why the record should not count' }

/** A record is never deleted: it is voided, with a reason that stays readable. */
export function VoidRecordDialog({ record: { kind, id, version, noun, reference }, onClose }: Props) {
  const queries = useQueryClient()
  const [request_id] = useState(newId)
  const [reason, setReason] = useState('')
  const [attempt, setAttempt] = useState(0)
  const voiding = useMutation(
    trpc.records.void.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries()
        toast(`The ${noun} ${reference} no longer counts`)
        onClose()
      },
    }),
  )
  const is_blank = reason.trim() === ''
  const refused: readonly FormProblem[] = voiding.error
    ? problemsOf(voiding.error).map(({ field, sentence }) => ({
        field: field === 'reason' ? field : undefined,
        sentence,
      }))
    : []
  const problems = attempt > 0 && is_blank ? [NO_REASON] : is_blank ? [] : refused

  function send() {
    setAttempt(attempt + 1)
    if (!is_blank)
      voiding.mutate({
        request_id,
        kind: kind as Exclude<typeof kind, 'hub' | 'adviser'>,
        id,
        version,
        reason: reason.trim(),
      })
  }

  return (
    <Dialog
      open
      title={`Void this ${noun}?`}
      onClose={onClose}
      foot={
        <>
          <Button look="danger" busy={voiding.isPending ? 'Voiding' : undefined} onClick={send}>
            Void it
          </Button>
          <Button onClick={onClose}>Keep it</Button>
        </>
      }
    >
      <div className="stack">
        <ErrorSummary problems={problems} attempt={attempt} />
        <p>
          It stops counting in every figure and leaves the lists. It can still be read, with your reason and your name.
        </p>
        <TextArea
          id="reason"
          label="Why should it not count?"
          maxLength={500}
          value={reason}
          error={problems.find(({ field }) => field === 'reason')?.sentence}
          onChange={(event) => setReason(event.target.value)}
          data-first
        />
      </div>
    </Dialog>
  )
}
