import { PLACE_NAMES, showTime } from '@hubline/domain/calendar/booking-words.ts'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { trpc } from '../api.ts'
import { MatchBusiness } from '../events/match-business.tsx'
import { type Choice, type Unmatched, startOf, toSend, withPerson } from '../events/match-choice.ts'
import { MatchPerson } from '../events/match-person.tsx'
import { firstField, focusNext } from '../events/use-matching.ts'
import { newId } from '../new-id.ts'
import { problemsOf } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary, type FormProblem } from '../ui/error-summary.tsx'
import { toast } from '../ui/toast.tsx'
import { refreshCalendar } from './calendar-data.ts'

export type RequestToMatch = inferOutput<typeof trpc.calendar.requestsToMatch>['rows'][number]

/** One booking as somebody wrote themselves, and the two questions: who is it, and for which business. */
export function RequestCard({ request }: { request: RequestToMatch }) {
  const guest: Unmatched = { ...request, status: 'booked', person: null, workplaces: [] }
  const [choice, setChoice] = useState<Choice>(() => startOf(guest))
  const card = useRef<HTMLElement>(null)
  const { match, problems, attempt, saving } = useMatchRequest(guest, choice, card)
  const name = `${request.given_name} ${request.family_name}`
  const titleId = `request-${request.id}`
  return (
    <article ref={card} className="match-card panel" aria-labelledby={titleId}>
      <header className="match-head">
        <h2 id={titleId} tabIndex={-1}>
          {name}
        </h2>
        <p className="quiet figures">
          {[request.business_name, request.email, request.phone].filter(Boolean).join(' · ')}
        </p>
        <p className="figures">
          {showTime(Date.parse(request.slot_start))} · {PLACE_NAMES[request.place]} · {request.broker}
        </p>
      </header>
      <ErrorSummary problems={problems} attempt={attempt} />
      <div className="match-questions">
        <MatchPerson
          guest={guest}
          choice={choice}
          onChoose={(person) => setChoice((now) => withPerson(guest, now, person))}
          onName={(new_person) => setChoice((now) => ({ ...now, new_person }))}
        />
        <MatchBusiness
          guest={guest}
          choice={choice}
          mustBeOne
          onChange={(more) => setChoice((now) => ({ ...now, ...more }))}
        />
      </div>
      <div>
        <Button look="filled" icon="check" busy={saving ? 'Saving' : undefined} onClick={() => void match()}>
          Save<span className="visually-hidden"> {name}</span>
        </Button>
      </div>
    </article>
  )
}

function useMatchRequest(guest: Unmatched, choice: Choice, card: React.RefObject<HTMLElement | null>) {
  const [request_id, setRequest] = useState(newId)
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const matching = useMutation(trpc.calendar.matchRequest.mutationOptions())

  async function match() {
    setAttempt((count) => count + 1)
    const asked = toSend(guest, choice)
    if (typeof asked === 'string') return setProblems([{ sentence: asked, field: firstField(guest, choice) }])
    const { attendance_id: id, person, business } = asked
    if (business === null) return
    try {
      await matching.mutateAsync({ request_id, id, person, business })
      focusNext(card.current)
      toast(`Matched ${guest.given_name} ${guest.family_name}: the review is booked`)
      await refreshCalendar()
    } catch (error) {
      setProblems(problemsOf(error).map(({ sentence }) => ({ sentence })))
      setRequest(newId())
    }
  }

  return { match, problems, attempt, saving: matching.isPending }
}
