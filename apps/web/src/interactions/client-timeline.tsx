import { showDay } from '@hubline/domain/day.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { queryClient, trpc } from '../api.ts'
import type { Client } from '../businesses/client.ts'
import { problemOf } from '../problem.ts'
import { RecordLink } from '../records/record-link.tsx'
import { useLog } from '../shell/log.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Panel } from '../ui/panel.tsx'
import { SearchLink } from '../ui/search-link.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Tag } from '../ui/tag.tsx'
import { Timeline, type TimelineItem } from '../ui/timeline.tsx'
import './client-timeline.css'
import {
  iconOf,
  monthOf,
  noteOf,
  peopleOf,
  statusOf,
  TIMELINE_GROUPS,
  type TimelineEntry,
  type TimelineGroup,
  titleOf,
} from './timeline-words.ts'

type TimelinePage = inferOutput<typeof trpc.businesses.timeline>
type Props = { client: Client; /** As it came with the page. */ first: TimelinePage; group: TimelineGroup | undefined }

/** Everything that happened with a client, newest first, of all kinds or of some. */
export function ClientTimeline({ client, first, group }: Props) {
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useTimeline({ client, first, group })
  const entries = data?.pages.flatMap((page) => page.entries)
  return (
    <Panel title="Timeline" className="client-timeline">
      <TimelineFilter group={group} />
      {!entries && (error ? <p>{problemOf(error).sentence}</p> : <Skeleton lines={6} />)}
      {entries?.length === 0 && <NothingYet client={client} group={group} />}
      {entries && entries.length > 0 && <Timeline items={entries.map(asItem)} label={`Timeline of ${client.name}`} />}
      {hasNextPage && (
        <Button busy={isFetchingNextPage ? 'Fetching' : undefined} onClick={() => void fetchNextPage()}>
          Show earlier
        </Button>
      )}
    </Panel>
  )
}

function useTimeline({ client: { kind, id }, first, group }: Props) {
  const kinds = group && [...TIMELINE_GROUPS[group].kinds]
  const path = kind === 'business' ? trpc.businesses.timeline : trpc.people.timeline
  return useInfiniteQuery({
    queryKey: [...path.queryKey({ id, ...(kinds && { kinds }) }), 'pages'],
    queryFn: ({ pageParam }): Promise<TimelinePage> => {
      const asked = { id, ...(pageParam && { after: pageParam }), ...(kinds && { kinds }) }
      return kind === 'business'
        ? queryClient.fetchQuery(trpc.businesses.timeline.queryOptions(asked))
        : queryClient.fetchQuery(trpc.people.timeline.queryOptions(asked))
    },
    initialPageParam: '',
    getNextPageParam: (page: TimelinePage) => page.next,
    ...(!group && { initialData: { pages: [first], pageParams: [''] } }),
  })
}

function TimelineFilter({ group }: { group: TimelineGroup | undefined }) {
  const groups = Object.entries(TIMELINE_GROUPS) as [TimelineGroup, { words: string }][]
  return (
    <nav aria-label="Kinds of record" className="timeline-kinds no-print">
      <SearchLink change={{ kinds: undefined }} current={!group} className="timeline-kind">
        All
      </SearchLink>
      {groups.map(([key, { words }]) => (
        <SearchLink key={key} change={{ kinds: key }} current={key === group} className="timeline-kind">
          {words}
        </SearchLink>
      ))}
    </nav>
  )
}

function NothingYet({ client, group }: { client: Client; group: TimelineGroup | undefined }) {
  const { log } = useLog()
  if (group) return <p className="quiet">Nothing of this kind yet.</p>
  return (
    <EmptyState sentence={`Nothing has been recorded with ${client.name} yet.`}>
      <Button icon="plus" onClick={() => log(client)}>
        Log the first interaction
      </Button>
    </EmptyState>
  )
}

function asItem(entry: TimelineEntry): TimelineItem {
  const [people, note, status] = [peopleOf(entry), noteOf(entry), statusOf(entry)]
  return {
    id: `${entry.kind}-${entry.id}-${entry.what}`,
    icon: iconOf(entry),
    title: (
      <RecordLink kind={entry.kind} reference={entry.reference}>
        {titleOf(entry)}
      </RecordLink>
    ),
    on: showDay(entry.on),
    month: monthOf(entry.on),
    body: (people || note) && (
      <>
        {people && <span className="timeline-people">{people}</span>}
        {note}
      </>
    ),
    tag: status && <Tag tone={status.tone}>{status.words}</Tag>,
  }
}
