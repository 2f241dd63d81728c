import { showTime } from '@hubline/domain/calendar/booking-words.ts'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import { Page } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useChangeSearch } from '../ui/use-change-search.ts'
import { CalendarBar } from './calendar-bar.tsx'
import type { Diary, DiaryReview, FreeTime, ToBook } from './calendar-data.ts'
import { type Shown, daysOf, mondayOf } from './calendar-question.ts'
import { DiaryBoard } from './diary-board.tsx'
import { useMoveReview } from './use-move-review.ts'

/** Another time for a booked review: the press on a free one moves it there. */
export function MoveCalendar({ asked, view, diary, reference }: Shown & { diary: Diary; reference: string }) {
  const change = useChangeSearch()
  const toBook = useQuery(trpc.calendar.toBook.queryOptions({ reference }))
  const { move, moving } = useMoveReview()
  const stop = () => change({ move: undefined, book: undefined, at: undefined })
  const review = toBook.data && asReview(toBook.data)
  const minutes = review ? Math.round((Date.parse(review.slot_end) - Date.parse(review.slot_start)) / 60_000) : 90
  const days = daysOf('week', mondayOf(asked.day), true)
  const [from = asked.day] = days
  const free = useQuery({
    ...trpc.calendar.freeTimes.queryOptions({
      broker_id: review?.broker_id ?? null,
      from,
      to: days.at(-1) ?? from,
      minutes,
      place: review?.place ?? 'their_site',
      review_id: review?.id ?? null,
    }),
    enabled: review !== undefined,
  })
  if (toBook.data && !review)
    return (
      <Page title="Reschedule">
        <EmptyState sentence="This review is not booked any more.">
          <Button onClick={stop}>Go to the diary</Button>
        </EmptyState>
      </Page>
    )
  const choose = async (time: FreeTime) => {
    if (review && !moving && (await move(review, time))) stop()
  }
  return (
    <Page
      title={`Reschedule ${review?.business.name ?? 'a review'}`}
      tabTitle="Reschedule"
      note={review && `now ${showTime(Date.parse(review.slot_start))}`}
      actions={<Button onClick={stop}>Leave it as it is</Button>}
    >
      <CalendarBar asked={asked} view={view} diary={diary} />
      <p className="quiet" role="status">
        {free.data?.length === 0
          ? 'No free time in this week: look at the next.'
          : 'Choose a free time: the review moves there at once, and the invitation with it.'}
      </p>
      <DiaryBoard
        asked={asked}
        view={view}
        diary={diary}
        free={free.data ?? []}
        minutes={minutes}
        choosing={{ verb: 'move to', disabled: moving, onChoose: (time) => void choose(time) }}
        onMove={(one, to) => void move(one, to)}
      />
    </Page>
  )
}

/** The review as the diary would show it, also where it lies in another week. */
function asReview({ review, business }: ToBook): DiaryReview | undefined {
  if (review?.status !== 'booked' || !review.slot_start || !review.slot_end || !review.broker_id) return undefined
  const { slot_start, slot_end, broker_id } = review
  return {
    ...review,
    broker_id,
    slot_start: new Date(slot_start).toISOString(),
    slot_end: new Date(slot_end).toISOString(),
    room: null,
    video_link: null,
    business: { ...business, phone: null },
  }
}
