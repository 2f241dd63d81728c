import { showDay } from '@hubline/domain/day.ts'
import { FRAMEWORK_NAMES } from '@hubline/domain/programmes/frameworks.ts'
import { minutesInWords } from '@hubline/domain/minutes-in-words.ts'
import { yearOf } from '@hubline/domain/years/year.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { useMay } from '../staff/me.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { Panel } from '../ui/panel.tsx'
import { useToday } from '../ui/use-today.ts'
import { FrameworkSheet } from './framework-sheet.tsx'
import type { Programme } from './programme.ts'

const columns = (
  year: string,
  onChange: ((programme: Programme) => void) | undefined,
): readonly Column<Programme>[] => [
  {
    key: 'name',
    title: 'Programme',
    phone: 'title',
    cell: ({ name, funder, reference }) => (
      <>
        <Link to="/year/$year/programme/$programme" params={{ year, programme: reference }}>
          {name}
        </Link>{' '}
        <span className="cell-note">{[reference, funder].filter(Boolean).join(', ')}</span>
      </>
    ),
  },
  { key: 'time', title: 'Runs', phone: 'line', cell: timeOf },
  { key: 'framework', title: 'Reported under', phone: 'line', cell: frameworkOf },
  {
    key: 'change',
    title: 'Change',
    hideTitle: true,
    phone: 'corner',
    align: 'end',
    cell: (programme) =>
      onChange && (
        <button type="button" className="link-button no-print" onClick={() => onChange(programme)}>
          change<span className="visually-hidden"> how {programme.name} is reported</span>
        </button>
      ),
  },
]

function timeOf({ starts_on, ends_on }: Programme) {
  if (!starts_on && !ends_on) return <span className="quiet">Not known</span>
  return `${starts_on ? showDay(starts_on) : '…'} to ${ends_on ? showDay(ends_on) : '…'}`
}

function frameworkOf({ framework, definition_version, minimum_minutes }: Programme) {
  if (!framework) return <span className="quiet">Nothing of its own</span>
  return (
    <>
      {FRAMEWORK_NAMES[framework]}, definitions version {definition_version}
      {minimum_minutes !== null && <span className="cell-note">from {minutesInWords(minimum_minutes)} of support</span>}
    </>
  )
}

/** Under which framework each programme is reported, and the version of its definitions that is pinned. */
export function ProgrammesPanel() {
  const { data } = useQuery(trpc.programmes.list.queryOptions())
  const today = useToday()
  const mayChange = useMay('programme:change')
  const [changing, setChanging] = useState<Programme>()
  if (!data || data.length === 0) return null
  return (
    <Panel title="Programmes">
      <p className="quiet">
        A programme counts by the definitions that held when its funding was agreed, once for each client however many
        years it runs.
      </p>
      <DataTable
        caption="Programmes and their frameworks"
        columns={columns(yearOf(today), mayChange ? setChanging : undefined)}
        rows={data}
        keyOf={({ id }) => id}
      />
      {changing && <FrameworkSheet programme={changing} onClose={() => setChanging(undefined)} />}
    </Panel>
  )
}
