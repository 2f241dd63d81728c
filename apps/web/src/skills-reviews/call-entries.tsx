import { districtName } from '@hubline/domain/businesses/districts.ts'
import { showDay } from '@hubline/domain/day.ts'
import { CALL_OUTCOME_NAMES } from '@hubline/domain/skills-reviews/call-list.ts'
import { DECLINE_REASON_NAMES } from '@hubline/domain/skills-reviews/decline-reasons.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { text } from '../address.ts'
import { trpc } from '../api.ts'
import { ClientLink } from '../businesses/client-link.tsx'
import { problemOf } from '../problem.ts'
import { RecordLink } from '../records/record-link.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Pager } from '../ui/pager.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Tag } from '../ui/tag.tsx'
import type { CallList, Shown } from './call-list-words.ts'
import { instantWords, OUTCOME_TONES } from './review-words.ts'

const route = getRouteApi('/hub/reviews/call-list/$reference')
const SIZE = 50

type Row = inferOutput<typeof trpc.callLists.entries>['rows'][number]

/** A call list as a table: whom it has, and what came of each call. */
export function CallEntries({ list, shown }: { list: CallList; shown: Shown | undefined }) {
  const search = route.useSearch()
  const page = { after: text(search, 'after'), before: text(search, 'before'), size: SIZE }
  const { data, error } = useQuery({
    ...trpc.callLists.entries.queryOptions({ id: list.id, shown, ...page }),
    placeholderData: keepPreviousData,
  })
  if (error && !data) return <EmptyState sentence={problemOf(error).sentence} />
  if (!data) return <Skeleton lines={8} height="40vh" />
  if (data.rows.length === 0) return <EmptyState sentence="Nobody stands here." />
  return (
    <div className="stack">
      <DataTable caption={list.name} columns={COLUMNS} rows={data.rows} keyOf={(row) => row.id} />
      {(data.next || data.previous) && (
        <Pager
          next={data.next ?? undefined}
          previous={data.previous ?? undefined}
          words={`${data.rows.length} on this page`}
        />
      )}
    </div>
  )
}

const COLUMNS: readonly Column<Row>[] = [
  {
    key: 'business',
    title: 'Business',
    phone: 'title',
    width: '34%',
    cell: ({ business }) => (
      <>
        <ClientLink client={{ kind: 'business', reference: business.reference }}>{business.name}</ClientLink>
        <span className="cell-note">
          {[business.phone, business.district_code && districtName(business.district_code)].filter(Boolean).join(' · ')}
        </span>
      </>
    ),
  },
  {
    key: 'outcome',
    title: 'Outcome',
    phone: 'corner',
    cell: ({ outcome, review, call_back_on }) =>
      outcome ? (
        <>
          <Tag tone={OUTCOME_TONES[outcome]}>{CALL_OUTCOME_NAMES[outcome]}</Tag>
          <span className="cell-note">
            {call_back_on
              ? showDay(call_back_on)
              : review?.decline_reason && DECLINE_REASON_NAMES[review.decline_reason]}
          </span>
        </>
      ) : (
        <span className="quiet">Not called yet</span>
      ),
  },
  {
    key: 'by',
    title: 'Logged',
    cell: ({ by, outcome_at }) =>
      by && outcome_at ? `${instantWords(outcome_at)}, ${by}` : <span className="quiet">–</span>,
  },
  { key: 'attempts', title: 'Calls', align: 'end', phone: 'hide', cell: ({ attempts }) => attempts },
  {
    key: 'review',
    title: 'Review',
    phone: 'hide',
    cell: ({ review }) =>
      review ? (
        <RecordLink kind="skills_review" reference={review.reference}>
          {review.reference}
        </RecordLink>
      ) : (
        <span className="quiet">–</span>
      ),
  },
]
