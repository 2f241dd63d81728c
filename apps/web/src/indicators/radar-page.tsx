import { showNumber } from '@hubline/domain/number.ts'
import { parseYear } from '@hubline/domain/years/year.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { trpc } from '../api.ts'
import { QualityFilters } from '../data-quality/quality-filters.tsx'
import { readQualityQuestion } from '../data-quality/quality-question.ts'
import { RecordLink } from '../records/record-link.tsx'
import { PageError, PageNotFound } from '../shell/page-states.tsx'
import { Page } from '../shell/page.tsx'
import { useMe } from '../staff/me.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Pager } from '../ui/pager.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import '../data-quality/quality.css'

type Radar = inferOutput<typeof trpc.indicators.radar>
type Row = Radar['rows'][number]

const route = getRouteApi('/hub/year/$year/radar')
const SIZE = 50

/** Clients that nearly count in a year: what each lacks, the smallest fix first. */
export function RadarPage() {
  const params = route.useParams()
  const search = route.useSearch()
  const { hub } = useMe()
  const year = parseYear(params.year)
  const { whose } = readQualityQuestion(search)
  const { after, before } = search
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...trpc.indicators.radar.queryOptions({ year: params.year, whose, after, before, size: SIZE }),
    placeholderData: keepPreviousData,
  })
  if (!year) return <PageNotFound />
  if (!data && error) return <PageError error={error} reset={() => void refetch()} />
  return (
    <Page
      title={`Nearly counting in ${year}`}
      hub={hub.name}
      note={
        <Link to="/year/$year" params={{ year }}>
          The year in numbers
        </Link>
      }
    >
      {data ? (
        <>
          <p className="quiet">
            Work of the year that breaks one rule or lacks its day, and clients past half of the hours that a figure or
            a programme's output asks for.
          </p>
          <QualityFilters year={year} years={[]} whose={whose} label="Adviser of the client" />
          <p role="status" className="strong figures" aria-busy={isPlaceholderData}>
            {data.listed === 1 ? '1 nearly counts' : `${showNumber(data.listed)} nearly count`}
          </p>
          <Rows radar={data} whose={whose} />
        </>
      ) : (
        <Skeleton lines={9} height="60vh" />
      )}
    </Page>
  )
}

function Rows({ radar: { rows, next, previous, listed, year }, whose }: { radar: Radar; whose: string }) {
  if (rows.length === 0)
    return (
      <EmptyState
        sentence={
          whose === 'everyone'
            ? `Nobody is one step from a figure of ${year}.`
            : `No client of this adviser is one step from a figure of ${year}.`
        }
      />
    )
  return (
    <>
      <DataTable caption="Nearly counting" columns={columnsOf(year)} rows={rows} keyOf={({ mark }) => mark} />
      {(next || previous) && (
        <Pager
          next={next ?? undefined}
          previous={previous ?? undefined}
          words={`${rows.length} of ${showNumber(listed)} on this page`}
        />
      )}
    </>
  )
}

const columnsOf = (year: string): readonly Column<Row>[] => [
  {
    key: 'client',
    title: 'Client',
    phone: 'title',
    width: '24%',
    cell: ({ client }) => (
      <RecordLink kind={client.kind} reference={client.reference}>
        {client.name}
      </RecordLink>
    ),
  },
  {
    key: 'why',
    title: 'What is lacking',
    phone: 'line',
    cell: ({ record, why }) => (
      <>
        {record && (
          <>
            <RecordLink kind={record.kind} reference={record.reference}>
              {record.noun} {record.reference}
            </RecordLink>
            :{' '}
          </>
        )}
        {why}
      </>
    ),
  },
  { key: 'fix', title: 'What would do', phone: 'line', cell: ({ fix }) => fix },
  {
    key: 'figure',
    title: 'Figure',
    phone: 'line',
    cell: ({ figure: { key, title } }) => (
      <Link to="/year/$year/$key" params={{ year, key }}>
        {title}
      </Link>
    ),
  },
]
