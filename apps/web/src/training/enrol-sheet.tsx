import type { Day } from '@hubline/domain/day.ts'
import { EnrolLearner } from '@hubline/domain/training/learner-form.ts'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { trpc } from '../api.ts'
import type { Client } from '../businesses/client.ts'
import { findClients } from '../businesses/find-clients.ts'
import { newId } from '../new-id.ts'
import { problemsOf } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Sheet } from '../ui/dialog.tsx'
import { ErrorSummary, type FormProblem } from '../ui/error-summary.tsx'
import { Finder } from '../ui/finder.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { toast } from '../ui/toast.tsx'
import type { CourseShown } from './course-sheet.tsx'
import { refreshTraining } from './refresh-training.ts'
import type { SessionShown } from './session-sheet.tsx'
import { placesWords, spanWords } from './training-words.ts'

type Props = {
  course: CourseShown
  sessions: readonly SessionShown[]
  /** The reference of the session that the list is narrowed to. */
  chosen: string | undefined
  today: Day
  onClose: () => void
}

/** Puts one person on the course: with a place, or at the end of the waiting list. */
export function EnrolSheet({ course, sessions, chosen, today, onClose }: Props) {
  const open = sessions.filter(({ status, ends_on }) => status === 'open' && ends_on >= today)
  const [person, setPerson] = useState<Client>()
  const [employer, setEmployer] = useState<Client>()
  const [session_id, setSession] = useState(open.find(({ reference }) => reference === chosen)?.id ?? open[0]?.id ?? '')
  const [enrolled_on, setEnrolledOn] = useState<Day | undefined>(today)
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => box.current?.focus(), [])
  const session = open.find(({ id }) => id === session_id)
  const { enrol, problems, attempt, saving } = useEnrolling(
    {
      course_id: course.id,
      person_id: person?.id ?? '',
      business_id: employer?.id ?? '',
      session_id,
      enrolled_on: enrolled_on ?? '',
    },
    (waiting) => {
      toast(waiting === null ? `${person?.name} is enrolled` : `${person?.name} is on the waiting list`)
      onClose()
    },
  )
  const errorOf = (field: string) => problems.find((one) => one.field === field)?.sentence
  const full = session && session.taken >= session.places
  return (
    <Sheet
      title="Add a learner"
      open
      onClose={onClose}
      foot={
        <>
          <Button look="filled" icon="check" busy={saving ? 'Saving' : undefined} onClick={() => void enrol()}>
            {full ? 'Put on the waiting list' : 'Enrol'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <ErrorSummary problems={problems} attempt={attempt} />
      <Finder
        ref={box}
        id="person_id"
        label="Learner"
        placeholder="Name, phone, e-mail"
        search={(text) => findClients(text, { kinds: ['person'] })}
        nothing="No match: register them first, or paste them as a list of one"
        error={person ? undefined : errorOf('person_id')}
        onChoose={(found) => setPerson(found?.client)}
      />
      <Finder
        id="business_id"
        label="Employer"
        optional
        placeholder="Business name or number"
        search={(text) => findClients(text, { kinds: ['business'] })}
        nothing="No business matches"
        error={errorOf('business_id')}
        onChoose={(found) => setEmployer(found?.client)}
      />
      {open.length > 0 && (
        <SelectField
          id="session_id"
          label="Session"
          none="No session yet"
          choices={open.map((each) => ({ value: each.id, words: `${spanWords(each)}: ${placesWords(each)}` }))}
          value={session_id}
          error={errorOf('session_id')}
          onChange={({ target }) => setSession(target.value)}
        />
      )}
      {full && <p>All places are taken: the learner waits, and has the next place when it is their turn.</p>}
      <DateField
        id="enrolled_on"
        label="Enrolled on"
        today={today}
        value={enrolled_on}
        error={errorOf('enrolled_on')}
        onChange={setEnrolledOn}
      />
    </Sheet>
  )
}

type Enrolling = {
  course_id: string
  person_id: string
  business_id: string
  session_id: string
  enrolled_on: string
}

function useEnrolling(filled: Enrolling, onDone: (waiting_number: number | null) => void) {
  const [ids] = useState(() => ({ request_id: newId(), id: newId() }))
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const enrolling = useMutation(trpc.training.enrol.mutationOptions())

  async function enrol() {
    setAttempt((count) => count + 1)
    const read = EnrolLearner.safeParse({ ...ids, ...filled })
    if (!read.success)
      return setProblems(read.error.issues.map(({ path, message }) => ({ field: path.join('.'), sentence: message })))
    try {
      const { waiting_number } = await enrolling.mutateAsync({ ...ids, ...filled })
      await refreshTraining()
      onDone(waiting_number)
    } catch (error) {
      setProblems(problemsOf(error))
    }
  }

  return { enrol, problems, attempt, saving: enrolling.isPending }
}
