import { showTime } from '@hubline/domain/calendar/booking-words.ts'
import { showDay } from '@hubline/domain/day.ts'
import { REVIEW_STATUS_NAMES } from '@hubline/domain/skills-reviews/stages.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { Page } from '../shell/page.tsx'
import { useMe } from '../staff/me.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { useChangeSearch } from '../ui/use-change-search.ts'
import { BookButton, BookingBar } from './booking-bar.tsx'
import { CalendarBar } from './calendar-bar.tsx'
import type { Diary, FreeTime, ToBook } from './calendar-data.ts'
import { type Shown, daysOf, mondayOf } from './calendar-question.ts'
import { DiaryBoard } from './diary-board.tsx'
import { SendTimesDialog } from './send-times-dialog.tsx'
import { type BookingForm, useBooking } from './use-booking.ts'
import { useMoveReview } from './use-move-review.ts'

type Props = Shown & { diary: Diary; data: ToBook }

/** A time for one review: choose it among those that are free, and book. */
export function BookCalendar({ asked, view, diary, data }: Props) {
  const me = useMe()
  const change = useChangeSearch()
  const navigate = useNavigate()
  const { move } = useMoveReview()
  const [sending, setSending] = useState(false)
  const { review, business } = data
  const form = useBooking(data, me.adviser_id, {
    at: asked.at,
    onBooked: () =>
      void navigate({
        to: '/calendar',
        search: { day: asked.at?.slice(0, 10), view: asked.view, who: asked.who?.join(',') },
      }),
  })
  const { filled } = form
  const days = daysOf('week', mondayOf(asked.day), true)
  const [from = asked.day] = days
  const asking = {
    broker_id: filled.broker_id ?? null,
    minutes: filled.minutes,
    place: filled.place,
    review_id: review?.id ?? null,
  }
  const free = useQuery(trpc.calendar.freeTimes.queryOptions({ ...asking, from, to: days.at(-1) ?? from }))
  const choose = ({ slot_start }: FreeTime) => {
    form.forget()
    change({ at: slot_start, day: slot_start.slice(0, 10) }, { replace: true })
  }
  const shown = withBroker(diary, data, filled.broker_id)
  return (
    <Page
      title="Book a skills review"
      note={[
        business.name,
        review
          ? `offered ${showDay(review.offered_on)}, ${REVIEW_STATUS_NAMES[review.status].toLowerCase()}`
          : 'offered today, with this booking',
      ].join(' · ')}
      actions={
        <>
          {review && <Button onClick={() => setSending(true)}>Let them choose</Button>}
          <BookButton form={form} at={asked.at} />
        </>
      }
    >
      <ErrorSummary problems={form.problems} attempt={form.attempt} />
      <Nearest form={form} data={data} onChoose={choose} />
      <BookingBar form={form} data={data} />
      <CalendarBar asked={asked} view={view} diary={diary} />
      {free.data?.length === 0 && (
        <p role="status">No free time in this week: look at the next, or at another broker.</p>
      )}
      <DiaryBoard
        asked={asked}
        view={view}
        diary={shown}
        free={free.data ?? []}
        minutes={filled.minutes}
        choosing={{
          verb: 'choose',
          at: asked.at ?? null,
          brokerOf: (id) => (filled.broker_id ? undefined : nameOf(data, id)),
          onChoose: choose,
        }}
        onMove={(one, to) => void move(one, to)}
      />
      <p className="quiet">
        Travel time is kept either side of visits. The client gets an e-mail with a calendar file; changes update the
        same entry.
      </p>
      {sending && review && <SendTimesDialog review={review} form={form} onClose={() => setSending(false)} />}
    </Page>
  )
}

const nameOf = ({ brokers }: ToBook, id: string) => brokers.find((one) => one.id === id)?.name

/** The grid has a column for whoever is booked, though their diary was not among those chosen. */
function withBroker(diary: Diary, { brokers }: ToBook, broker_id: string | undefined): Diary {
  const missing = brokers.filter(
    ({ id }) => (broker_id === undefined || id === broker_id) && !diary.shown.some((one) => one.id === id),
  )
  const rules = { hours: [], travel_minutes: 0, notice_hours: 0 }
  const wanted = diary.shown.filter(({ id }) => broker_id === undefined || id === broker_id)
  return { ...diary, shown: [...wanted, ...missing.map((broker) => ({ ...broker, rules }))] }
}

/** Taken meanwhile: the nearest that can be had, one press each. */
function Nearest({ form, data, onChoose }: { form: BookingForm; data: ToBook; onChoose: (time: FreeTime) => void }) {
  if (form.nearest.length === 0) return null
  return (
    <div className="nearest-times" role="group" aria-label="Nearest free times">
      {form.nearest.map((time) => (
        <Button key={time.slot_start} icon="calendar" onClick={() => onChoose(time)}>
          {showTime(Date.parse(time.slot_start))}
          {form.filled.broker_id === undefined && `, ${nameOf(data, time.broker_id) ?? ''}`}
        </Button>
      ))}
    </div>
  )
}
