import { type Day, showDay } from '@hubline/domain/day.ts'
import { showNumber } from '@hubline/domain/number.ts'
import { yearOf } from '@hubline/domain/years/year.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useMemo } from 'react'
import { trpc } from '../api.ts'
import { RecordLink } from '../records/record-link.tsx'
import { PageError } from '../shell/page-states.tsx'
import { Page } from '../shell/page.tsx'
import { useMe } from '../staff/me.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Pager } from '../ui/pager.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useToday } from '../ui/use-today.ts'
import { findOpeningYear } from '../years/board-query.ts'
import { QualityFilters } from './quality-filters.tsx'
import { readQualityQuestion } from './quality-question.ts'
import './quality.css'

type List = inferOutput<typeof trpc.dataQuality.list>
type Row = List['rows'][number]

const route = getRouteApi('/hub/quality/$rule')
const SIZE = 50

/** One rule: what is wrong, what to do, what is at stake, and every record that it lists. */
export function QualityRulePage() {
  const { rule } = route.useParams()
  const search = route.useSearch()
  const { year: in_address, whose } = readQualityQuestion(search)
  const { hub } = useMe()
  const today = useToday()
  const opening = useQuery({ queryKey: ['opening year'], queryFn: findOpeningYear, enabled: !in_address })
  const year = in_address ?? opening.data
  const { after, before } = search
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...trpc.dataQuality.list.queryOptions({ rule, year: year ?? '', whose, after, before, size: SIZE }),
    enabled: year !== undefined,
    placeholderData: keepPreviousData,
  })
  if (!data && error) return <PageError error={error} reset={() => void refetch()} />
  const list = data?.rule.key === rule ? data : undefined
  const of_year = list?.rule.of === 'year'
  const shown = year ?? yearOf(today)
  return (
    <Page
      title={list?.rule.title ?? 'Data quality'}
      hub={hub.name}
      note={
        <Link to="/quality" search={{ year: in_address, whose: search.whose }}>
          All of data quality
        </Link>
      }
    >
      {list ? (
        <>
          <Sentences rule={list.rule} year={shown} />
          <QualityFilters year={shown} years={of_year ? list.years : []} whose={whose} />
          <p role="status" className="strong figures" aria-busy={isPlaceholderData}>
            {countOf(list)}
            {of_year ? ` in ${list.year}` : ' today'}
          </p>
          <Rows list={list} whose={whose} />
        </>
      ) : (
        <Skeleton lines={9} height="60vh" />
      )}
    </Page>
  )
}

function Sentences({ rule: { wrong, put_right, at_stake, figures }, year }: { rule: List['rule']; year: string }) {
  return (
    <dl className="quality-sentences">
      <div>
        <dt>What is wrong</dt>
        <dd>{wrong}</dd>
      </div>
      <div>
        <dt>What to do</dt>
        <dd>{put_right}</dd>
      </div>
      <div>
        <dt>What is at stake</dt>
        <dd>
          {at_stake}
          {figures.length > 0 && (
            <ul role="list" className="small">
              {figures.map(({ key, title }) => (
                <li key={key}>
                  <Link to="/year/$year/$key" params={{ year, key }}>
                    {title}
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </dd>
      </div>
    </dl>
  )
}

const countOf = ({ listed }: List) => (listed === 1 ? '1 record' : `${showNumber(listed)} records`)

function Rows({ list, whose }: { list: List; whose: string }) {
  const { rule, rows, next, previous } = list
  const columns = useMemo(() => columnsFor(rule, rows), [rule, rows])
  if (rows.length === 0)
    return (
      <EmptyState
        sentence={whose === 'everyone' ? 'Nothing is listed here.' : 'Nothing is listed here for this person.'}
      />
    )
  return (
    <>
      <DataTable caption={rule.title} columns={columns} rows={rows} keyOf={({ id }) => id} />
      {(next || previous) && (
        <Pager
          next={next ?? undefined}
          previous={previous ?? undefined}
          words={`${rows.length} of ${showNumber(list.listed)} on this page`}
        />
      )}
    </>
  )
}

const client_of: Column<Row> = {
  key: 'client',
  title: 'Client',
  phone: 'line',
  cell: ({ client }) =>
    client && (
      <RecordLink kind={client.kind} reference={client.reference}>
        {client.name}
      </RecordLink>
    ),
}
const day: Column<Row> = {
  key: 'on',
  title: 'Day',
  phone: 'corner',
  cell: ({ on }) => <span className="figures">{on === null ? '' : showDay(on as Day)}</span>,
}
const line: Column<Row> = { key: 'line', title: 'What it says', phone: 'line', cell: (row) => row.line }

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** What no row of the list has is no column. */
function columnsFor({ noun }: List['rule'], rows: readonly Row[]): readonly Column<Row>[] {
  return [
    {
      key: 'record',
      title: capital(noun),
      phone: 'title',
      width: '30%',
      cell: ({ kind, reference, client }) => (
        <>
          <RecordLink kind={kind} reference={reference}>
            {client?.kind === kind ? client.name : reference}
          </RecordLink>
          {client?.kind === kind && <span className="cell-note figures">{reference}</span>}
        </>
      ),
    },
    ...(rows.some(({ kind, client }) => client && client.kind !== kind) ? [client_of] : []),
    ...(rows.some(({ on }) => on !== null) ? [day] : []),
    ...(rows.some((row) => row.line !== '') ? [line] : []),
    {
      key: 'owner',
      title: 'To be put right by',
      phone: 'labelled',
      cell: ({ owner }) => owner?.name ?? <span className="quiet">Nobody named</span>,
    },
  ]
}
