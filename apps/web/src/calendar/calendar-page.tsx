import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { trpc } from '../api.ts'
import { problemOf } from '../problem.ts'
import { Page } from '../shell/page.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useToday } from '../ui/use-today.ts'
import { BookCalendar } from './book-calendar.tsx'
import { type CalendarQuestion, type Shown, daysOf, mondayOf, readCalendarQuestion } from './calendar-question.ts'
import { MoveCalendar } from './move-calendar.tsx'
import { PlainCalendar } from './plain-calendar.tsx'
import { useNarrow } from './use-narrow.ts'

const route = getRouteApi('/hub/calendar')

/** The diaries of one or several brokers; and in them the finding of a time for one review. */
export function CalendarPage() {
  const search = route.useSearch()
  const today = useToday()
  const narrow = useNarrow()
  const asked = useMemo(() => readCalendarQuestion(search, today), [search, today])
  const view = asked.view ?? (narrow ? 'list' : 'week')
  if (asked.book) return <ToBookPage key={asked.book} asked={asked} view={view} reference={asked.book} />
  return <DiaryPage asked={asked} view={view} />
}

function DiaryPage({ asked, view }: Shown) {
  const diary = useDiary(asked)
  if (diary.error && !diary.data) return <Failed sentence={problemOf(diary.error).sentence} />
  if (!diary.data) return <Waiting />
  return asked.move ? (
    <MoveCalendar asked={asked} view={view} diary={diary.data} reference={asked.move} />
  ) : (
    <PlainCalendar asked={asked} view={view} diary={diary.data} />
  )
}

function ToBookPage({ asked, view, reference }: Shown & { reference: string }) {
  const toBook = useQuery(trpc.calendar.toBook.queryOptions({ reference }, { staleTime: 0 }))
  const diary = useDiary(asked)
  const error = toBook.error ?? diary.error
  if (error && !(toBook.data && diary.data)) return <Failed sentence={problemOf(error).sentence} />
  if (!toBook.data || !diary.data) return <Waiting />
  const { review } = toBook.data
  if (review?.status === 'booked')
    return <MoveCalendar asked={asked} view={view} diary={diary.data} reference={review.reference} />
  return <BookCalendar asked={asked} view={view} diary={diary.data} data={toBook.data} />
}

/** A week at a time is asked for, so that going from its days to its list asks nothing anew. */
function useDiary({ day, who }: CalendarQuestion) {
  const [from = day] = daysOf('week', mondayOf(day), true)
  const to = daysOf('week', mondayOf(day), true).at(-1) ?? day
  return useQuery({
    ...trpc.calendar.diary.queryOptions({
      from,
      to,
      broker_ids: who ? [...who] : [],
    }),
    placeholderData: keepPreviousData,
  })
}

function Waiting() {
  return (
    <Page title="Calendar">
      <Skeleton lines={10} height="60vh" />
    </Page>
  )
}

function Failed({ sentence }: { sentence: string }) {
  return (
    <Page title="Calendar">
      <EmptyState sentence={sentence}>
        <ButtonLink to="/calendar">Go to your diary</ButtonLink>
      </EmptyState>
    </Page>
  )
}
