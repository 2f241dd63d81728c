import { MAIL_STATES, type MailState } from '@hubline/domain/mail/letter.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { oneOf } from '../address.ts'
import { trpc } from '../api.ts'
import { problemOf } from '../problem.ts'
import { showInstant } from '../records/show-value.ts'
import { Page } from '../shell/page.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Pager } from '../ui/pager.tsx'
import { SearchLink } from '../ui/search-link.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Tag } from '../ui/tag.tsx'
import { useChangeSearch } from '../ui/use-change-search.ts'
import { ViewTabs } from '../ui/view-tabs.tsx'
import { MAIL_KIND_NAMES, MAIL_STATE_NAMES, MAIL_STATE_TONES } from './mail-words.ts'
import { MessageSheet } from './message-sheet.tsx'

const route = getRouteApi('/hub/settings/outbox')

type Row = inferOutput<typeof trpc.mail.outbox>['rows'][number]

/** What the hub sends, and what became of it. The message that is open stands in the address. */
export function OutboxPage() {
  const search = route.useSearch()
  const change = useChangeSearch()
  const state = oneOf(search, 'state', MAIL_STATES)
  const { data, error, isPlaceholderData } = useQuery({
    ...trpc.mail.outbox.queryOptions({ state, after: search.after, before: search.before, size: 50 }),
    placeholderData: keepPreviousData,
    // What waits is soon sent.
    refetchInterval: ({ state: { data: shown } }) =>
      shown?.rows.some((row) => row.state === 'waiting') ? 5000 : false,
  })
  return (
    <Page title="Outgoing mail">
      <StateTabs state={state} />
      {data && !data.sends_mail && (
        <p className="quiet">
          No mail server is set, so messages are kept here and nothing is sent. Whoever runs Hubline can set SMTP_URL.
        </p>
      )}
      {error && !data ? (
        <EmptyState sentence={problemOf(error).sentence}>
          {(search.after ?? search.before) && (
            <SearchLink change={{ after: undefined, before: undefined }}>Go to the first page</SearchLink>
          )}
        </EmptyState>
      ) : data ? (
        <div aria-busy={isPlaceholderData} className="stack">
          {data.rows.length > 0 ? (
            <DataTable
              caption="Outgoing mail"
              columns={COLUMNS}
              rows={data.rows}
              keyOf={(row) => row.id}
              chosen={search.mail}
            />
          ) : (
            <NoMail state={state} />
          )}
          {(data.next || data.previous) && (
            <Pager
              next={data.next ?? undefined}
              previous={data.previous ?? undefined}
              words={`${data.rows.length} on this page`}
            />
          )}
        </div>
      ) : (
        <Skeleton lines={12} height="60vh" />
      )}
      {search.mail && <MessageSheet id={search.mail} onClose={() => change({ ...search, mail: undefined })} />}
    </Page>
  )
}

function StateTabs({ state }: { state: MailState | undefined }) {
  const first = { after: undefined, before: undefined, mail: undefined }
  return (
    <ViewTabs
      label="Views"
      current={state ?? 'all'}
      views={[
        { key: 'all', words: 'All', change: { ...first, state: undefined } },
        ...MAIL_STATES.map((key) => ({ key, words: MAIL_STATE_NAMES[key], change: { ...first, state: key } })),
      ]}
    />
  )
}

function NoMail({ state }: { state: MailState | undefined }) {
  if (!state) return <EmptyState sentence="Nothing has been sent yet. Invitations and reminders will stand here." />
  return (
    <EmptyState sentence="No message is in this state.">
      <SearchLink change={{ state: undefined }} className="button plain usual">
        Show all messages
      </SearchLink>
    </EmptyState>
  )
}

const COLUMNS: readonly Column<Row>[] = [
  {
    key: 'to',
    title: 'To',
    phone: 'title',
    width: '30%',
    cell: ({ id, to_name, to_address }) => (
      <>
        <SearchLink change={{ mail: id }}>{to_name || to_address}</SearchLink>
        {to_name && <span className="cell-note">{to_address}</span>}
      </>
    ),
  },
  {
    key: 'subject',
    title: 'Subject',
    phone: 'line',
    cell: ({ subject, kind, state, reason }) => (
      <>
        {subject}
        <span className="cell-note">{reason && state !== 'kept' ? reason : MAIL_KIND_NAMES[kind]}</span>
      </>
    ),
  },
  {
    key: 'state',
    title: 'State',
    phone: 'corner',
    cell: ({ state }) => <Tag tone={MAIL_STATE_TONES[state]}>{MAIL_STATE_NAMES[state]}</Tag>,
  },
  {
    key: 'queued_at',
    title: 'Written',
    cell: ({ queued_at }) => <span className="no-wrap figures">{showInstant(queued_at)}</span>,
  },
]
