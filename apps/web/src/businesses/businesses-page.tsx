import { districtName } from '@hubline/domain/businesses/districts.ts'
import { RELATIONSHIP_NAMES } from '@hubline/domain/businesses/relationship.ts'
import { sicLabel } from '@hubline/domain/businesses/sic-codes.ts'
import type { Day } from '@hubline/domain/day.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useMemo } from 'react'
import { trpc } from '../api.ts'
import { sinceWords } from '../cases/due-words.ts'
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
import { useToday } from '../ui/use-today.ts'
import { BusinessesFilters } from './businesses-filters.tsx'
import { readBusinessesQuestion } from './businesses-question.ts'
import { STATE_TONES } from './client.ts'
import { ClientLink } from './client-link.tsx'

const route = getRouteApi('/hub/businesses')

type Row = inferOutput<typeof trpc.businesses.list>['rows'][number]

/** All businesses of the hub, narrowed by what stands in the address. */
export function BusinessesPage() {
  const search = route.useSearch()
  const asked = useMemo(() => readBusinessesQuestion(search), [search])
  const { data, error, isPlaceholderData } = useQuery({
    ...trpc.businesses.list.queryOptions(asked),
    placeholderData: keepPreviousData,
  })
  const today = useToday()
  const columns = useMemo(() => columnsFor(today), [today])
  const mayRegister = useMay('client:register')
  return (
    <Page
      title="Businesses"
      actions={
        mayRegister && (
          <ButtonLink to="/businesses/new" icon="plus">
            Register a business
          </ButtonLink>
        )
      }
    >
      <BusinessesFilters asked={asked} />
      {error && !data ? (
        <EmptyState sentence={problemOf(error).sentence}>
          <SearchLink change={{ after: undefined, before: undefined }}>Go to the first page</SearchLink>
        </EmptyState>
      ) : data ? (
        <div aria-busy={isPlaceholderData} className="stack">
          {data.rows.length > 0 && (
            <DataTable
              caption="Businesses"
              columns={columns}
              rows={data.rows}
              keyOf={(row) => row.id}
              sort={search.sort ?? 'name'}
            />
          )}
          {data.rows.length === 0 && (
            <NoBusinesses filtered={Object.keys(asked.filter).length > 0 || Boolean(asked.after ?? asked.before)} />
          )}
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

function NoBusinesses({ filtered }: { filtered: boolean }) {
  if (!filtered)
    return (
      <EmptyState sentence="No business is on record yet.">
        <ButtonLink to="/businesses/new">Register the first one</ButtonLink>
      </EmptyState>
    )
  const clear = {
    q: undefined,
    district: undefined,
    state: undefined,
    size: undefined,
    sector: undefined,
    after: undefined,
    before: undefined,
  }
  return (
    <EmptyState sentence="No business matches.">
      <SearchLink change={clear} className="button plain usual">
        Show all businesses
      </SearchLink>
      <ButtonLink to="/businesses/new">Register a business</ButtonLink>
    </EmptyState>
  )
}

function columnsFor(today: Day): readonly Column<Row>[] {
  return [
    {
      key: 'name',
      title: 'Business',
      sort: 'name',
      phone: 'title',
      width: '28%',
      cell: ({ reference, name, town }) => (
        <>
          <ClientLink client={{ kind: 'business', reference }}>{name}</ClientLink>
          <span className="cell-note">{[reference, town].filter(Boolean).join(' · ')}</span>
        </>
      ),
    },
    {
      key: 'state',
      title: 'Relationship',
      phone: 'corner',
      cell: ({ relationship_state }) => (
        <Tag tone={STATE_TONES[relationship_state]}>{RELATIONSHIP_NAMES[relationship_state]}</Tag>
      ),
    },
    {
      key: 'contact',
      title: 'Last contact',
      cell: ({ last_contact_on }) => <span className="no-wrap">{sinceWords(last_contact_on, today)}</span>,
    },
    {
      key: 'cases',
      title: 'Open cases',
      align: 'end',
      phone: 'hide',
      cell: ({ open_cases }) => (open_cases === 0 ? <Blank words="None" /> : open_cases),
    },
    {
      key: 'fte',
      title: 'FTE',
      align: 'end',
      phone: 'hide',
      cell: ({ employees_fte }) => (employees_fte === null ? <Blank words="Not known" /> : Number(employees_fte)),
    },
    {
      key: 'sector',
      title: 'Sector',
      phone: 'hide',
      cell: ({ sic_code }) =>
        sic_code ? <span className="sector-cell">{sicLabel(sic_code) ?? sic_code}</span> : <Blank words="Not known" />,
    },
    {
      key: 'district',
      title: 'District',
      phone: 'hide',
      cell: ({ district_code }) => (district_code ? districtName(district_code) : <Blank words="Not known" />),
    },
  ]
}

function Blank({ words }: { words: string }) {
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{words}</span>
    </>
  )
}
