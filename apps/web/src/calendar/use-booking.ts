import { showTime } from '@hubline/domain/calendar/booking-words.ts'
import { type Place } from '@hubline/domain/calendar/free-times.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemsOf } from '../problem.ts'
import type { FormProblem } from '../ui/error-summary.tsx'
import { toast } from '../ui/toast.tsx'
import { type FreeTime, type ToBook, refreshCalendar } from './calendar-data.ts'

export type FilledBooking = {
  place: Place
  minutes: number
  broker_id: string | undefined
  room_id: string
  attendee_name: string
  attendee_email: string
}
export type BookingForm = ReturnType<typeof useBooking>

/** What a booking begins with: all that is known already. */
function beginWith(data: ToBook, me: string): FilledBooking {
  const broker =
    data.brokers.find(({ id }) => id === me) ?? data.brokers.find(({ id }) => id === data.review?.broker_id)
  return {
    place: data.review?.place ?? 'their_site',
    minutes: (broker ?? data.brokers[0])?.review_minutes ?? 90,
    broker_id: broker?.id,
    room_id: data.review?.room_id ?? data.rooms[0]?.id ?? '',
    attendee_name: data.review?.attendee_name ?? data.attendee.attendee_name ?? '',
    attendee_email: data.review?.attendee_email ?? data.attendee.attendee_email ?? '',
  }
}

type Chosen = { at: string | undefined; onBooked: (reference: string) => void }

/** The booking of one review: what is filled in, its refusals, and the times nearest to one that was taken meanwhile. */
export function useBooking(data: ToBook, me: string, { at, onBooked }: Chosen) {
  const [ids] = useState(() => ({ request_id: newId(), id: data.review?.id ?? newId() }))
  const [request_id, setRequest] = useState(ids.request_id)
  const [filled, setFilled] = useState(() => beginWith(data, me))
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const [nearest, setNearest] = useState<readonly FreeTime[]>([])
  const booking = useMutation(trpc.calendar.book.mutationOptions())
  const chosenBroker = useChosenBroker(filled, at)

  function refuse(found: readonly FormProblem[]) {
    setProblems(found)
    setAttempt((count) => count + 1)
    // What was refused left nothing behind; the next try is another form.
    setRequest(newId())
  }

  async function book() {
    if (!at) return refuse([{ sentence: 'Choose a free time' }])
    try {
      const { reference, told } = await booking.mutateAsync({
        ...filled,
        request_id,
        id: ids.id,
        version: data.review?.version ?? null,
        business_id: data.review ? '' : data.business.id,
        broker_id: chosenBroker ?? '',
        slot_start: at,
      })
      await refreshCalendar()
      toast(
        `${data.business.name}: booked ${showTime(Date.parse(at))}. ${told ? 'The invitation is on its way' : 'There is no e-mail address: tell them yourself'}`,
      )
      onBooked(reference)
    } catch (error) {
      const found = problemsOf(error)
      refuse(found)
      if (found.some(({ field }) => field === 'slot_start')) setNearest(await timesNear(filled, at, data.today))
      await refreshCalendar()
    }
  }

  return {
    filled,
    change: (more: Partial<FilledBooking>) => setFilled((now) => ({ ...now, ...more })),
    book,
    booking: booking.isPending,
    problems,
    attempt,
    nearest,
    forget: () => {
      setNearest([])
      setProblems([])
    },
    errorOf: (field: string) => problems.find((one) => one.field === field)?.sentence,
  }
}

/** With anybody: whoever is free at the chosen time. */
function useChosenBroker({ broker_id, place, minutes }: FilledBooking, at: string | undefined): string | undefined {
  const day = at?.slice(0, 10) ?? ''
  const free = useQuery({
    ...trpc.calendar.freeTimes.queryOptions({ broker_id: null, from: day, to: day, minutes, place }),
    enabled: broker_id === undefined && at !== undefined,
  })
  return broker_id ?? free.data?.find(({ slot_start }) => slot_start === at)?.broker_id
}

async function timesNear(
  { broker_id, place, minutes }: FilledBooking,
  near: string,
  today: string,
): Promise<FreeTime[]> {
  const week = (days: number) => new Date(Date.parse(near) + days * 86_400_000).toISOString().slice(0, 10)
  const from = week(-3) < today ? today : week(-3)
  return queryClient
    .fetchQuery(
      trpc.calendar.freeTimes.queryOptions(
        { broker_id: broker_id ?? null, from, to: week(21), minutes, place, near },
        { staleTime: 0 },
      ),
    )
    .catch(() => [])
}
