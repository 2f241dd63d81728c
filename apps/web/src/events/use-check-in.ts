import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemOf } from '../problem.ts'
import { keptOffline } from '../shell/kept-reads.ts'
import { sendOrKeep, useWaiting } from '../shell/outbox.ts'
import { useMe } from '../staff/me.ts'
import { toast } from '../ui/toast.tsx'
import { asSaid, type CheckInGuest, type Said, saidInOutbox, type WalkInSaid } from './check-in-state.ts'

/** Others tick the same list: it is asked for again and again while it is open. */
const EVERY_MS = 8_000

/** The list at the door: what the server knows, and over it what was said on this device. */
export function useCheckIn(reference: string) {
  const { adviser_id } = useMe()
  const asked = keptOffline(trpc.events.checkInList.queryOptions({ reference }))
  const { data, error, dataUpdatedAt, refetch } = useQuery({ ...asked, refetchInterval: EVERY_MS })
  const event = data?.event
  const event_id = event?.id
  const all = useWaiting()
  const waiting = useMemo(
    () =>
      event_id
        ? saidInOutbox(
            all.filter((entry) => entry.adviser_id === adviser_id),
            event_id,
          )
        : [],
    [all, adviser_id, event_id],
  )
  const { said, say } = useSaid(dataUpdatedAt)
  const guests = useMemo(() => asSaid(data?.guests ?? [], [...waiting, ...said]), [data?.guests, said, waiting])

  const about = (words: string) => ({ words: `${words} at ${event?.title ?? reference}`, adviser_id })

  /** Ticks, or takes ticks back, as one doing. */
  function mark(whom: readonly Pick<CheckInGuest, 'id' | 'name'>[], came: boolean): void {
    if (!event || whom.length === 0) return
    const at = new Date().toISOString()
    const marks = whom.map(({ id }) => ({ attendance_id: id, came, at }))
    const request_id = newId()
    const name = whom.length === 1 ? whom[0]?.name : `${whom.length} guests`
    void say({ request_id, marks }, () =>
      sendOrKeep({
        procedure: trpc.events.checkIn,
        input: { request_id, event_id: event.id, marks },
        ...about(came ? `Tick of ${name}` : `Tick of ${name} taken back`),
      }),
    )
  }

  /** Gives whom it has added, to be taken back. */
  function addWalkIn({ name, business_name }: Omit<WalkInSaid, 'id' | 'at'>): Pick<CheckInGuest, 'id' | 'name'> {
    const walk_in = { id: newId(), name, business_name, at: new Date().toISOString() }
    const request_id = newId()
    void say({ request_id, marks: [], walk_in }, () =>
      sendOrKeep({
        procedure: trpc.events.addWalkIn,
        input: { request_id, event_id: event_id ?? '', ...walk_in },
        ...about(`Walk-in ${name}`),
      }),
    )
    return walk_in
  }

  return { event, today: data?.today, guests, error, refetch, mark, addWalkIn, unsent: waiting.length }
}

/** `settled_at`: what the server is asked from then on has it. */
type SaidHere = Said & { settled_at?: number }

/**
 * What was said here stands on the list until the server's own list has it. What is kept on the device stays: once it
 * has arrived it says the same as the server, and a later word of somebody else is stronger.
 */
function useSaid(dataUpdatedAt: number) {
  const [all, setAll] = useState<readonly SaidHere[]>([])
  async function say(one: Said, send: () => Promise<{ kept: boolean }>): Promise<void> {
    setAll((now) => [...now, one])
    try {
      const { kept } = await send()
      if (!kept) setAll((now) => now.map((other) => (other === one ? { ...one, settled_at: Date.now() } : other)))
    } catch (error) {
      toast(problemOf(error).sentence, { tone: 'bad' })
      setAll((now) => now.filter((other) => other !== one))
    }
    await queryClient.invalidateQueries(trpc.events.pathFilter())
    await queryClient.invalidateQueries(trpc.indicators.pathFilter())
  }

  const said = useMemo(
    () => all.filter(({ settled_at }) => settled_at === undefined || settled_at >= dataUpdatedAt),
    [all, dataUpdatedAt],
  )
  return { said, say }
}
