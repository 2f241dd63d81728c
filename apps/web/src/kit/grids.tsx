import { useMemo, useState } from 'react'
import { CellGrid } from '../ui/paste-grid/cell-grid.tsx'
import type { GridColumn, GridEdit } from '../ui/paste-grid/grid-column.ts'
import { PasteBox } from '../ui/paste-grid/paste-box.tsx'
import { Tag } from '../ui/tag.tsx'
import { FIRMS } from './firms.ts'

type Line = { key: string; name: string; contact: string; stage: string; wrong: boolean }

const STAGES = ['Applied', 'Enrolled', 'Started', 'Completed']
const LINES: readonly Line[] = Array.from({ length: 2000 }, (_, at) => {
  const { name = '', contact = '' } = FIRMS[at % FIRMS.length] ?? {}
  return { key: String(at + 1), name, contact, stage: STAGES[at % 4] ?? '', wrong: at % 7 === 3 }
})

/** A list to be written in, and where one comes in. */
export function Grids() {
  const [lines, setLines] = useState(LINES)
  const [read, setRead] = useState('')
  const columns = useMemo<readonly GridColumn<Line>[]>(
    () => [
      { key: 'row', title: 'Row', width: 120, cell: ({ key }) => ({ text: key, face: <Tag>Row {key}</Tag> }) },
      { key: 'name', title: 'Business', width: 240, cell: ({ name }) => ({ text: name }), mayEdit: () => true },
      {
        key: 'contact',
        title: 'Contact',
        width: 180,
        cell: ({ contact, wrong }) => ({ text: contact, error: wrong ? 'Enter first and last name' : undefined }),
        mayEdit: () => true,
      },
      {
        key: 'stage',
        title: 'Stage',
        width: 140,
        cell: ({ stage }) => ({ text: stage }),
        mayEdit: () => true,
        choices: STAGES,
      },
    ],
    [],
  )
  const change = (edits: readonly GridEdit[]) => {
    const by_key = Map.groupBy(edits, ({ key }) => key)
    setLines((now) =>
      now.map((line) =>
        (by_key.get(line.key) ?? []).reduce(
          (next, { column, text }) => ({ ...next, [column]: text, wrong: false }),
          line,
        ),
      ),
    )
  }
  return (
    <>
      <h2>Grids</h2>
      <PasteBox
        label="Paste a list"
        hint="With or without headings"
        onRead={setRead}
        onFile={(file) => void file.text().then(setRead)}
      />
      {read && <p role="status">Read {read.split('\n').length} lines</p>}
      <CellGrid label="Two thousand lines" rows={lines} columns={columns} keyOf={({ key }) => key} onEdit={change} />
    </>
  )
}
