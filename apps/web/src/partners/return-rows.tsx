import { showDay } from '@hubline/domain/day.ts'
import { useMemo, useState } from 'react'
import { RecordLink } from '../records/record-link.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { Panel } from '../ui/panel.tsx'
import { Tag } from '../ui/tag.tsx'
import { ViewTabs } from '../ui/view-tabs.tsx'
import { DecideRow } from './decide-row.tsx'
import type { PartnerReturn, ReturnRow } from './partner-return.ts'
import { ROW_STATES } from './return-states.ts'

type Props = { rows: readonly ReturnRow[]; show: string | undefined; state: PartnerReturn['state'] }

/** Every row of a return; each number over the table opens the rows that it counts. */
export function ReturnRows({ rows, show, state }: Props) {
  const outcomes = Object.keys(ROW_STATES) as (keyof typeof ROW_STATES)[]
  const chosen = outcomes.find((each) => each === show) ?? (show === 'noted' ? show : 'all')
  const [held, setHeld] = useState<string>()
  const waiting = useMemo(() => waitingColumns(setHeld), [])
  const isOf = (row: ReturnRow, view: typeof chosen) =>
    view === 'all' || (view === 'noted' ? row.note !== null : row.outcome === view)
  const of = (view: typeof chosen) => rows.filter((row) => isOf(row, view))
  const views = [
    { key: 'all', words: 'All rows', count: rows.length, change: { show: undefined } },
    ...outcomes
      .filter((each) => of(each).length > 0 || each === chosen)
      .map((each) => ({ key: each, words: ROW_STATES[each].words, count: of(each).length, change: { show: each } })),
    ...(of('noted').length > 0
      ? [{ key: 'noted', words: 'To look at', count: of('noted').length, change: { show: 'noted' } }]
      : []),
  ]
  return (
    <Panel title="Rows">
      <ViewTabs label="What comes of the rows" views={views} current={chosen} />
      <DataTable
        caption="Rows of the return"
        columns={state === 'received' ? waiting : SETTLED}
        rows={rows.filter((row) => row.id === held || isOf(row, chosen))}
        keyOf={({ id }) => id}
      />
    </Panel>
  )
}

const sentOf = ({ company_number, postcode, supported_on, minutes }: ReturnRow) =>
  [company_number, postcode, supported_on && showDay(supported_on), minutes !== null && `${minutes} minutes`]
    .filter(Boolean)
    .join(', ')

const AS_SENT: readonly Column<ReturnRow>[] = [
  {
    key: 'row',
    title: 'Row',
    phone: 'corner',
    width: '4rem',
    cell: ({ row }) => <span className="figures">{row}</span>,
  },
  {
    key: 'sent',
    title: 'As it was sent',
    phone: 'title',
    cell: (row) => (
      <>
        {row.name || 'No name'} <span className="quiet small figures">{sentOf(row)}</span>
      </>
    ),
  },
  {
    key: 'outcome',
    title: 'What comes of it',
    phone: 'line',
    cell: ({ outcome, business, says, note, support_reference, repeats_reference }) => (
      <>
        {outcome && <Tag tone={ROW_STATES[outcome].tone}>{ROW_STATES[outcome].words}</Tag>}{' '}
        {business && (
          <RecordLink kind="business" reference={business.reference}>
            {business.name} {business.reference}
          </RecordLink>
        )}{' '}
        {support_reference && (
          <RecordLink kind="partner_support" reference={support_reference}>
            {support_reference}
          </RecordLink>
        )}
        {says && <div className="small">{says}</div>}
        {repeats_reference && (
          <RecordLink kind="partner_support" reference={repeats_reference}>
            {repeats_reference}
          </RecordLink>
        )}
        {note && <div className="small">{note}</div>}
      </>
    ),
  },
]
const SETTLED: readonly Column<ReturnRow>[] = [
  ...AS_SENT,
  {
    key: 'decided',
    title: 'Decided by',
    phone: 'labelled',
    cell: ({ decided_by }) => decided_by ?? <span className="quiet">–</span>,
  },
]
const waitingColumns = (onHold: (id: string | undefined) => void): readonly Column<ReturnRow>[] => [
  ...AS_SENT,
  { key: 'decide', title: 'Decision', phone: 'line', cell: (row) => <DecideRow row={row} onHold={onHold} /> },
]
