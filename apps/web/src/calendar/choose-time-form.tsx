import { HOLD_MINUTES } from '@hubline/domain/calendar/choose-time.ts'
import { showTime } from '@hubline/domain/calendar/booking-words.ts'
import { useMutation } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { type SubmitEvent, useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemsOf } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary, type FormProblem } from '../ui/error-summary.tsx'
import { TextField } from '../ui/text-field.tsx'
import { Times } from './times.tsx'

type Offered = inferOutput<typeof trpc.calendar.offeredTimes>
type Props = { token: string; data: Offered; onLeave: (() => void) | undefined }

const refreshTimes = () => queryClient.invalidateQueries(trpc.calendar.offeredTimes.pathFilter())

/** A time, then who comes. The chosen time is kept for them meanwhile, and for longer if they ask. */
export function ChooseTimeForm({ token, data, onLeave }: Props) {
  const form = useChoosing(token, data)
  const { filled, change, errorOf } = form
  return (
    <>
      <ErrorSummary problems={form.problems} attempt={form.attempt} />
      <form className="door-form choose-times" noValidate onSubmit={form.submit}>
        <Times
          times={timesWith(data, filled.slot_start)}
          chosen={filled.slot_start}
          error={errorOf('slot_start')}
          onChoose={form.choose}
        />
        {filled.slot_start && form.isKept && (
          <p role="status" className="field-hint">
            {showTime(Date.parse(filled.slot_start))} is kept for you for {HOLD_MINUTES} minutes.{' '}
            <Button look="quiet" size="small" onClick={() => form.choose(filled.slot_start)}>
              Keep it longer
            </Button>
          </p>
        )}
        <TextField
          id="attendee_name"
          label="Your name"
          autoComplete="name"
          value={filled.attendee_name}
          error={errorOf('attendee_name')}
          onChange={({ target }) => change({ attendee_name: target.value })}
        />
        <TextField
          id="attendee_email"
          label="E-mail address"
          hint="The calendar entry goes there"
          type="email"
          autoComplete="email"
          value={filled.attendee_email}
          error={errorOf('attendee_email')}
          onChange={({ target }) => change({ attendee_email: target.value })}
        />
        <TextField
          id="attendee_phone"
          label="Telephone"
          optional
          type="tel"
          autoComplete="tel"
          value={filled.attendee_phone}
          error={errorOf('attendee_phone')}
          onChange={({ target }) => change({ attendee_phone: target.value })}
        />
        <div className="cluster">
          <Button look="filled" icon="check" type="submit" busy={form.confirming ? 'Booking' : undefined}>
            {filled.slot_start ? `Book ${showTime(Date.parse(filled.slot_start))}` : 'Book'}
          </Button>
          {onLeave && <Button onClick={onLeave}>Keep the time I have</Button>}
        </div>
      </form>
    </>
  )
}

/** The chosen time stays among the others while it is kept. */
const timesWith = ({ times }: Offered, chosen: string): string[] =>
  chosen === '' || times.includes(chosen) ? times : [...times, chosen].toSorted()

function useChoosing(token: string, data: Offered) {
  const [filled, setFilled] = useState({
    slot_start: data.held?.slot_start ?? '',
    attendee_name: data.booking?.attendee_name ?? '',
    attendee_email: '',
    attendee_phone: '',
  })
  const [request_id, setRequest] = useState(newId)
  const [isKept, setKept] = useState(data.held !== null)
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const holding = useMutation(trpc.calendar.holdTime.mutationOptions())
  const confirming = useMutation(trpc.calendar.confirmTime.mutationOptions())
  const change = (more: Partial<typeof filled>) => setFilled((now) => ({ ...now, ...more }))

  async function refuse(error: unknown) {
    const found = problemsOf(error)
    setProblems(found)
    setAttempt((count) => count + 1)
    setRequest(newId())
    if (!found.some(({ field }) => field === 'slot_start')) return
    change({ slot_start: '' })
    setKept(false)
    await refreshTimes()
  }

  /** Arrows run through many times: the last one is the one that is kept. */
  async function choose(slot_start: string) {
    change({ slot_start })
    setKept(false)
    setProblems([])
    try {
      await holding.mutateAsync({ token, request_id: newId(), slot_start })
      setKept(true)
    } catch (error) {
      await refuse(error)
    }
  }

  function submit(event: SubmitEvent) {
    event.preventDefault()
    if (confirming.isPending) return
    setProblems([])
    confirming.mutateAsync({ token, request_id, ...filled }).then(refreshTimes, refuse)
  }

  return {
    filled,
    change,
    choose: (time: string) => void choose(time),
    submit,
    isKept,
    problems,
    attempt,
    confirming: confirming.isPending,
    errorOf: (field: string) => problems.find((one) => one.field === field)?.sentence,
  }
}
