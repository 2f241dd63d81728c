import { type Day, showDay, todayInLondon } from '@hubline/domain/day.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { text } from '../address.ts'
import { trpc } from '../api.ts'
import { problemOf } from '../problem.ts'
import { Page } from '../shell/page.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Pager } from '../ui/pager.tsx'
import { SearchLink } from '../ui/search-link.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { LETTERS_SHOWN, type LettersShown } from './offer-mail-words.ts'

const route = getRouteApi('/hub/reviews/mail')

type Row = inferOutput<typeof trpc.offerMail.list>['rows'][number]

/** The letters by which reviews were offered, and what came of each. */
export function OfferMailingsPage() {
  const search = route.useSearch()
  const asked = { after: text(search, 'after'), before: text(search, 'before') }
  const { data, error } = useQuery({ ...trpc.offerMail.list.queryOptions(asked), placeholderData: keepPreviousData })
  return (
    <Page
      title="Offers by mail"
      note={<Link to="/reviews">All skills reviews</Link>}
      actions={
        <ButtonLink to="/reviews/mail/new" look="filled" icon="mail">
          Write to businesses
        </ButtonLink>
      }
    >
      {error && !data ? (
        <EmptyState sentence={problemOf(error).sentence}>
          <SearchLink change={{ after: undefined, before: undefined }}>Go to the first page</SearchLink>
        </EmptyState>
      ) : data ? (
        <>
          {data.rows.length > 0 ? (
            <DataTable caption="Offers by mail" columns={COLUMNS} rows={data.rows} keyOf={(row) => row.id} />
          ) : (
            <EmptyState sentence="No review was offered by mail yet. Write one letter, and Hubline sends it to a named person at each business." />
          )}
          {(data.next || data.previous) && (
            <Pager
              next={data.next ?? undefined}
              previous={data.previous ?? undefined}
              words={`${data.rows.length} on this page`}
            />
          )}
        </>
      ) : (
        <Skeleton lines={6} height="40vh" />
      )}
    </Page>
  )
}

const dayOf = (instant: string): Day => todayInLondon(new Date(instant))

function Counted({ row: { reference, subject, counts }, show }: { row: Row; show: LettersShown }) {
  if (counts[show] === 0) return 0
  return (
    <Link to="/reviews/mail/$reference" params={{ reference }} search={{ show }} className="figures">
      {counts[show]}
      <span className="visually-hidden">
        {' '}
        {LETTERS_SHOWN[show].toLowerCase()}, {subject}
      </span>
    </Link>
  )
}

const counted = (key: LettersShown): Column<Row> => ({
  key,
  title: LETTERS_SHOWN[key],
  align: 'end',
  phone: 'labelled',
  cell: (row) => <Counted row={row} show={key} />,
})

const COLUMNS: readonly Column<Row>[] = [
  {
    key: 'subject',
    title: 'Letter',
    phone: 'title',
    width: '36%',
    cell: ({ reference, subject }) => (
      <>
        <Link to="/reviews/mail/$reference" params={{ reference }}>
          {subject}
        </Link>
        <span className="cell-note">{reference}</span>
      </>
    ),
  },
  {
    key: 'made',
    title: 'Written',
    phone: 'line',
    cell: ({ made_by, made_at }) => `${showDay(dayOf(made_at))} by ${made_by}`,
  },
  { key: 'all', title: 'Letters', align: 'end', phone: 'labelled', cell: ({ counts }) => counts.all },
  counted('offered'),
  counted('answered'),
  counted('left_out'),
  counted('not_sent'),
]
