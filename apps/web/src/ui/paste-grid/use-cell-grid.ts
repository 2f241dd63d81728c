import { type ClipboardEvent, type KeyboardEvent, type RefObject, useState } from 'react'
import { cleared, copied, filledDown, pasted, type CellText } from './grid-block.ts'
import type { GridColumn, GridEdit } from './grid-column.ts'
import { blockOf, heldWithin, moveBy, type Place, type Selection } from './grid-place.ts'

type Given<Row> = {
  box: RefObject<HTMLDivElement | null>
  rows: readonly Row[]
  columns: readonly GridColumn<Row>[]
  keyOf: (row: Row) => string
  onEdit: (edits: readonly GridEdit[]) => void
  onOpen?: ((row: Row) => void) | undefined
  /** How many rows a page of the keyboard is. */
  page: number
}

/** The cell being written in, and what it begins with: the first letter typed, or its text, to be written over. */
export type Editing = { place: Place; start: string; over: boolean }

const START: Selection = { active: { row: 0, column: 0 }, corner: { row: 0, column: 0 } }

/** Where the keyboard stands in a grid, and what its keys do. */
export function useCellGrid<Row>({ box, rows, columns, keyOf, onEdit, onOpen, page }: Given<Row>) {
  const [kept, setSelection] = useState<Selection>(START)
  const [editing, setEditing] = useState<Editing>()
  const size = { rows: rows.length, columns: columns.length }
  const selection = heldWithin(kept, size)

  const textOf = ({ row, column }: Place): string => {
    const here = rows[row]
    return here === undefined ? '' : (columns[column]?.cell(here).text ?? '')
  }
  const mayEdit = ({ row, column }: Place): boolean => {
    const here = rows[row]
    return here !== undefined && columns[column]?.mayEdit?.(here) === true
  }
  const around = { ...size, textOf, mayEdit }

  function tell(cells: readonly CellText[]): void {
    const edits = cells.flatMap(({ row, column, text }) => {
      const [here, of] = [rows[row], columns[column]]
      return here === undefined || of === undefined ? [] : [{ key: keyOf(here), column: of.key, text }]
    })
    if (edits.length > 0) onEdit(edits)
  }

  function edit(place: Place, typed?: string): boolean {
    if (!mayEdit(place)) return false
    setEditing({ place, start: typed ?? textOf(place), over: typed === undefined })
    return true
  }

  function open({ row }: Place): void {
    const here = rows[row]
    if (here !== undefined) onOpen?.(here)
  }

  function press(event: KeyboardEvent): boolean {
    const ctrl = event.ctrlKey || event.metaKey
    const { active } = selection
    const next = moveBy(selection, { key: event.key, ctrl, shift: event.shiftKey, page }, size)
    if (next) return (setSelection(next), true)
    if (event.altKey) return false
    if (event.key === 'Enter' || event.key === 'F2') return (edit(active) || open(active), true)
    if (event.key === 'Delete' || event.key === 'Backspace') return (tell(cleared(selection, around)), true)
    if (event.key === 'Escape') {
      const block = blockOf(selection)
      setSelection({ active, corner: active })
      return block.top !== block.bottom || block.left !== block.right
    }
    if (ctrl && event.key.toLowerCase() === 'd') return (tell(filledDown(selection, around)), true)
    if (ctrl && event.key.toLowerCase() === 'a')
      return (setSelection({ active: { row: size.rows - 1, column: size.columns - 1 }, corner: START.corner }), true)
    return !ctrl && event.key.length === 1 && edit(active, event.key)
  }

  /** What was written is told; `by` says where the keyboard goes on. */
  function finish(text: string | undefined, by: { key: string } | undefined): void {
    if (!editing) return
    const { place } = editing
    setEditing(undefined)
    if (text !== undefined && text !== textOf(place)) tell([{ ...place, text }])
    if (by)
      setSelection(
        moveBy({ active: place, corner: place }, { key: by.key, ctrl: false, shift: false, page }, size) ?? kept,
      )
    box.current?.focus({ preventScroll: true })
  }

  return {
    selection,
    editing,
    edit,
    finish,
    choose: (active: Place, grows: boolean) => setSelection({ active, corner: grows ? selection.corner : active }),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.target !== box.current || !press(event)) return
      event.preventDefault()
      event.stopPropagation()
    },
    onCopy: (event: ClipboardEvent) => {
      if (event.target !== box.current) return
      event.clipboardData.setData('text/plain', copied(selection, textOf))
      event.preventDefault()
    },
    onPaste: (event: ClipboardEvent) => {
      if (event.target !== box.current) return
      tell(pasted(event.clipboardData.getData('text/plain'), selection, around))
      event.preventDefault()
      event.stopPropagation()
    },
  }
}
