import { showTime } from '@hubline/domain/calendar/booking-words.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemsOf } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorSummary, type FormProblem } from '../ui/error-summary.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { type DiaryReview, refreshCalendar } from './calendar-data.ts'

/** Cancelling leaves the building, so it is asked once; the offer stands. */
export function CancelReviewDialog({ review, onClose }: { review: DiaryReview; onClose: () => void }) {
  const [request_id] = useState(newId)
  const [cancel_reason, setReason] = useState('')
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const cancelling = useMutation(trpc.calendar.cancel.mutationOptions())

  async function cancel() {
    try {
      const { told } = await cancelling.mutateAsync({
        request_id,
        id: review.id,
        version: review.version,
        cancel_reason,
      })
      await refreshCalendar()
      toast(
        `${review.business.name}: cancelled. ${told ? 'They are told by mail' : 'They have no e-mail address: tell them yourself'}`,
      )
      onClose()
    } catch (error) {
      setProblems(problemsOf(error))
    }
  }

  return (
    <Dialog
      title="Cancel the review"
      open
      onClose={onClose}
      foot={
        <>
          <Button look="danger" busy={cancelling.isPending ? 'Cancelling' : undefined} onClick={() => void cancel()}>
            Cancel the review
          </Button>
          <Button onClick={onClose}>Keep it</Button>
        </>
      }
    >
      <ErrorSummary problems={problems} />
      <p>
        <b>{review.business.name}</b>, {showTime(Date.parse(review.slot_start))}. The time is free again, the offer
        stands, and the entry leaves everybody’s calendar.
      </p>
      <TextField
        id="cancel_reason"
        label="Why"
        optional
        data-first
        value={cancel_reason}
        onChange={({ target }) => setReason(target.value)}
      />
    </Dialog>
  )
}
