import { type Day, todayInLondon } from '@hubline/domain/day.ts'
import { MarkHeld } from '@hubline/domain/calendar/book-review.ts'
import { movesFrom } from '@hubline/domain/skills-reviews/stages.ts'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemsOf } from '../problem.ts'
import { sendOrKeep } from '../shell/outbox.ts'
import { useMe } from '../staff/me.ts'
import { Button } from '../ui/button.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Sheet } from '../ui/dialog.tsx'
import { ErrorSummary, type FormProblem } from '../ui/error-summary.tsx'
import { MinutesField } from '../ui/minutes-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import type { FormPage } from './form-state.ts'
import type { ReviewForm } from './use-review-form.ts'

/** Ends the meeting: when it was held, how long, with whom; and goes on to the plan. */
export function FinishReviewSheet({ form, page, onClose }: { form: ReviewForm; page: FormPage; onClose: () => void }) {
  const { review } = page
  const [today] = useState(() => todayInLondon(new Date()))
  const to_hold = movesFrom(review).includes('hold')
  const [held_on, setHeldOn] = useState<Day | undefined>(review.held_on ?? today)
  const [minutes, setMinutes] = useState<number | undefined>(review.held_minutes ?? 90)
  const [attendees, setAttendees] = useState(review.attendees ?? review.attendee_name ?? '')
  const { finish, problems, attempt, busy } = useFinishing({ form, page, to_hold, onDone: onClose })
  const errorOf = (field: string) => problems.find((one) => one.field === field)?.sentence
  return (
    <Sheet
      title="Finish the review"
      open
      onClose={onClose}
      foot={
        <>
          <Button
            look="filled"
            icon="check"
            busy={busy ? 'Finishing' : undefined}
            onClick={() => void finish({ held_on, minutes, attendees })}
          >
            Finish and plan
          </Button>
          <Button onClick={onClose}>Go on asking</Button>
        </>
      }
    >
      <ErrorSummary problems={problems} attempt={attempt} />
      {to_hold ? (
        <>
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
            maxLength={500}
            value={attendees}
            error={errorOf('attendees')}
            onChange={({ target }) => setAttendees(target.value)}
          />
        </>
      ) : (
        <p>The review is marked as held. The form stays open to corrections.</p>
      )}
    </Sheet>
  )
}

type Filled = { held_on: Day | undefined; minutes: number | undefined; attendees: string }
type Finishing = { form: ReviewForm; page: FormPage; to_hold: boolean; onDone: () => void }

function useFinishing({ form, page: { review }, to_hold, onDone }: Finishing) {
  const { adviser_id } = useMe()
  const navigate = useNavigate()
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const [busy, setBusy] = useState(false)
  const [ids] = useState(() => ({ held: newId(), finished: newId() }))

  async function finish(filled: Filled) {
    setAttempt((count) => count + 1)
    const held = { ...filled, request_id: ids.held, id: review.id, version: review.version }
    const read = MarkHeld.safeParse({ ...held, held_on: filled.held_on ?? '' })
    if (to_hold && !read.success)
      return setProblems(read.error.issues.map(({ path, message }) => ({ field: path.join('.'), sentence: message })))
    setBusy(true)
    const about = { words: `Review of ${review.business.name} held`, adviser_id }
    try {
      await form.flush()
      if (to_hold && read.success)
        await sendOrKeep({
          procedure: trpc.calendar.markHeld,
          input: read.data as MarkHeld & { request_id: string },
          ...about,
        })
      const input = { request_id: ids.finished, skills_review_id: review.id }
      const sent = await sendOrKeep({ procedure: trpc.reviewForms.finish, input, ...about })
      onDone()
      if (sent.kept) return toast('Finished: kept on this device until Hubline can be reached')
      await queryClient.invalidateQueries()
      await navigate({ to: '/reviews/$reference/plan', params: { reference: review.reference } })
    } catch (fault) {
      setProblems(problemsOf(fault))
    } finally {
      setBusy(false)
    }
  }

  return { finish, problems, attempt, busy }
}
