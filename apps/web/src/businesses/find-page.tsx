import { districtName } from '@hubline/domain/businesses/districts.ts'
import { RELATIONSHIP_NAMES } from '@hubline/domain/businesses/relationship.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { oneOf } from '../address.ts'
import { problemOf } from '../problem.ts'
import { Page } from '../shell/page.tsx'
import { useMay } from '../staff/me.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Icon } from '../ui/icon.tsx'
import { ListSearch } from '../ui/list-search.tsx'
import { Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Tag } from '../ui/tag.tsx'
import { ViewTabs } from '../ui/view-tabs.tsx'
import { STATE_TONES } from './client.ts'
import { ClientLink } from './client-link.tsx'
import { askClients, type Hit } from './find-clients.ts'
import './find-page.css'
import { reasonOf } from './match-reason.ts'
import '../ui/line-list.css'

const route = getRouteApi('/hub/find')
const MOST = 25

/** Every match of a text, on a page that can be gone back to. */
export function FindPage() {
  const search = route.useSearch()
  const text = search.q ?? ''
  const kind = oneOf(search, 'kind', ['business', 'person'])
  const { data, error, isPlaceholderData } = useQuery({
    ...askClients(text, { limit: MOST, ...(kind && { kinds: [kind] }) }),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  })
  const hits = text === '' ? [] : data?.hits
  return (
    <Page title="Find">
      <ListSearch label="Name, number, phone, postcode or e-mail" value={search.q} />
      <ViewTabs
        label="Kinds"
        current={kind ?? 'all'}
        views={[
          { key: 'all', words: 'All', change: { kind: undefined } },
          { key: 'business', words: 'Businesses', change: { kind: 'business' } },
          { key: 'person', words: 'People', change: { kind: 'person' } },
        ]}
      />
      {error && !data && <EmptyState sentence={problemOf(error).sentence} />}
      {!hits && !error && <Skeleton lines={8} height="40vh" />}
      {hits && <Matches hits={hits} text={text} waiting={isPlaceholderData} />}
    </Page>
  )
}

function Matches({ hits, text, waiting }: { hits: readonly Hit[]; text: string; waiting: boolean }) {
  const mayRegister = useMay('client:register')
  const ways = mayRegister && (
    <>
      <ButtonLink to="/businesses/new" state={{ typed: text }}>
        Register a business
      </ButtonLink>
      <ButtonLink to="/people/new" state={{ typed: text }}>
        Register a person
      </ButtonLink>
    </>
  )
  if (text === '')
    return <EmptyState sentence="Type a name, a number, a postcode, a phone number or an e-mail address." />
  if (hits.length === 0) return <EmptyState sentence={`Nobody in this hub matches “${text}”.`}>{ways}</EmptyState>
  return (
    <>
      <p role="status" className="quiet">
        {hits.length === MOST
          ? `The ${MOST} best matches: type more to narrow them`
          : hits.length === 1
            ? '1 match'
            : `${hits.length} matches`}
      </p>
      <Panel>
        <ul role="list" className="line-list" aria-busy={waiting}>
          {hits.map((hit) => (
            <li key={hit.id} className="match">
              <Match hit={hit} />
            </li>
          ))}
        </ul>
      </Panel>
      <div className="cluster">{ways}</div>
    </>
  )
}

function Match({ hit }: { hit: Hit }) {
  const { kind, reference, name, merged_into, relationship_state, district_code } = hit
  const reason = reasonOf(hit.why, name)
  return (
    <>
      <Icon name={kind === 'business' ? 'building' : 'person'} />
      <div>
        <ClientLink client={{ kind, reference }}>{name}</ClientLink>
        <span className="cell-note">
          {[
            reference,
            hit.business,
            hit.town,
            district_code && districtName(district_code),
            reason && `matches ${reason}`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {merged_into && (
          <span className="cell-note">
            Now part of <ClientLink client={{ kind, reference: merged_into.reference }}>{merged_into.name}</ClientLink>
          </span>
        )}
      </div>
      {merged_into ? (
        <Tag>Merged</Tag>
      ) : (
        <Tag tone={STATE_TONES[relationship_state]}>{RELATIONSHIP_NAMES[relationship_state]}</Tag>
      )}
    </>
  )
}
