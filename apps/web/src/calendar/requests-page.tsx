import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { text } from '../address.ts'
import { trpc } from '../api.ts'
import '../events/match.css'
import { problemOf } from '../problem.ts'
import { Page } from '../shell/page.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Pager } from '../ui/pager.tsx'
import { SearchLink } from '../ui/search-link.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { RequestCard } from './request-card.tsx'

const route = getRouteApi('/hub/calendar/to-match')

/** Bookings of people who booked by themselves, of whom nobody has said yet for which business they come. */
export function RequestsPage() {
  const search = route.useSearch()
  const { data, error, isPlaceholderData } = useQuery(
    trpc.calendar.requestsToMatch.queryOptions({ after: text(search, 'after'), before: text(search, 'before') }),
  )
  return (
    <Page
      title="Whose booking is it?"
      note="Names alike stand first; nothing is decided for you."
      actions={<ButtonLink to="/calendar">Calendar</ButtonLink>}
    >
      {error && !data ? (
        <EmptyState sentence={problemOf(error).sentence}>
          <SearchLink change={{ after: undefined, before: undefined }}>Go to the first page</SearchLink>
        </EmptyState>
      ) : !data ? (
        <Skeleton lines={8} height="50vh" />
      ) : data.rows.length === 0 ? (
        <EmptyState sentence="No booking waits to be matched.">
          <ButtonLink to="/calendar">Go to the calendar</ButtonLink>
        </EmptyState>
      ) : (
        <div aria-busy={isPlaceholderData} className="match-queue">
          {data.rows.map((request) => (
            <RequestCard key={request.id} request={request} />
          ))}
          {(data.next || data.previous) && (
            <Pager
              next={data.next ?? undefined}
              previous={data.previous ?? undefined}
              words={`${data.rows.length} on this page`}
            />
          )}
        </div>
      )}
    </Page>
  )
}
