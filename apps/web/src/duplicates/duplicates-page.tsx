import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { oneOf, text } from '../address.ts'
import { trpc } from '../api.ts'
import type { Client } from '../businesses/client.ts'
import { ClientLink } from '../businesses/client-link.tsx'
import { PageError } from '../shell/page-states.tsx'
import { Page } from '../shell/page.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Pager } from '../ui/pager.tsx'
import { SearchLink } from '../ui/search-link.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { usePlaceAmong } from './use-place-among.ts'
import { useDifferent } from './use-different.ts'
import './duplicates.css'

const route = getRouteApi('/hub/duplicates')
const NOUNS = { business: 'businesses', person: 'people' } as const

/** Records that are likely one client, the surest first: each pair is compared and merged, or said to be two. */
export function DuplicatesPage() {
  const search = route.useSearch()
  const kind: Client['kind'] = oneOf(search, 'kind', ['business', 'person']) ?? 'business'
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...trpc.duplicates.list.queryOptions({ kind, after: text(search, 'after'), before: text(search, 'before') }),
    placeholderData: keepPreviousData,
  })
  const { say, isSaying } = useDifferent(kind)
  const pairs = usePlaceAmong()
  if (!data && error) return <PageError error={error} reset={() => void refetch()} />
  return (
    <Page title="Duplicates">
      <p>
        Records that are likely one client, by their number, their e-mail address or their name and postcode. Nothing is
        merged for you.
      </p>
      <nav className="cluster" aria-label="Kind of record">
        {(['business', 'person'] as const).map((each) => (
          <SearchLink
            key={each}
            change={{ kind: each, after: undefined, before: undefined }}
            className="duplicates-kind"
            current={each === kind}
          >
            {each === 'business' ? 'Businesses' : 'People'}
          </SearchLink>
        ))}
      </nav>
      {!data ? (
        <Skeleton lines={8} height="50vh" />
      ) : data.rows.length === 0 ? (
        <EmptyState
          sentence={`No ${NOUNS[kind]} look alike${(search.after ?? search.before) ? ' on this page' : ''}.`}
        />
      ) : (
        <ul ref={pairs} role="list" className="duplicates" aria-busy={isPlaceholderData}>
          {data.rows.map(({ one, other, reason }) => (
            <li key={one.id + other.id} className="panel">
              <div className="duplicates-pair">
                <p className="strong">{reason}</p>
                {[one, other].map(({ id, reference, name, place }) => (
                  <p key={id}>
                    <ClientLink client={{ kind, reference }}>
                      {name}, {reference}
                    </ClientLink>{' '}
                    <span className="quiet">{place}</span>
                  </p>
                ))}
              </div>
              <div className="cluster">
                <ButtonLink
                  to="/duplicates/$kind/$one/$other"
                  params={{ kind, one: one.reference, other: other.reference }}
                >
                  Compare
                  <span className="visually-hidden">
                    {' '}
                    {one.reference} and {other.reference}
                  </span>
                </ButtonLink>
                <Button
                  look="quiet"
                  busy={isSaying(one.id) ? 'Saving' : undefined}
                  onClick={() => say(one.id, other.id)}
                >
                  Not the same
                  <span className="visually-hidden">
                    {' '}
                    {one.reference} and {other.reference}
                  </span>
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {data && (data.next ?? data.previous) && (
        <Pager
          next={data.next ?? undefined}
          previous={data.previous ?? undefined}
          words={`${data.rows.length} pairs`}
        />
      )}
    </Page>
  )
}
