import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemsOf } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorSummary, type FormProblem } from '../ui/error-summary.tsx'
import { TextField } from '../ui/text-field.tsx'
import { type ToBook, refreshCalendar } from './calendar-data.ts'
import type { BookingForm } from './use-booking.ts'

type Props = { review: NonNullable<ToBook['review']>; form: BookingForm; onClose: () => void }

/** The client chooses a time themselves, by a link that needs no account. */
export function SendTimesDialog({ review, form, onClose }: Props) {
  const [request_id] = useState(newId)
  const [email, setEmail] = useState(form.filled.attendee_email)
  const [done, setDone] = useState<{ link: string; told: string | null }>()
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const sending = useMutation(trpc.calendar.sendTimes.mutationOptions())

  async function send() {
    const place = form.filled.place === 'our_room' ? 'their_site' : form.filled.place
    try {
      const { link, told } = await sending.mutateAsync({
        request_id,
        id: review.id,
        version: review.version,
        place,
        attendee_name: form.filled.attendee_name,
        attendee_email: email,
      })
      setDone({ link, told })
      await refreshCalendar()
    } catch (error) {
      setProblems(problemsOf(error))
    }
  }

  return (
    <Dialog
      title="Let them choose a time"
      open
      onClose={onClose}
      foot={
        done ? (
          <Button look="filled" onClick={onClose}>
            Done
          </Button>
        ) : (
          <>
            <Button
              look="filled"
              icon="mail"
              busy={sending.isPending ? 'Sending' : undefined}
              onClick={() => void send()}
            >
              Send the link
            </Button>
            <Button onClick={onClose}>Not now</Button>
          </>
        )
      }
    >
      <ErrorSummary problems={problems} />
      {done ? (
        <>
          <p role="status">
            {done.told
              ? `The link is on its way to ${done.told}.`
              : 'There is no e-mail address: pass the link on yourself.'}
          </p>
          <TextField
            label="The link, shown only now"
            value={done.link}
            readOnly
            onFocus={({ target }) => target.select()}
          />
        </>
      ) : (
        <>
          <p>They see the free times and nothing else, need no account, and can move or cancel with the same link.</p>
          <TextField
            id="attendee_email"
            label="E-mail address"
            type="email"
            optional
            data-first
            value={email}
            error={problems.find(({ field }) => field === 'attendee_email')?.sentence}
            onChange={({ target }) => setEmail(target.value)}
          />
        </>
      )}
    </Dialog>
  )
}
