import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { type Day, showDay, todayInLondon } from '@hubline/domain/day.ts'
import { text } from '../address.ts'
import { trpc } from '../api.ts'
import { problemOf } from '../problem.ts'
import { Page } from '../shell/page.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Pager } from '../ui/pager.tsx'
import { SearchLink } from '../ui/search-link.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { ViewTabs } from '../ui/view-tabs.tsx'
import { Progress } from './call-progress.tsx'

const route = getRouteApi('/hub/reviews/call-list')

type Row = inferOutput<typeof trpc.callLists.list>['rows'][number]

/** The call lists of the hub: one is chosen and worked down, or a new one made. */
export function CallListsPage() {
  const search = route.useSearch()
  const put_away = text(search, 'view') === 'put_away'
  const asked = { put_away, after: text(search, 'after'), before: text(search, 'before') }
  const { data, error } = useQuery({ ...trpc.callLists.list.queryOptions(asked), placeholderData: keepPreviousData })
  return (
    <Page
      title="Call lists"
      note={<Link to="/reviews">All skills reviews</Link>}
      actions={
        <ButtonLink to="/reviews/call-list/new" look="filled" icon="plus">
          Make a call list
        </ButtonLink>
      }
    >
      <ViewTabs
        label="Views"
        current={put_away ? 'put_away' : 'in_use'}
        views={[
          { key: 'in_use', words: 'In use', change: { view: undefined, after: undefined, before: undefined } },
          { key: 'put_away', words: 'Put away', change: { view: 'put_away', after: undefined, before: undefined } },
        ]}
      />
      {error && !data ? (
        <EmptyState sentence={problemOf(error).sentence}>
          <SearchLink change={{ after: undefined, before: undefined }}>Go to the first page</SearchLink>
        </EmptyState>
      ) : data ? (
        <>
          {data.rows.length > 0 ? (
            <DataTable caption="Call lists" columns={COLUMNS} rows={data.rows} keyOf={(row) => row.id} />
          ) : (
            <NoLists put_away={put_away} />
          )}
          {(data.next || data.previous) && (
            <Pager
              next={data.next ?? undefined}
              previous={data.previous ?? undefined}
              words={`${data.rows.length} on this page`}
            />
          )}
        </>
      ) : (
        <Skeleton lines={6} height="40vh" />
      )}
    </Page>
  )
}

function NoLists({ put_away }: { put_away: boolean }) {
  if (put_away) return <EmptyState sentence="No call list was put away." />
  return (
    <EmptyState sentence="No call list is in use. Choose the businesses to offer a skills review to.">
      <ButtonLink to="/reviews/call-list/new">Make the first one</ButtonLink>
    </EmptyState>
  )
}

const dayOf = (instant: string): Day => todayInLondon(new Date(instant))

type CountedProps = { row: Row; show: 'offers' | 'accepted'; words: string }

/** A number that opens the calls that it counts. */
function Counted({ row: { reference, name, counts }, show, words }: CountedProps) {
  if (counts[show] === 0) return 0
  return (
    <Link to="/reviews/call-list/$reference" params={{ reference }} search={{ show }} className="figures">
      {counts[show]}
      <span className="visually-hidden">
        {' '}
        {words}, {name}
      </span>
    </Link>
  )
}

const COLUMNS: readonly Column<Row>[] = [
  {
    key: 'name',
    title: 'Call list',
    phone: 'title',
    width: '36%',
    cell: ({ reference, name }) => (
      <>
        <Link to="/reviews/call-list/$reference" params={{ reference }}>
          {name}
        </Link>
        <span className="cell-note">{reference}</span>
      </>
    ),
  },
  {
    key: 'progress',
    title: 'Called',
    width: '24%',
    cell: ({ counts }) => <Progress done={counts.done + counts.later} all={counts.all} />,
  },
  {
    key: 'offers',
    title: 'Offers',
    align: 'end',
    cell: (row) => <Counted row={row} show="offers" words="offers made" />,
  },
  {
    key: 'accepted',
    title: 'Accepted',
    align: 'end',
    cell: (row) => <Counted row={row} show="accepted" words="accepted" />,
  },
  {
    key: 'made',
    title: 'Made',
    phone: 'line',
    cell: ({ made_by, made_at }) => `${showDay(dayOf(made_at))} by ${made_by}`,
  },
]
