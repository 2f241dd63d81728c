import { showDay } from '@hubline/domain/day.ts'
import { MONTH_NUMBER_NAMES, type MonthNumber } from '@hubline/domain/skills-reviews/broker-month.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { trpc } from '../api.ts'
import { ClientLink } from '../businesses/client-link.tsx'
import { problemOf } from '../problem.ts'
import { RecordLink } from '../records/record-link.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Pager } from '../ui/pager.tsx'
import { SearchLink } from '../ui/search-link.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { type MonthQuestion, monthInAddress, monthValue, nameOfMonth } from './month-question.ts'

type Row = inferOutput<typeof trpc.skillsReviews.monthList>['rows'][number]

const SIZE = 50

const COLUMNS: readonly Column<Row>[] = [
  {
    key: 'record',
    title: 'Record',
    phone: 'title',
    width: '18%',
    // A line of a plan has no page of its own: it opens with its plan.
    cell: ({ kind, reference }) =>
      kind === 'plan_line' ? (
        <Link to="/reviews/$reference/plan" params={{ reference }}>
          {reference}
        </Link>
      ) : (
        <RecordLink kind={kind} reference={reference}>
          {reference}
        </RecordLink>
      ),
  },
  { key: 'on', title: 'On', phone: 'corner', width: '14%', cell: ({ on }) => showDay(on) },
  {
    key: 'business',
    title: 'Business',
    phone: 'line',
    width: '28%',
    cell: ({ business }) =>
      business && <ClientLink client={{ kind: 'business', reference: business.reference }}>{business.name}</ClientLink>,
  },
  { key: 'words', title: 'What', cell: ({ words }) => words ?? <span className="quiet">–</span> },
  {
    key: 'broker',
    title: 'Broker',
    phone: 'hide',
    cell: ({ broker }) => broker ?? <span className="quiet">Nobody</span>,
  },
]
const WITH_MINUTES: readonly Column<Row>[] = [
  ...COLUMNS,
  { key: 'minutes', title: 'Minutes', align: 'end', cell: ({ minutes }) => minutes },
]

/** The records behind one number of the month. */
export function MonthList({ question, of }: { question: MonthQuestion; of: MonthNumber }) {
  const { broker, after, before } = question
  const month = monthInAddress(question.month)
  const { data, error, isPlaceholderData } = useQuery({
    ...trpc.skillsReviews.monthList.queryOptions({ month, broker, of, after, before, size: SIZE }),
    placeholderData: keepPreviousData,
  })
  if (!data && error)
    return (
      <EmptyState sentence={problemOf(error).sentence}>
        <SearchLink change={{ after: undefined, before: undefined }}>Go to the first page</SearchLink>
      </EmptyState>
    )
  if (!data) return <Skeleton lines={8} height="30vh" />
  const { records, value } = data.total
  const counted =
    of === 'minutes'
      ? `${monthValue(of, value)} in ${records.toLocaleString('en-GB')} interactions`
      : monthValue(of, value)
  return (
    <section className="stack" aria-labelledby="month-list" aria-busy={isPlaceholderData}>
      <h2 id="month-list" className="figures">
        {MONTH_NUMBER_NAMES[of]}, {nameOfMonth(month)}: {counted}
      </h2>
      {data.rows.length > 0 ? (
        <DataTable
          caption={MONTH_NUMBER_NAMES[of]}
          columns={of === 'minutes' ? WITH_MINUTES : COLUMNS}
          rows={data.rows}
          keyOf={({ id }) => id}
        />
      ) : (
        <EmptyState sentence="Nothing in this month." />
      )}
      {(data.next || data.previous) && (
        <Pager
          next={data.next ?? undefined}
          previous={data.previous ?? undefined}
          words={`${data.rows.length} on this page`}
        />
      )}
    </section>
  )
}
