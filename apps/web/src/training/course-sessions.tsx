import type { Day } from '@hubline/domain/day.ts'
import { SESSION_STATUS_NAMES } from '@hubline/domain/training/course-form.ts'
import { useMemo, useState } from 'react'
import { useMay } from '../staff/me.ts'
import { Button } from '../ui/button.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { Panel } from '../ui/panel.tsx'
import { SearchLink } from '../ui/search-link.tsx'
import { Tag } from '../ui/tag.tsx'
import type { CourseShown } from './course-sheet.tsx'
import { SessionSheet, type SessionShown } from './session-sheet.tsx'
import { SESSION_TONES, placesWords, spanWords, whereWords } from './training-words.ts'

type Props = { course: CourseShown; sessions: readonly SessionShown[]; today: Day }

/** Those that have ended are folded away beyond so many. */
const MOST_PAST = 3

/** When the course runs, and how many places are left each time. */
export function CourseSessions({ course, sessions, today }: Props) {
  const mayArrange = useMay('training:arrange')
  const [open, setOpen] = useState<SessionShown | 'new'>()
  const [all, setAll] = useState(false)
  const coming = sessions.filter(({ ends_on }) => ends_on >= today)
  const past = sessions.slice(coming.length)
  const columns = useMemo(() => columnsFor(today, mayArrange ? setOpen : undefined), [today, mayArrange])
  const rows = [...coming, ...(all ? past : past.slice(0, MOST_PAST))]
  return (
    <Panel
      title="Sessions"
      note={coming.length === 1 ? '1 to come' : `${coming.length} to come`}
      actions={
        mayArrange && (
          <Button size="small" icon="plus" onClick={() => setOpen('new')}>
            Add a session
          </Button>
        )
      }
    >
      {rows.length > 0 ? (
        <DataTable caption="Sessions of the course" columns={columns} rows={rows} keyOf={({ id }) => id} />
      ) : (
        <p className="quiet">No session is planned. Learners can be put on the course all the same.</p>
      )}
      {past.length > MOST_PAST && !all && (
        <Button look="quiet" size="small" onClick={() => setAll(true)}>
          Show {past.length - MOST_PAST} earlier sessions
        </Button>
      )}
      {open && (
        <SessionSheet
          course_id={course.id}
          session={open === 'new' ? undefined : open}
          today={today}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Panel>
  )
}

function columnsFor(
  today: Day,
  onEdit: ((session: SessionShown) => void) | undefined,
): readonly Column<SessionShown>[] {
  return [
    {
      key: 'when',
      title: 'When',
      phone: 'title',
      cell: (session) => (
        <>
          <SearchLink change={{ session: session.reference, stage: undefined, after: undefined, before: undefined }}>
            {spanWords(session)}
          </SearchLink>
          <span className="cell-note">{session.reference}</span>
        </>
      ),
    },
    {
      key: 'where',
      title: 'Where',
      phone: 'line',
      cell: (session) => whereWords(session) || <span className="quiet">Not known</span>,
    },
    { key: 'places', title: 'Places', phone: 'line', cell: (session) => placesWords(session) },
    {
      key: 'status',
      title: 'Booking',
      phone: 'corner',
      cell: ({ status, ends_on }) =>
        status === 'open' && ends_on < today ? (
          <Tag>Ended</Tag>
        ) : (
          <Tag tone={SESSION_TONES[status]}>{SESSION_STATUS_NAMES[status]}</Tag>
        ),
    },
    ...(onEdit
      ? [
          {
            key: 'edit',
            title: 'Edit',
            hideTitle: true,
            align: 'end' as const,
            phone: 'line' as const,
            cell: (session: SessionShown) => (
              <Button look="quiet" size="small" icon="edit" onClick={() => onEdit(session)}>
                Edit<span className="visually-hidden"> the session of {spanWords(session)}</span>
              </Button>
            ),
          },
        ]
      : []),
  ]
}
