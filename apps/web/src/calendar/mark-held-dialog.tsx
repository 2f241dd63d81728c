import { clockAt } from '@hubline/domain/calendar/london-time.ts'
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
import { MinutesField } from '../ui/minutes-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { useToday } from '../ui/use-today.ts'
import { type DiaryReview, refreshCalendar, spanOf } from './calendar-data.ts'

/** The review took place: how long, and who was there. */
export function MarkHeldDialog({ review, onClose }: { review: DiaryReview; onClose: () => void }) {
  const today = useToday()
  const { from, to } = spanOf(review)
  const [request_id] = useState(newId)
  const [held_on, setHeldOn] = useState<Day | undefined>(() => clockAt(from).day)
  const [minutes, setMinutes] = useState<number | undefined>(Math.round((to - from) / 60_000))
  const [attendees, setAttendees] = useState(review.attendee_name ?? '')
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const marking = useMutation(trpc.calendar.markHeld.mutationOptions())
  const errorOf = (field: string) => problems.find((one) => one.field === field)?.sentence

  async function save() {
    try {
      const { interaction } = await marking.mutateAsync({
        request_id,
        id: review.id,
        version: review.version,
        held_on: held_on ?? '',
        minutes: minutes ?? 0,
        attendees,
      })
      await refreshCalendar()
      toast(`${review.business.name}: held. Its minutes are logged as ${interaction}`)
      onClose()
    } catch (error) {
      setProblems(problemsOf(error))
    }
  }

  return (
    <Dialog
      title="Mark held"
      open
      onClose={onClose}
      foot={
        <>
          <Button
            look="filled"
            icon="check"
            busy={marking.isPending ? 'Saving' : undefined}
            onClick={() => void save()}
          >
            Mark held
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </>
      }
    >
      <ErrorSummary problems={problems} />
      <p>
        <b>{review.business.name}</b>. The time spent is logged with it, so nobody enters it twice.
      </p>
      <DateField
        id="held_on"
        label="Held on"
        today={today}
        value={held_on}
        error={errorOf('held_on')}
        onChange={setHeldOn}
      />
      <MinutesField id="minutes" label="Minutes" value={minutes} error={errorOf('minutes')} onChange={setMinutes} />
      <TextField
        id="attendees"
        label="Who was there"
        optional
        value={attendees}
        error={errorOf('attendees')}
        onChange={({ target }) => setAttendees(target.value)}
      />
    </Dialog>
  )
}
