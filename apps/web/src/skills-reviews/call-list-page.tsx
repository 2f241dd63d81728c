import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { oneOf } from '../address.ts'
import { trpc } from '../api.ts'
import { PageError, PageLoading } from '../shell/page-states.tsx'
import { Page } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { ViewTabs } from '../ui/view-tabs.tsx'
import { CallEntries } from './call-entries.tsx'
import { Progress } from './call-progress.tsx'
import { type CallList, type Shown, SHOWN_NAMES } from './call-list-words.ts'
import { Calling } from './calling.tsx'
import { PutAwayDialog } from './put-away-dialog.tsx'
import { RecentChanges } from './recent-changes.tsx'

const route = getRouteApi('/hub/reviews/call-list/$reference')

/** One call list: a business at a time, or the list as a table. */
export function CallListPage() {
  const { reference } = route.useParams()
  const search = route.useSearch()
  const shown = oneOf(search, 'show', Object.keys(SHOWN_NAMES) as Shown[])
  const { data: list, error, refetch } = useQuery(trpc.callLists.page.queryOptions({ reference }))
  const [putting, setPutting] = useState(false)
  const [recent, setRecent] = useState(false)
  if (!list) return error ? <PageError error={error} reset={() => void refetch()} /> : <PageLoading />
  const { counts } = list
  return (
    <Page
      title={list.name}
      tabTitle={`${list.name}, ${counts.done} of ${counts.all}`}
      note={
        <>
          <span className="figures">{list.reference}</span>
          <Progress done={counts.done + counts.later} all={counts.all} />
          <Link to="/reviews/call-list">All call lists</Link>
        </>
      }
      actions={
        <>
          <Button icon="history" onClick={() => setRecent(true)}>
            Recent changes
          </Button>
          {!list.put_away && <Button onClick={() => setPutting(true)}>Put away</Button>}
        </>
      }
    >
      <ListViews counts={counts} shown={shown} put_away={list.put_away} />
      {shown || list.put_away ? (
        <CallEntries key={shown ?? 'all'} list={list} shown={shown} />
      ) : (
        <Calling key={list.id} list={list} />
      )}
      {putting && <PutAwayDialog list={list} onClose={() => setPutting(false)} />}
      {recent && <RecentChanges onClose={() => setRecent(false)} />}
    </Page>
  )
}

/** Views that only put others together: shown where an address asks for them. */
const GROUPS: readonly Shown[] = ['done', 'offers', 'call_back']

function ListViews({
  counts,
  shown,
  put_away,
}: {
  counts: CallList['counts']
  shown: Shown | undefined
  put_away: boolean
}) {
  const first = put_away ? { key: 'calling', words: 'All', count: counts.all } : { key: 'calling', words: 'Calling' }
  const names = (Object.keys(SHOWN_NAMES) as Shown[]).filter(
    (name) => name === shown || name === 'to_call' || (!GROUPS.includes(name) && counts[name] > 0),
  )
  const page = { after: undefined, before: undefined }
  return (
    <ViewTabs
      label="The list"
      current={shown ?? 'calling'}
      views={[
        { ...first, change: { show: undefined, ...page } },
        ...names.map((name) => ({
          key: name,
          words: SHOWN_NAMES[name],
          count: counts[name],
          change: { show: name, ...page },
        })),
      ]}
    />
  )
}
