import { ATTENDANCE_NAMES } from '@hubline/domain/events/stages.ts'
import { ClientLink } from '../businesses/client-link.tsx'
import { showWord } from '../records/show-value.ts'
import type { Column } from '../ui/data-table.tsx'
import { Tag } from '../ui/tag.tsx'
import type { EventPageData, Guest, GuestList } from './event.ts'
import { ATTENDANCE_TONES } from './event-words.ts'
import { GuestMenu } from './guest-menu.tsx'

const THROUGH = { public_page: 'Public page', adviser: 'Added by the hub', walk_in: 'Walk-in' } as const

const name: Column<Guest> = {
  key: 'name',
  title: 'Guest',
  phone: 'title',
  width: '26%',
  cell: ({ person, name: called, to_match, access_needs }) => (
    <>
      {person ? (
        <ClientLink client={{ kind: 'person', reference: person.reference }}>{called}</ClientLink>
      ) : (
        <span className="strong">{called}</span>
      )}
      {to_match && (
        <span className="cell-note">
          <Tag tone="warn">Not matched yet</Tag>
        </span>
      )}
      {access_needs && <span className="cell-note">Needs: {access_needs}</span>}
    </>
  ),
}

const business: Column<Guest> = {
  key: 'business',
  title: 'Business',
  phone: 'line',
  cell: ({ business: known, business_name }) =>
    known ? (
      <ClientLink client={{ kind: 'business', reference: known.reference }}>{known.name}</ClientLink>
    ) : (
      (business_name ?? <span className="quiet">For themselves</span>)
    ),
}

const contact: Column<Guest> = {
  key: 'contact',
  title: 'Contact',
  phone: 'line',
  cell: ({ email, phone }) => (
    <>
      {email && (
        <a href={`mailto:${email}`} className="event-mail">
          {email}
        </a>
      )}
      {phone && <span className="cell-note figures">{phone}</span>}
    </>
  ),
}

const status: Column<Guest> = {
  key: 'status',
  title: 'Stands at',
  phone: 'corner',
  cell: (guest) => <Tag tone={ATTENDANCE_TONES[guest.status]}>{ATTENDANCE_NAMES[guest.status]}</Tag>,
}

const through: Column<Guest> = {
  key: 'through',
  title: 'Came in by',
  phone: 'hide',
  cell: ({ booked_through }) => (booked_through ? THROUGH[booked_through] : 'Import'),
}

const evidence: Column<Guest> = {
  key: 'evidence',
  title: 'Evidence',
  phone: 'hide',
  cell: ({ evidence_level }) => <span className="no-wrap">{showWord(evidence_level ?? 'self_declared')}</span>,
}

type Shown = { list: GuestList; page: EventPageData; mayRun: boolean }

/** What a list of guests shows of each. */
export function guestColumns({ list, page, mayRun }: Shown): readonly Column<Guest>[] {
  const menu: Column<Guest> = {
    key: 'menu',
    title: 'More',
    hideTitle: true,
    phone: 'line',
    align: 'end',
    cell: (guest) => <GuestMenu guest={guest} page={page} />,
  }
  return [
    name,
    business,
    ...(list === 'came' || list === 'absent' ? [] : [contact]),
    ...(list === 'to_match' ? [status] : []),
    ...(list === 'came' ? [evidence] : []),
    through,
    ...(mayRun ? [menu] : []),
  ]
}
