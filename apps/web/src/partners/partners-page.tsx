import { showDay } from '@hubline/domain/day.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { trpc } from '../api.ts'
import { PageError } from '../shell/page-states.tsx'
import { Page } from '../shell/page.tsx'
import { useMe } from '../staff/me.ts'
import { Button } from '../ui/button.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { BringReturn } from './bring-return.tsx'
import './partners-page.css'
import { type Received, WithdrawDialog } from './withdraw-dialog.tsx'

const route = getRouteApi('/hub/year/$year/partners')

/** What partners sent back of a year, what came of their rows, and where the next list is brought in. */
export function PartnersPage() {
  const { year } = route.useParams()
  const { hub } = useMe()
  const { data, error, refetch } = useQuery(trpc.partners.returns.queryOptions({ year }))
  const [leaving, setLeaving] = useState<Received>()
  const columns = useMemo(() => columnsOf(setLeaving), [])
  if (!data && error) return <PageError error={error} reset={() => void refetch()} />
  return (
    <Page
      title={`Partner returns of ${year}`}
      hub={hub.name}
      note={
        <Link to="/year/$year/close" params={{ year }}>
          Close the year
        </Link>
      }
    >
      {data ? (
        <>
          <Panel title="Received">
            {data.returns.length > 0 ? (
              <DataTable caption={`Returns of ${year}`} columns={columns} rows={data.returns} keyOf={({ id }) => id} />
            ) : (
              <EmptyState sentence={`No partner has sent a return of ${year} yet.`} />
            )}
          </Panel>
          <BringReturn year={year} partners={data.partners} />
          {leaving && <WithdrawDialog received={leaving} onClose={() => setLeaving(undefined)} />}
        </>
      ) : (
        <Skeleton lines={8} height="50vh" />
      )}
    </Page>
  )
}

const numbers = (key: 'rows' | 'matched' | 'added' | 'repeated' | 'rejected', title: string): Column<Received> => ({
  key,
  title,
  align: 'end',
  phone: 'labelled',
  cell: (row) => <span className="figures">{row[key]}</span>,
})

const columnsOf = (onWithdraw: (received: Received) => void): readonly Column<Received>[] => [
  { key: 'partner', title: 'Partner', phone: 'title', cell: ({ partner }) => partner },
  {
    key: 'received',
    title: 'Received',
    phone: 'line',
    cell: ({ reference, received_on, received_by }) => (
      <>
        {showDay(received_on)} by {received_by} <span className="quiet small figures">{reference}</span>
      </>
    ),
  },
  numbers('rows', 'Rows'),
  numbers('matched', 'Matched'),
  numbers('added', 'New'),
  numbers('repeated', 'Repeated'),
  numbers('rejected', 'Rejected'),
  {
    key: 'without_names',
    title: 'Without names',
    align: 'end',
    phone: 'labelled',
    cell: ({ without_names }) => <span className="figures">{without_names ?? '–'}</span>,
  },
  {
    key: 'withdraw',
    title: 'Withdraw',
    hideTitle: true,
    phone: 'line',
    cell: (received) => (
      <Button look="quiet" size="small" onClick={() => onWithdraw(received)}>
        Withdraw<span className="visually-hidden"> {received.reference}</span>
      </Button>
    ),
  },
]
