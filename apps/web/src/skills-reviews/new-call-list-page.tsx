import { districtName } from '@hubline/domain/businesses/districts.ts'
import { whyListed } from '@hubline/domain/skills-reviews/why-listed.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useMemo } from 'react'
import { trpc } from '../api.ts'
import { problemOf } from '../problem.ts'
import { Page } from '../shell/page.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FilterChips } from '../ui/filter-chips.tsx'
import { Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { criteriaChips, readCallListQuestion, TICKS, type Tick } from './call-list-question.ts'
import { ListConditions } from './list-conditions.tsx'
import { MakeCallListForm } from './make-call-list-form.tsx'
import '../ui/line-list.css'
import './new-call-list.css'

const route = getRouteApi('/hub/reviews/call-list/new')

type Found = inferOutput<typeof trpc.callLists.count>

/** Chooses the businesses to call by what is known of them, and counts them before the list is made. */
export function NewCallListPage() {
  const search = route.useSearch()
  const { criteria, most } = useMemo(() => readCallListQuestion(search), [search])
  const { data, error, isPlaceholderData } = useQuery({
    ...trpc.callLists.count.queryOptions(criteria),
    placeholderData: keepPreviousData,
  })
  return (
    <Page title="Make a call list" note={<Link to="/reviews/call-list">All call lists</Link>}>
      <div className="new-call-list">
        <Panel title="Whom to call">
          <ListConditions search={search} districts={data?.districts ?? []} ticks={Object.keys(TICKS) as Tick[]}>
            Never on a list: businesses outside your area, those that ceased, those with a review in hand, and those
            that wait on another list.
          </ListConditions>
        </Panel>
        <div className="stack">
          <FilterChips chips={criteriaChips(criteria)} />
          {error && !data ? (
            <EmptyState sentence={problemOf(error).sentence} />
          ) : data ? (
            <div aria-busy={isPlaceholderData} className="stack">
              <Panel title={countWords(data.total, most)}>
                <FirstOfThem found={data} />
              </Panel>
              <MakeCallListForm criteria={criteria} most={most} total={data.total} />
            </div>
          ) : (
            <Skeleton lines={8} height="40vh" />
          )}
        </div>
      </div>
    </Page>
  )
}

function countWords(total: number, most: number): string {
  if (total === 0) return 'No business matches'
  const found = total === 1 ? '1 business matches' : `${total.toLocaleString('en-GB')} businesses match`
  return total > most ? `${found}; the list takes the first ${most}` : found
}

function FirstOfThem({ found: { total, first } }: { found: Found }) {
  if (total === 0) return <p className="quiet">Take one of the conditions out, or look further back.</p>
  return (
    <>
      <ol role="list" className="line-list">
        {first.map((business) => (
          <li key={business.id}>
            <Link to="/b/$reference" params={{ reference: business.reference }} className="strong">
              {business.name}
            </Link>
            <span className="cell-note">
              {[business.district_code && districtName(business.district_code), ...whyListed(business)]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ol>
      {total > first.length && <p className="quiet small">and {(total - first.length).toLocaleString('en-GB')} more</p>}
    </>
  )
}
