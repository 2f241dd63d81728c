import { RecordLink } from '../records/record-link.tsx'
import type { Column } from '../ui/data-table.tsx'

type Named = { kind: string; reference: string; name: string }

/** The column of names in a list of units: each leads to its record. */
export const nameColumn: Column<Named> = {
  key: 'name',
  title: 'Name',
  phone: 'title',
  width: '32%',
  cell: ({ kind, reference, name }) => (
    <>
      <RecordLink kind={kind} reference={reference}>
        {name || reference}
      </RecordLink>
      <span className="cell-note">{reference}</span>
    </>
  ),
}
