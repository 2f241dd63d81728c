import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { type Address, oneOf, text } from '../address.ts'
import { trpc } from '../api.ts'
import { problemOf } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { TakeList } from '../ui/take-list.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ListSearch } from '../ui/list-search.tsx'
import { Pager } from '../ui/pager.tsx'
import { SearchLink } from '../ui/search-link.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { ViewTabs } from '../ui/view-tabs.tsx'
import { AddGuestSheet } from './add-guest-sheet.tsx'
import type { EventPageData, GuestList } from './event.ts'
import { guestColumns } from './guest-columns.tsx'

const LIST_NAMES: Readonly<Record<GuestList, string>> = {
  booked: 'Booked',
  waiting: 'Waiting list',
  came: 'Came',
  absent: 'Did not come',
  to_match: 'To match',
  invited: 'Invited',
  cancelled: 'Cancelled',
}
const LISTS = Object.keys(LIST_NAMES) as GuestList[]

type Props = { page: EventPageData; search: Address; mayRun: boolean }

/** Who has a place at the event, by how it stands; the number on a tab is the length of its list. */
export function EventGuests({ page, search, mayRun }: Props) {
  const { event, counts, stage } = page
  const list = oneOf(search, 'list', LISTS) ?? (stage === 'delivered' ? 'came' : 'booked')
  const [adding, setAdding] = useState(false)
  const shown = LISTS.filter((one) => counts[one] > 0 || one === list || one === 'booked' || one === 'waiting')
  return (
    <section className="event-guests" aria-label="Guests">
      <ViewTabs
        label="Guests"
        current={list}
        views={shown.map((one) => ({
          key: one,
          words: LIST_NAMES[one],
          count: counts[one],
          change: { list: one, q: undefined, after: undefined, before: undefined },
        }))}
      />
      <div className="list-tools">
        <ListSearch label="Search guests" value={text(search, 'q')} />
        {mayRun && (stage === 'open' || stage === 'full' || stage === 'closed' || stage === 'draft') && (
          <Button icon="plus" onClick={() => setAdding(true)}>
            Add a guest
          </Button>
        )}
        <TakeList href={`/events/${encodeURIComponent(event.reference)}/guests.csv`} />
      </div>
      <Guests page={page} list={list} search={search} mayRun={mayRun} />
      {adding && <AddGuestSheet page={page} onClose={() => setAdding(false)} />}
    </section>
  )
}

function Guests({ page, list, search, mayRun }: Props & { list: GuestList }) {
  const { event, counts } = page
  const q = text(search, 'q')
  const asked = {
    event_id: event.id,
    list,
    text: q,
    after: text(search, 'after'),
    before: text(search, 'before'),
    size: 50,
  }
  const { data, error, isPlaceholderData } = useQuery({
    ...trpc.events.guests.queryOptions(asked),
    placeholderData: keepPreviousData,
  })
  const columns = useMemo(() => guestColumns({ list, page, mayRun }), [list, page, mayRun])
  if (error && !data)
    return (
      <EmptyState sentence={problemOf(error).sentence}>
        <SearchLink change={{ after: undefined, before: undefined }}>Go to the first page</SearchLink>
      </EmptyState>
    )
  if (!data) return <Skeleton lines={6} height="30vh" />
  if (data.rows.length === 0) return <EmptyState sentence={q ? 'Nobody on this list matches.' : EMPTY[list]} />
  return (
    <div aria-busy={isPlaceholderData} className="stack">
      <DataTable caption={LIST_NAMES[list]} columns={columns} rows={data.rows} keyOf={(row) => row.id} />
      {(data.next || data.previous) && (
        <Pager
          next={data.next ?? undefined}
          previous={data.previous ?? undefined}
          words={`${data.rows.length} of ${counts[list]} on this page`}
        />
      )}
    </div>
  )
}

const EMPTY: Readonly<Record<GuestList, string>> = {
  booked: 'Nobody has booked yet.',
  waiting: 'Nobody waits for a place.',
  came: 'Nobody is ticked yet.',
  absent: 'Nobody stayed away.',
  to_match: 'Everybody is matched.',
  invited: 'Nobody is invited.',
  cancelled: 'Nobody has given up their place.',
}
