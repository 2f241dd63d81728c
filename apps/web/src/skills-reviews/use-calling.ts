import type { Day } from '@hubline/domain/day.ts'
import { type CallOutcome, CLAIM_MINUTES } from '@hubline/domain/skills-reviews/call-list.ts'
import type { DeclineReason } from '@hubline/domain/skills-reviews/decline-reasons.ts'
import { offerCountInWords } from '@hubline/domain/skills-reviews/offer-count.ts'
import { useMutation } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useEffect, useRef, useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemOf } from '../problem.ts'

export type NextCall = inferOutput<typeof trpc.callLists.claim>
export type Card = NonNullable<NextCall['card']>
/** What was logged a moment ago, and can be undone. */
export type Logged = {
  id: string
  version: number
  business: string
  outcome: CallOutcome
  counts: string | undefined
  tone: 'ok' | 'quiet'
}
export type More = { decline_reason?: DeclineReason; call_back_on?: Day }

/** A key that was meant for the business before must not log this one. */
const SETTLES_MS = 250

/** The business that is being called, kept for this person while it is on the screen. */
export function useCalling(list_id: string) {
  const [call, setCall] = useState<NextCall>()
  const [last, setLast] = useState<Logged>()
  const [refused, setRefused] = useState<string>()
  const [spokenTo, setSpokenTo] = useState<string>()
  const [settled, setSettled] = useState(true)
  const claiming = useMutation(trpc.callLists.claim.mutationOptions())
  const logging = useMutation(trpc.callLists.log.mutationOptions())
  const undoing = useMutation(trpc.callLists.undo.mutationOptions())
  const card = call?.card ?? undefined
  const busy = logging.isPending || claiming.isPending || !settled

  function show(next: NextCall) {
    setSettled(false)
    setTimeout(() => setSettled(true), SETTLES_MS)
    setCall(next)
    setSpokenTo(next.card?.contacts[0]?.id)
    void queryClient.invalidateQueries(trpc.callLists.page.queryFilter())
  }

  async function claim(more: { prefer?: string; skip?: string } = {}) {
    try {
      show(await claiming.mutateAsync({ request_id: newId(), id: list_id, ...more }))
    } catch (error) {
      setRefused(problemOf(error).sentence)
    }
  }

  async function log(outcome: CallOutcome, more: More = {}) {
    if (!card || busy) return
    setRefused(undefined)
    try {
      const { id, version, business } = card
      const form = { request_id: newId(), id, version, outcome, offered_to_id: spokenTo ?? '', ...more }
      const { logged, count, next } = await logging.mutateAsync(form)
      const counts = count ? offerCountInWords(count) : undefined
      setLast({ ...logged, business: business.name, counts, tone: count?.counts === 'newly' ? 'ok' : 'quiet' })
      show(next)
      void queryClient.invalidateQueries(trpc.indicators.pathFilter())
      void queryClient.invalidateQueries(trpc.skillsReviews.pathFilter())
    } catch (error) {
      setRefused(`${card.business.name}: ${problemOf(error).sentence}`)
      // Somebody else has it, or it has a review by now: whoever is next comes up. Otherwise it stays.
      await claim()
    }
  }

  async function undo() {
    if (!last || undoing.isPending) return
    setRefused(undefined)
    try {
      const { next } = await undoing.mutateAsync({ request_id: newId(), id: last.id, version: last.version })
      setLast(undefined)
      show(next)
    } catch (error) {
      setRefused(problemOf(error).sentence)
    }
  }

  useKept(card?.id, (prefer) => void claim({ prefer }))
  const begun = useRef(false)
  useEffect(() => {
    if (!begun.current) void claim()
    begun.current = true
  })

  return {
    call,
    last,
    refused,
    spokenTo,
    setSpokenTo,
    busy,
    log,
    undo,
    skip: () => (card ? claim({ skip: card.id }) : Promise.resolve()),
    again: () => claim(),
  }
}

/** Asks for the business again before its time is up, for as long as it is on the screen. */
function useKept(id: string | undefined, keep: (id: string) => void) {
  const latest = useRef(keep)
  useEffect(() => {
    latest.current = keep
  })
  useEffect(() => {
    if (id === undefined) return
    const timer = setInterval(() => latest.current(id), (CLAIM_MINUTES / 2) * 60_000)
    return () => clearInterval(timer)
  }, [id])
}
