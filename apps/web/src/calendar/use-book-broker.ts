import type { SelfPlace } from '@hubline/domain/calendar/book-with-broker.ts'
import { useMutation } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { type SubmitEvent, useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemsOf } from '../problem.ts'
import type { FormProblem } from '../ui/error-summary.tsx'

export type BookedWithBroker = inferOutput<typeof trpc.calendar.bookWithBroker> & { email: string }

const BLANK = {
  slot_start: '',
  given_name: '',
  family_name: '',
  business_name: '',
  email: '',
  phone: '',
  website: '',
  agrees: false,
}

type Where = { token: string; place: SelfPlace; onBooked: (booked: BookedWithBroker) => void }

const refreshTimes = () => queryClient.invalidateQueries(trpc.calendar.brokersTimes.pathFilter())

/** What somebody fills in on a broker's page; the time that they chose is kept for them meanwhile. */
export function useBookBroker({ token, place, onBooked }: Where) {
  const [filled, setFilled] = useState(BLANK)
  const [hold_id, setHold] = useState<string>()
  const [request_id, setRequest] = useState(newId)
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const holding = useMutation(trpc.calendar.holdWithBroker.mutationOptions())
  const booking = useMutation(trpc.calendar.bookWithBroker.mutationOptions())
  const change = (more: Partial<typeof BLANK>) => setFilled((now) => ({ ...now, ...more }))

  async function refuse(error: unknown) {
    const found = problemsOf(error)
    setProblems(found)
    setAttempt((count) => count + 1)
    setRequest(newId())
    if (!found.some(({ field }) => field === 'slot_start')) return
    forgetTime()
    await refreshTimes()
  }

  function forgetTime() {
    change({ slot_start: '' })
    setHold(undefined)
  }

  async function choose(slot_start: string) {
    change({ slot_start })
    setProblems([])
    const next = newId()
    try {
      const asked = { token, request_id: newId(), slot_start, place, hold_id: next, instead_of: hold_id ?? null }
      await holding.mutateAsync(asked)
      setHold(next)
    } catch (error) {
      await refuse(error)
    }
  }

  function submit(event: SubmitEvent) {
    event.preventDefault()
    if (booking.isPending) return
    setProblems([])
    // An unticked box is refused in the schema's own words.
    const asked = { token, request_id, place, hold_id: hold_id ?? null, ...filled, agrees: filled.agrees as true }
    booking.mutateAsync(asked).then((reply) => onBooked({ ...reply, email: filled.email }), refuse)
  }

  return {
    filled,
    change,
    choose: (time: string) => void choose(time),
    forgetTime,
    submit,
    isKept: hold_id !== undefined && !holding.isPending,
    problems,
    attempt,
    booking: booking.isPending,
    errorOf: (field: string) => problems.find((one) => one.field === field)?.sentence,
  }
}
