import { districtName } from '@hubline/domain/businesses/districts.ts'
import { showDay } from '@hubline/domain/day.ts'
import { NOT_SAID } from '@hubline/domain/skills-reviews/demand.ts'
import { demandInWords } from '@hubline/domain/skills-reviews/demand-words.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { trpc } from '../api.ts'
import { problemOf } from '../problem.ts'
import { ClientLink } from '../businesses/client-link.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Pager } from '../ui/pager.tsx'
import { SearchLink } from '../ui/search-link.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Tag, type Tone } from '../ui/tag.tsx'
import { countsInWords } from './demand-counts.ts'
import type { DemandQuestion } from './demand-question.ts'

type Need = inferOutput<typeof trpc.skillsReviews.needs>['rows'][number]

const SIZE = 50
const TONES: Readonly<Record<Need['state'], Tone>> = {
  not_planned: 'warn',
  planned: 'info',
  taken_up: 'ok',
  dropped: 'plain',
}

const COLUMNS: readonly Column<Need>[] = [
  { key: 'need', title: 'Need', phone: 'title', width: '26%', cell: needCell },
  {
    key: 'business',
    title: 'Business',
    phone: 'line',
    width: '22%',
    cell: ({ business, held_on, place }) => (
      <span>
        <ClientLink client={{ kind: 'business', reference: business.reference }}>{business.name}</ClientLink>
        <span className="cell-note">
          {showDay(held_on)}
          {place !== NOT_SAID && ` · ${districtName(place)}`}
        </span>
      </span>
    ),
  },
  {
    key: 'role',
    title: 'Role and skill',
    cell: ({ role, skill }) => (
      <span>
        {demandInWords('role', role)}
        <span className="cell-note">{demandInWords('skill', skill)}</span>
      </span>
    ),
  },
  { key: 'level', title: 'Level', width: '9%', cell: ({ level }) => demandInWords('level', level) },
  {
    key: 'people',
    title: 'People',
    align: 'end',
    cell: ({ people }) => people?.toLocaleString('en-GB') ?? <span className="quiet">Not said</span>,
  },
  { key: 'urgency', title: 'How soon', phone: 'hide', cell: ({ urgency }) => demandInWords('urgency', urgency) },
  {
    key: 'state',
    title: 'How far',
    phone: 'corner',
    cell: ({ state }) => <Tag tone={TONES[state]}>{demandInWords('state', state)}</Tag>,
  },
]

/** A gap opens in the form that says it, a line in its plan. */
function needCell({ kind, need, whose, review }: Need) {
  return (
    <>
      {kind === 'skills_gap' ? (
        <Link to="/reviews/$reference/form" params={{ reference: review }} search={{ section: 'gaps' }}>
          {need}
        </Link>
      ) : (
        <Link to="/reviews/$reference/plan" params={{ reference: review }}>
          {need}
        </Link>
      )}
      <span className="cell-note">{whose || review}</span>
    </>
  )
}

/** The needs behind a number of the picture. */
export function DemandList({ question: { asked, after, before } }: { question: DemandQuestion }) {
  const { data, error, isPlaceholderData } = useQuery({
    ...trpc.skillsReviews.needs.queryOptions({ ...asked, direction: 'desc', after, before, size: SIZE }),
    placeholderData: keepPreviousData,
  })
  if (!data && error)
    return (
      <EmptyState sentence={problemOf(error).sentence}>
        <SearchLink change={{ after: undefined, before: undefined }}>Go to the first page</SearchLink>
      </EmptyState>
    )
  if (!data) return <Skeleton lines={12} height="60vh" />
  return (
    <div className="stack" aria-busy={isPlaceholderData}>
      <p className="demand-finding figures" role="status">
        {countsInWords(data.total)}
      </p>
      {data.rows.length > 0 ? (
        <DataTable caption="Needs" columns={COLUMNS} rows={data.rows} keyOf={({ id }) => id} />
      ) : (
        <EmptyState sentence="No need matches." />
      )}
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
