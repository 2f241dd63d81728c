import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { trpc } from '../api.ts'
import { problemOf } from '../problem.ts'
import { showInstant } from '../records/show-value.ts'
import { Page } from '../shell/page.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Pager } from '../ui/pager.tsx'
import { SearchLink } from '../ui/search-link.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Tag } from '../ui/tag.tsx'
import { partsOf } from './taken-in-words.ts'

const route = getRouteApi('/hub/settings/taken')

type Row = inferOutput<typeof trpc.audit.taken>['rows'][number]

/** Every file that was taken out of the hub: by whom, what for and how much. */
export function TakenPage() {
  const { after, before } = route.useSearch()
  const { data, error, isPlaceholderData } = useQuery({
    ...trpc.audit.taken.queryOptions({ after, before, size: 50 }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
  return (
    <Page title="Taken out">
      <p className="quiet">Every list, pack, document and bundle that left the hub, the last first.</p>
      {error && !data ? (
        <EmptyState sentence={problemOf(error).sentence}>
          {(after ?? before) && (
            <SearchLink change={{ after: undefined, before: undefined }}>Go to the first page</SearchLink>
          )}
        </EmptyState>
      ) : data ? (
        <div aria-busy={isPlaceholderData} className="stack">
          {data.rows.length > 0 ? (
            <DataTable caption="What was taken out" columns={COLUMNS} rows={data.rows} keyOf={({ id }) => id} />
          ) : (
            <EmptyState sentence="Nothing has left the hub yet." />
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

const COLUMNS: readonly Column<Row>[] = [
  {
    key: 'file',
    title: 'What',
    phone: 'title',
    width: '34%',
    cell: (row) => (
      <>
        <b className="strong">{row.file}</b> {partsOf(row) && <span className="cell-note">{partsOf(row)}</span>}
      </>
    ),
  },
  {
    key: 'by',
    title: 'By',
    phone: 'line',
    cell: ({ by }) => by ?? <span className="quiet">Command line</span>,
  },
  {
    key: 'reason',
    title: 'What for',
    phone: 'line',
    cell: ({ reason }) => reason ?? <span className="quiet">Not asked</span>,
  },
  {
    key: 'many',
    title: 'Rows',
    align: 'end',
    phone: 'labelled',
    cell: ({ many, whole }) =>
      whole ? (
        many === null ? null : (
          <span className="figures">{many.toLocaleString('en-GB')}</span>
        )
      ) : (
        <Tag tone="warn">Not made whole</Tag>
      ),
  },
  {
    key: 'at',
    title: 'When',
    phone: 'line',
    cell: ({ at }) => <span className="no-wrap figures">{showInstant(at)}</span>,
  },
]
