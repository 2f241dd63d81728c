import { showTime } from '@hubline/domain/calendar/booking-words.ts'
import { useMutation } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemOf } from '../problem.ts'
import { toast } from '../ui/toast.tsx'
import { type DiaryReview, refreshCalendar } from './calendar-data.ts'

export type NewTime = { slot_start: string; broker_id: string }

/** Gives a booked review another time, says so, and offers the way back. Gives the refusal where there is one. */
export function useMoveReview() {
  const moving = useMutation(trpc.calendar.move.mutationOptions())

  async function send(review: DiaryReview, version: number, to: NewTime): Promise<number | string> {
    const minutes = Math.round((Date.parse(review.slot_end) - Date.parse(review.slot_start)) / 60_000)
    try {
      const done = await moving.mutateAsync({
        request_id: newId(),
        id: review.id,
        version,
        ...to,
        minutes,
        place: review.place ?? 'their_site',
        room_id: review.room_id,
        place_note: review.place_note,
        // Whoever puts a review somewhere by hand sees the hours it lies in; only a clash is refused.
        anyway: true,
      })
      await refreshCalendar()
      return done.version
    } catch (error) {
      await refreshCalendar()
      return problemOf(error).sentence
    }
  }

  /** Gives whether it was moved. */
  async function move(review: DiaryReview, to: NewTime): Promise<boolean> {
    const done = await send(review, review.version, to)
    if (typeof done === 'string') {
      toast(done, { tone: 'bad' })
      return false
    }
    const back = { slot_start: review.slot_start, broker_id: review.broker_id }
    toast(
      `${review.business.name}: moved to ${showTime(Date.parse(to.slot_start))}. The new time is on its way by mail`,
      {
        action: { words: 'Undo', run: () => void send(review, done, back) },
      },
    )
    return true
  }

  return { move, moving: moving.isPending }
}
