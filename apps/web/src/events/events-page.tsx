import { type Day, showDay } from '@hubline/domain/day.ts'
import { EVENT_STAGE_NAMES } from '@hubline/domain/events/stages.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useMemo } from 'react'
import { trpc } from '../api.ts'
import { problemOf } from '../problem.ts'
import { Page } from '../shell/page.tsx'
import { useMay } from '../staff/me.ts'
import { ButtonLink } from '../ui/button.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Pager } from '../ui/pager.tsx'
import { SearchLink } from '../ui/search-link.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Tag } from '../ui/tag.tsx'
import { STAGE_TONES, startWith, takenOf, timesInWords } from './event-words.ts'
import { EventsFilters } from './events-filters.tsx'
import { type EventsQuestion, readEventsQuestion } from './events-question.ts'

const route = getRouteApi('/hub/events')

type Row = inferOutput<typeof trpc.events.list>['rows'][number]

/** The events of the hub: those to come, or those that are over. */
export function EventsPage() {
  const search = route.useSearch()
  const asked = useMemo(() => readEventsQuestion(search), [search])
  const { data, error, isPlaceholderData } = useQuery({
    ...trpc.events.list.queryOptions(asked),
    placeholderData: keepPreviousData,
  })
  const mayRun = useMay('event:run')
  return (
    <Page
      title="Events"
      actions={
        mayRun && (
          <ButtonLink to="/events/new" icon="plus">
            Plan an event
          </ButtonLink>
        )
      }
    >
      <EventsFilters asked={asked} />
      {error && !data ? (
        <EmptyState sentence={problemOf(error).sentence}>
          <SearchLink change={{ after: undefined, before: undefined }}>Go to the first page</SearchLink>
        </EmptyState>
      ) : data ? (
        <div aria-busy={isPlaceholderData} className="stack">
          {data.rows.length > 0 && (
            <DataTable
              caption={asked.when === 'coming' ? 'Events to come' : 'Past events'}
              columns={asked.when === 'coming' ? COMING : PAST}
              rows={data.rows}
              keyOf={(row) => row.id}
            />
          )}
          {data.rows.length === 0 && <NoEvents asked={asked} />}
          {(data.next || data.previous) && (
            <Pager
              next={data.next ?? undefined}
              previous={data.previous ?? undefined}
              words={`${data.rows.length} on this page`}
            />
          )}
        </div>
      ) : (
        <Skeleton lines={12} height="60vh" />
      )}
    </Page>
  )
}

function NoEvents({ asked: { when, year, text, after, before } }: { asked: EventsQuestion }) {
  const filtered = Boolean(year ?? text ?? after ?? before)
  if (filtered)
    return (
      <EmptyState sentence="No event matches.">
        <SearchLink
          change={{ q: undefined, year: undefined, after: undefined, before: undefined }}
          className="button plain usual"
        >
          Show all {when === 'coming' ? 'events to come' : 'past events'}
        </SearchLink>
      </EmptyState>
    )
  return (
    <EmptyState sentence={when === 'coming' ? 'No event is planned.' : 'No event has taken place yet.'}>
      <ButtonLink to="/events/new">Plan an event</ButtonLink>
    </EmptyState>
  )
}

const event: Column<Row> = {
  key: 'event',
  title: 'Event',
  phone: 'title',
  width: '30%',
  cell: ({ reference, title, kind }) => (
    <>
      <Link to="/events/$reference" params={{ reference }}>
        {title}
      </Link>
      <span className="cell-note">{[reference, kind && startWith(kind)].filter(Boolean).join(' · ')}</span>
    </>
  ),
}
const when: Column<Row> = {
  key: 'when',
  title: 'When',
  phone: 'line',
  cell: ({ held_on, starts_at, ends_at }) => <When held_on={held_on} times={timesInWords(starts_at, ends_at)} />,
}
const where: Column<Row> = {
  key: 'where',
  title: 'Where',
  phone: 'line',
  cell: ({ place, is_online }) => place ?? (is_online ? 'Online' : <Blank />),
}
const stage: Column<Row> = {
  key: 'stage',
  title: 'Stage',
  phone: 'corner',
  cell: (row) => <Tag tone={STAGE_TONES[row.stage]}>{EVENT_STAGE_NAMES[row.stage]}</Tag>,
}
const places: Column<Row> = {
  key: 'places',
  title: 'Places taken',
  align: 'end',
  cell: ({ taken, capacity }) => <span className="no-wrap">{takenOf(taken, capacity)}</span>,
}
const number = (key: keyof Row['counts'], title: string): Column<Row> => ({
  key,
  title,
  align: 'end',
  cell: ({ counts }) => (counts[key] === 0 ? <Blank words="None" /> : counts[key]),
})

const COMING: readonly Column<Row>[] = [
  event,
  when,
  where,
  stage,
  places,
  number('waiting', 'Waiting'),
  number('to_match', 'To match'),
]
const PAST: readonly Column<Row>[] = [
  event,
  when,
  where,
  stage,
  number('came', 'Came'),
  number('absent', 'Did not come'),
  number('to_match', 'To match'),
]

function When({ held_on, times }: { held_on: Day; times: string }) {
  return (
    <>
      <span className="no-wrap figures">{showDay(held_on)}</span>
      {times && <span className="cell-note figures">{times}</span>}
    </>
  )
}

function Blank({ words = 'Not known' }: { words?: string }) {
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{words}</span>
    </>
  )
}
