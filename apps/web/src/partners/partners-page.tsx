import { showDay } from '@hubline/domain/day.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useMemo, useState } from 'react'
import { trpc } from '../api.ts'
import { PageError } from '../shell/page-states.tsx'
import { Page } from '../shell/page.tsx'
import { useMe } from '../staff/me.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Tag } from '../ui/tag.tsx'
import { AskPartner } from './ask-partner.tsx'
import { BringReturn } from './bring-return.tsx'
import { type AskedPartner, ChangeDueDialog } from './change-due-dialog.tsx'
import './partners-page.css'
import { RETURN_STATES } from './return-states.ts'

type Answer = inferOutput<typeof trpc.partners.returns>
type Received = Answer['returns'][number]

const route = getRouteApi('/hub/year/$year/partners')

/** Which partners were asked for a year's return, what came of those that were sent, and where the next is brought in. */
export function PartnersPage() {
  const { year } = route.useParams()
  const { hub } = useMe()
  const { data, error, refetch } = useQuery(trpc.partners.returns.queryOptions({ year }))
  const columns = useMemo(() => columnsOf(year), [year])
  const [changing, setChanging] = useState<AskedPartner>()
  const asked = useMemo(() => askedOf(setChanging), [])
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
          <Panel title="Asked">
            {data.asked.length > 0 && (
              <DataTable
                caption={`Partners asked for ${year}`}
                columns={asked}
                rows={data.asked}
                keyOf={({ id }) => id}
              />
            )}
            <AskPartner year={year} partners={data.partners} asked={data.asked} />
          </Panel>
          <Panel title="Received">
            {data.returns.length > 0 ? (
              <DataTable caption={`Returns of ${year}`} columns={columns} rows={data.returns} keyOf={({ id }) => id} />
            ) : (
              <EmptyState sentence={`No partner has sent a return of ${year} yet.`} />
            )}
          </Panel>
          <BringReturn year={year} partners={data.partners} />
          {changing && <ChangeDueDialog asked={changing} onClose={() => setChanging(undefined)} />}
        </>
      ) : (
        <Skeleton lines={8} height="50vh" />
      )}
    </Page>
  )
}

const StateTag = ({ state }: { state: keyof typeof RETURN_STATES }) => (
  <Tag tone={RETURN_STATES[state].tone}>{RETURN_STATES[state].words}</Tag>
)

const askedOf = (onChange: (asked: AskedPartner) => void): readonly Column<AskedPartner>[] => [
  { key: 'partner', title: 'Partner', phone: 'title', cell: ({ partner }) => partner },
  {
    key: 'asked',
    title: 'Asked',
    phone: 'line',
    cell: ({ asked_on, asked_by }) => `${showDay(asked_on)} by ${asked_by}`,
  },
  {
    key: 'due',
    title: 'Due',
    phone: 'labelled',
    cell: (asked) => (
      <span>
        {showDay(asked.due_on)}
        {asked.due_before.length > 0 && (
          <span className="quiet small"> before: {asked.due_before.map((day) => showDay(day)).join(', ')}</span>
        )}{' '}
        <button type="button" className="link-button" onClick={() => onChange(asked)}>
          change<span className="visually-hidden"> the day for {asked.partner}</span>
        </button>
      </span>
    ),
  },
  { key: 'state', title: 'State', phone: 'corner', cell: ({ state }) => <StateTag state={state} /> },
]

const SHOWS = { rows: undefined, matched: 'matched', added: 'new', repeated: 'repeated', rejected: 'rejected' } as const

/** A number of rows opens them. Of a return that waits, its page alone can say what will come of its rows. */
const numbers = (year: string, key: keyof typeof SHOWS, title: string): Column<Received> => ({
  key,
  title,
  align: 'end',
  phone: 'labelled',
  cell: ({ reference, state, [key]: count }) =>
    key !== 'rows' && state === 'received' ? (
      '–'
    ) : count === 0 ? (
      <span className="figures">0</span>
    ) : (
      <Link
        to="/year/$year/partners/$reference"
        params={{ year, reference }}
        search={{ show: SHOWS[key] }}
        className="figures"
      >
        {count}
        <span className="visually-hidden"> rows of {reference}</span>
      </Link>
    ),
})

const columnsOf = (year: string): readonly Column<Received>[] => [
  {
    key: 'partner',
    title: 'Partner',
    phone: 'title',
    cell: ({ partner, reference }) => (
      <Link to="/year/$year/partners/$reference" params={{ year, reference }}>
        {partner} <span className="small figures">{reference}</span>
      </Link>
    ),
  },
  { key: 'state', title: 'State', phone: 'corner', cell: ({ state }) => <StateTag state={state} /> },
  {
    key: 'received',
    title: 'Received',
    phone: 'line',
    cell: ({ received_on, received_by }) => `${showDay(received_on)} by ${received_by}`,
  },
  numbers(year, 'rows', 'Rows'),
  numbers(year, 'matched', 'Matched'),
  numbers(year, 'added', 'New'),
  numbers(year, 'repeated', 'Repeated'),
  numbers(year, 'rejected', 'Rejected'),
  {
    key: 'without_names',
    title: 'Without names',
    align: 'end',
    phone: 'labelled',
    cell: ({ without_names }) => <span className="figures">{without_names ?? '–'}</span>,
  },
]
