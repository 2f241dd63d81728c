import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { trpc } from '../api.ts'
import { Because } from '../indicators/because.tsx'
import { PageError } from '../shell/page-states.tsx'
import { Page } from '../shell/page.tsx'
import { useMay, useMe } from '../staff/me.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { nameColumn } from '../years/name-column.tsx'
import { AuditPackDownload } from './audit-pack-download.tsx'
import { CheckLine } from './check-line.tsx'
import './evidence.css'
import { Outcome } from './outcome.tsx'
import type { SampleLine } from './sample-line.ts'

const route = getRouteApi('/hub/year/$year/evidence/$version/$key')

/** What was drawn of one headline: each unit with the records to ask evidence for, and what was found of it. */
export function SamplePage() {
  const { year, version, key } = route.useParams()
  const { hub } = useMe()
  const may_check = useMay('year:close')
  const asked = { year, version: Number(version), key }
  const { data, error, refetch } = useQuery(trpc.evidence.sampleUnits.queryOptions(asked))
  if (!data && error) return <PageError error={error} reset={() => void refetch()} />
  return (
    <Page
      title={data ? `Evidence sample: ${data.title}, ${year}` : 'Evidence sample'}
      hub={hub.name}
      note={
        <Link to="/year/$year/close" params={{ year }} search={{ version }}>
          What was signed off of {year}
        </Link>
      }
    >
      {!data ? (
        <Skeleton lines={9} height="60vh" />
      ) : data.rows.length === 0 ? (
        <EmptyState sentence="Nothing of this figure is in the sample." />
      ) : (
        <>
          <p>
            {data.rows.length} of the signed-off list, drawn by the seed <b className="figures">{data.seed}</b>.
          </p>
          <DataTable
            caption={`Evidence sample: ${data.title}, ${year}`}
            columns={may_check ? [...COLUMNS, CHECK] : COLUMNS}
            rows={data.rows}
            keyOf={({ id }) => id}
          />
          <AuditPackDownload year={year} version={Number(version)} />
        </>
      )}
    </Page>
  )
}

const COLUMNS: readonly Column<SampleLine>[] = [
  { ...nameColumn, width: '24%' },
  {
    key: 'because',
    title: 'Counted because of',
    phone: 'line',
    cell: (row) => <Because records={row.because} of={row.name || row.reference} />,
  },
  { key: 'outcome', title: 'Evidence', phone: 'line', cell: (row) => <Outcome {...row} /> },
]

const CHECK: Column<SampleLine> = {
  key: 'check',
  title: 'What you found',
  phone: 'line',
  width: '28%',
  cell: (row) => <CheckLine line={row} />,
}
