import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { text } from '../address.ts'
import { trpc } from '../api.ts'
import { problemOf } from '../problem.ts'
import { Page } from '../shell/page.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Pager } from '../ui/pager.tsx'
import { SearchLink } from '../ui/search-link.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { MatchCard } from './match-card.tsx'
import './match.css'

const route = getRouteApi('/hub/events/$reference/match')

/** Guests of whom nobody has said yet who they are: each is linked with who is on record, or added, in place. */
export function MatchPage() {
  const { reference } = route.useParams()
  const search = route.useSearch()
  const { data: page } = useSuspenseQuery(trpc.events.page.queryOptions({ reference }))
  const { event, counts } = page
  const { data, error, isPlaceholderData } = useQuery(
    trpc.events.matchQueue.queryOptions({
      event_id: event.id,
      after: text(search, 'after'),
      before: text(search, 'before'),
    }),
  )
  return (
    <Page
      title="Who came? Match guests"
      note={
        <Link to="/events/$reference" params={{ reference }}>
          {event.title}
        </Link>
      }
    >
      <p role="status" className="quiet">
        {counts.to_match === 0
          ? 'Everybody is matched.'
          : `${counts.to_match} to match. Names alike stand first; nothing is decided for you.`}
      </p>
      {error && !data ? (
        <EmptyState sentence={problemOf(error).sentence}>
          <SearchLink change={{ after: undefined, before: undefined }}>Go to the first page</SearchLink>
        </EmptyState>
      ) : !data ? (
        <Skeleton lines={8} height="50vh" />
      ) : data.rows.length === 0 ? (
        <EmptyState sentence={counts.to_match > 0 ? 'The rest is on the first page.' : 'Nobody is left to match.'}>
          {counts.to_match > 0 ? (
            <SearchLink change={{ after: undefined, before: undefined }}>Go to the first page</SearchLink>
          ) : (
            <ButtonLink to="/events/$reference" params={{ reference }}>
              Back to the event
            </ButtonLink>
          )}
        </EmptyState>
      ) : (
        <div aria-busy={isPlaceholderData} className="match-queue">
          {data.rows.map((guest, at) => (
            <MatchCard key={guest.id} guest={guest} first={at === 0} />
          ))}
          {(data.next || data.previous) && (
            <Pager
              next={data.next ?? undefined}
              previous={data.previous ?? undefined}
              words={`${data.rows.length} of ${counts.to_match} on this page`}
            />
          )}
        </div>
      )}
    </Page>
  )
}
