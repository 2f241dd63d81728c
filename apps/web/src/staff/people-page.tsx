import { ROLE_NAMES } from '@hubline/domain/staff/permissions.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { trpc } from '../api.ts'
import { problemOf } from '../problem.ts'
import { showInstant } from '../records/show-value.ts'
import { Page } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Pager } from '../ui/pager.tsx'
import { SearchLink } from '../ui/search-link.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Tag } from '../ui/tag.tsx'
import { AuditorMenu } from './auditor-menu.tsx'
import { AuditorSheet } from './auditor-sheet.tsx'
import { InviteSheet } from './invite-sheet.tsx'
import { useMay, useMe } from './me.ts'
import { StaffMenu, type StaffMember } from './staff-menu.tsx'
import { type StaffRow, wayInOf } from './staff-words.ts'

const route = getRouteApi('/hub/settings/people')
const SIZE = 100

/** Who works in the hub, in which role, and whether they can come in. Admins invite, and let people go. */
export function PeoplePage() {
  const { after, before } = route.useSearch()
  const { data, error, isPlaceholderData } = useQuery({
    ...trpc.staff.people.queryOptions({ after, before, size: SIZE }),
    placeholderData: keepPreviousData,
  })
  const mayInvite = useMay('staff:invite')
  const mayChange = useMay('staff:change')
  const { adviser_id } = useMe()
  const mayKeepAuditors = useMay('auditor:keep')
  const [inviting, setInviting] = useState<'person' | 'auditor'>()
  const last_admin = data?.only_admin ?? undefined
  const columns = useMemo(
    () => columnsFor({ mayChange, mayKeepAuditors, last_admin, me: adviser_id }),
    [mayChange, mayKeepAuditors, last_admin, adviser_id],
  )
  const { here = 0, left = 0 } = data ?? {}
  return (
    <Page
      title="People and roles"
      note={data && <span>{here === 1 ? '1 works here' : `${here} work here`}</span>}
      actions={
        <>
          {mayKeepAuditors && (
            <Button icon="plus" onClick={() => setInviting('auditor')}>
              Invite an auditor
            </Button>
          )}
          {mayInvite && (
            <Button icon="plus" look="filled" onClick={() => setInviting('person')}>
              Invite a person
            </Button>
          )}
        </>
      }
    >
      {error && !data ? (
        <EmptyState sentence={problemOf(error).sentence}>
          {(after ?? before) && (
            <SearchLink change={{ after: undefined, before: undefined }}>Go to the first page</SearchLink>
          )}
        </EmptyState>
      ) : data ? (
        <div aria-busy={isPlaceholderData} className="stack">
          <DataTable
            caption="People and roles"
            columns={columns}
            rows={data.rows}
            keyOf={({ id }) => id}
            groupOf={left > 0 ? groupOf : undefined}
            countGroups={here + left <= data.rows.length}
          />
          {(data.next || data.previous) && (
            <Pager
              next={data.next ?? undefined}
              previous={data.previous ?? undefined}
              words={`${data.rows.length} on this page`}
            />
          )}
        </div>
      ) : (
        <Skeleton lines={8} height="50vh" />
      )}
      {inviting === 'person' && <InviteSheet onClose={() => setInviting(undefined)} />}
      {inviting === 'auditor' && <AuditorSheet onClose={() => setInviting(undefined)} />}
    </Page>
  )
}

const groupOf = ({ is_active }: StaffRow): string => (is_active ? 'Work here' : 'Left')

const isStaff = (row: StaffRow): row is StaffMember => row.role !== 'auditor'

type Shown = { mayChange: boolean; mayKeepAuditors: boolean; last_admin: string | undefined; me: string }

function columnsFor({ mayChange, mayKeepAuditors, last_admin, me }: Shown): readonly Column<StaffRow>[] {
  return [
    {
      key: 'name',
      title: 'Person',
      phone: 'title',
      width: '30%',
      cell: (row) => <Name row={row} isMe={row.id === me} />,
    },
    {
      key: 'role',
      title: 'Role',
      phone: 'labelled',
      cell: ({ id, role }) => (
        <span>
          {ROLE_NAMES[role]}
          {id === last_admin && <span className="cell-note">The only admin</span>}
        </span>
      ),
    },
    { key: 'way_in', title: 'Sign-in', phone: 'labelled', cell: wayIn },
    {
      key: 'last_seen_at',
      title: 'Last here',
      phone: 'labelled',
      cell: ({ last_seen_at }) => (
        <span className="no-wrap figures">{last_seen_at ? showInstant(last_seen_at) : 'Never'}</span>
      ),
    },
    { key: 'open_cases', title: 'Open cases', align: 'end', phone: 'labelled', cell: openCases },
    ...(mayChange || mayKeepAuditors
      ? [
          {
            key: 'more',
            title: 'More',
            hideTitle: true,
            align: 'end' as const,
            phone: 'corner' as const,
            width: '52px',
            cell: (row: StaffRow) =>
              isStaff(row)
                ? mayChange && <StaffMenu person={row} isLastAdmin={row.id === last_admin} />
                : mayKeepAuditors && <AuditorMenu auditor={row} />,
          },
        ]
      : []),
  ]
}

function Name({ row: { id, name, email }, isMe }: { row: StaffRow; isMe: boolean }) {
  return (
    <>
      <Link to="/caseload" search={{ whose: id }} title={`Caseload of ${name}`}>
        {name}
      </Link>
      {isMe && <span className="quiet"> (you)</span>}
      <span className="cell-note">{email}</span>
    </>
  )
}

function wayIn(row: StaffRow) {
  const { words, tone } = wayInOf(row)
  return <Tag tone={tone}>{words}</Tag>
}

function openCases({ id, name, open_cases }: StaffRow) {
  if (!open_cases) return 'None'
  return (
    <Link to="/caseload" search={{ whose: id }} className="figures">
      {open_cases}
      <span className="visually-hidden"> open cases of {name}</span>
    </Link>
  )
}
