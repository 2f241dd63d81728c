import { memo, type ReactNode, type RefObject, useEffect, useRef } from 'react'
import './data-table.css'
import { TableHead } from './data-table-head.tsx'
import { singleKeysAreOn, useShortcut } from './shortcuts.ts'

export type Column<Row> = {
  key: string
  title: string
  cell: (row: Row) => ReactNode
  /** Figures stand at the end so that they can be compared. */
  align?: 'start' | 'end' | undefined
  /** The word in the address that sorts by this column. */
  sort?: string | undefined
  /** On a phone: the heading of the card, its corner, a plain line, a line with its title, or not shown. */
  phone?: 'title' | 'corner' | 'line' | 'labelled' | 'hide' | undefined
  width?: string | undefined
  /** The title is heard and not seen, as over a column of buttons. */
  hideTitle?: boolean | undefined
}

type Props<Row> = {
  /** Names the table for those who hear it. */
  caption: string
  showCaption?: boolean | undefined
  /** Made once, outside the component: rows are redrawn when it changes. The first column holds the row's link. */
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  /** As in the address: `due_on`, or `-due_on` for the last first. */
  sort?: string | undefined
  /** Rows of one group must stand together. */
  groupOf?: ((row: Row) => string) | undefined
  /** No, where a group goes on over the page. */
  countGroups?: boolean | undefined
  /** The row shown in a panel beside the list. */
  chosen?: string | undefined
}

/** A plain table whose rows are walked with j, k and the arrows; cards on a phone. */
export function DataTable<Row>({
  caption,
  showCaption,
  columns,
  rows,
  keyOf,
  sort,
  groupOf,
  countGroups = true,
  chosen,
}: Props<Row>) {
  const box = useRef<HTMLDivElement>(null)
  useShortcut({ keys: 'j', words: 'Next row', where: 'Lists', run: () => step(box.current, 1) })
  useShortcut({ keys: 'k', words: 'Row before', where: 'Lists', run: () => step(box.current, -1) })

  useArrows(box)
  // Roles are said aloud because a browser forgets them when a phone draws the rows as cards.
  return (
    <div ref={box} className="table-box">
      <table role="table" className="data-table">
        <caption className={showCaption ? undefined : 'visually-hidden'}>{caption}</caption>
        <TableHead columns={columns} sort={sort} />
        {split(rows, groupOf).map(({ title, members }) => (
          <tbody key={title} role="rowgroup">
            {groupOf && (
              <tr role="row" className="group-row">
                <th role="rowheader" scope="rowgroup" colSpan={columns.length}>
                  {title} {countGroups && <span className="quiet">{members.length}</span>}
                </th>
              </tr>
            )}
            {members.map((row) => (
              <TableRow
                key={keyOf(row)}
                row={row}
                columns={columns as readonly Column<unknown>[]}
                chosen={keyOf(row) === chosen}
              />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

const TableRow = memo(function TableRow({
  row,
  columns,
  chosen,
}: {
  row: unknown
  columns: readonly Column<unknown>[]
  chosen: boolean
}) {
  return (
    <tr role="row" data-row className={chosen ? 'chosen' : undefined}>
      {columns.map((column, at) => {
        const shared = {
          className: `${column.align ?? 'start'} phone-${column.phone ?? 'labelled'}`,
          'data-title': column.title,
        }
        return at === 0 ? (
          <th key={column.key} role="rowheader" scope="row" {...shared}>
            {column.cell(row)}
          </th>
        ) : (
          <td key={column.key} role="cell" {...shared}>
            {column.cell(row)}
          </td>
        )
      })}
    </tr>
  )
})

/** The arrows belong to the table while the focus is on one of its links. */
function useArrows(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const table = box.current
    if (!table) return
    const onKeyDown = (event: KeyboardEvent) => {
      const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
      if (!by || !(event.target instanceof HTMLAnchorElement) || event.altKey || !singleKeysAreOn()) return
      event.preventDefault()
      step(table, by)
    }
    table.addEventListener('keydown', onKeyDown)
    return () => table.removeEventListener('keydown', onKeyDown)
  }, [box])
}

/** Real focus moves from link to link, so nothing new is asked of a screen reader. */
function step(box: HTMLElement | null, by: number): void {
  const links = [...(box?.querySelectorAll<HTMLElement>('[data-row] th a, [data-row] th button') ?? [])]
  const row = document.activeElement?.closest('[data-row]')
  const at = links.findIndex((link) => row?.contains(link))
  const next = links[at < 0 ? 0 : Math.min(Math.max(at + by, 0), links.length - 1)]
  next?.focus()
}

function split<Row>(rows: readonly Row[], groupOf: ((row: Row) => string) | undefined) {
  if (!groupOf) return [{ title: '', members: rows }]
  return [...Map.groupBy(rows, groupOf)].map(([title, members]) => ({ title, members }))
}
