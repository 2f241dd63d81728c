import { type Day, showDay } from '@hubline/domain/day.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { trpc } from '../api.ts'
import { Because } from '../indicators/because.tsx'
import { readAfter, writeAfter } from '../indicators/list-question.ts'
import { countOf, figureInWords, rowsOf, showFigure } from '../indicators/show-figure.ts'
import { PageError } from '../shell/page-states.tsx'
import { Page } from '../shell/page.tsx'
import { useMe } from '../staff/me.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Pager } from '../ui/pager.tsx'
import { SearchLink } from '../ui/search-link.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { nameColumn } from './name-column.tsx'
import { signedWords } from './standing.ts'

type SignedList = inferOutput<typeof trpc.years.signedUnits>
type Row = SignedList['rows'][number] & { unit: SignedList['unit'] }

const route = getRouteApi('/hub/year/$year/close/$version/$key')

/** The list behind a signed-off figure, as it was on that day. */
export function SignedListPage() {
  const { year, version, key } = route.useParams()
  const { after } = route.useSearch()
  const { hub } = useMe()
  const asked = { year, version: Number(version), key, after: readAfter(after) }
  const { data, error, refetch } = useQuery({
    ...trpc.years.signedUnits.queryOptions(asked),
    placeholderData: keepPreviousData,
  })
  if (!data && error) return <PageError error={error} reset={() => void refetch()} />
  return (
    <Page
      title={data ? `${data.title}, ${year}, as signed off` : 'The list behind a signed-off figure'}
      hub={hub.name}
      note={
        <Link to="/year/$year/close" params={{ year }} search={{ version }}>
          What was signed off of {year}
        </Link>
      }
    >
      {data ? <List list={data} after={after} /> : <Skeleton lines={9} height="60vh" />}
    </Page>
  )
}

function List({ list, after }: { list: SignedList; after: string | undefined }) {
  const { unit, value, units, year, key, title, words, definition_version } = list
  const rows = list.rows.map((row): Row => ({ ...row, unit }))
  const total = countOf(units, rowsOf(unit))
  return (
    <>
      <p className="figure-total figures">
        <b>{figureInWords(unit, value)}</b> <span className="quiet">{signedWords(list)}</span>
      </p>
      <p>
        {words} <span className="quiet">(version {definition_version} of the definition)</span>
      </p>
      <p>
        <Link to="/year/$year/$key" params={{ year, key }}>
          The same list as it is today
        </Link>
      </p>
      {rows.length === 0 ? (
        <EmptyState sentence="Nothing counted in this figure when it was signed off." />
      ) : (
        <DataTable
          caption={`${title}, ${year}, as signed off`}
          columns={unit === rowsOf(unit) ? COUNTED : SUMMED}
          rows={rows}
          keyOf={({ id }) => id}
        />
      )}
      <div className="list-foot no-print">
        {after && <SearchLink change={{ after: undefined }}>First page</SearchLink>}
        <Pager
          words={list.next || after ? `${total} in all, by name` : units > 1 ? `All ${total}, by name` : ''}
          next={list.next ? writeAfter(list.next) : undefined}
        />
      </div>
    </>
  )
}

const COUNTED: readonly Column<Row>[] = [
  nameColumn,
  { key: 'first', title: 'First day', phone: 'labelled', cell: (row) => showDay(row.first_on as Day) },
  {
    key: 'because',
    title: 'Counted because of',
    phone: 'line',
    cell: (row) => <Because records={row.because} of={row.name || row.reference} />,
  },
]

const SUMMED: readonly Column<Row>[] = [
  ...COUNTED,
  {
    key: 'amount',
    title: 'Amount',
    align: 'end',
    phone: 'corner',
    cell: ({ unit, amount }) => (amount === null ? '' : <b className="strong">{showFigure(unit, amount)}</b>),
  },
]
