import { MatchAttendee } from '@hubline/domain/events/match-attendee.ts'
import { useMutation } from '@tanstack/react-query'
import { type RefObject, useState } from 'react'
import { trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemsOf } from '../problem.ts'
import type { FormProblem } from '../ui/error-summary.tsx'
import { toast } from '../ui/toast.tsx'
import { type Choice, toSend, type Unmatched } from './match-choice.ts'
import { refreshEvents } from './refresh-events.ts'

/** Saves what was chosen for one guest, and goes on to the next. */
export function useMatching(guest: Unmatched, choice: Choice, card: RefObject<HTMLElement | null>) {
  const [request_id] = useState(newId)
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  /** The person has a place already: the two can be put together. */
  const [together, setTogether] = useState(false)
  const matching = useMutation(trpc.events.matchAttendee.mutationOptions())

  async function match(put_together = false) {
    setAttempt((count) => count + 1)
    const asked = toSend(guest, choice)
    if (typeof asked === 'string') return setProblems([{ sentence: asked, field: firstField(guest, choice) }])
    const read = MatchAttendee.safeParse({ ...asked, request_id, put_together })
    if (!read.success)
      return setProblems(
        read.error.issues.flatMap((issue) =>
          issue.code === 'invalid_union' && issue.errors[1]
            ? issue.errors[1].map(({ message, path }) => ({
                sentence: message,
                field: fieldOf(guest, [...issue.path, ...path]),
              }))
            : [{ sentence: issue.message, field: fieldOf(guest, issue.path) }],
        ),
      )
    try {
      await matching.mutateAsync({ ...asked, request_id, put_together })
      focusNext(card.current)
      toast(`Matched ${guest.given_name} ${guest.family_name}`.trim())
      await refreshEvents()
    } catch (error) {
      const told = problemsOf(error)
      setTogether(told.some(({ code }) => code === 'already_exists'))
      setProblems(told.map(({ sentence }) => ({ sentence })))
    }
  }

  return { match, together, problems, attempt, saving: matching.isPending }
}

export const firstField = ({ id }: Unmatched, { person }: Choice) =>
  person === undefined ? `person-${id}` : `business-${id}`

export const fieldOf = ({ id }: Unmatched, path: readonly PropertyKey[]) => `${path.map(String).join('.')}-${id}`

/** The next card takes the focus before this one goes. */
export function focusNext(card: HTMLElement | null): void {
  const cards = [...document.querySelectorAll<HTMLElement>('.match-card')]
  const at = card ? cards.indexOf(card) : -1
  const next = cards[at + 1] ?? cards[at - 1]
  ;(next?.querySelector<HTMLElement>('h2') ?? document.querySelector<HTMLElement>('h1'))?.focus()
}
