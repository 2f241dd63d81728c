/** A cell by its row and column, counted from 0. */
export type Place = { row: number; column: number }

/** The cell that has the keyboard, and the corner from which a block was drawn; both the same for one cell. */
export type Selection = { active: Place; corner: Place }

export type Size = { rows: number; columns: number }

export type Pressed = { key: string; ctrl: boolean; shift: boolean; page: number }

const within = (value: number, most: number): number => Math.max(0, Math.min(value, most))

/** The cell to which a key leads, or nothing where the key is none that moves. */
function placeAfter({ row, column }: Place, { key, ctrl, page }: Pressed, size: Size): Place | undefined {
  const [last_row, last_column] = [size.rows - 1, size.columns - 1]
  switch (key) {
    case 'ArrowDown':
      return { row: ctrl ? last_row : row + 1, column }
    case 'ArrowUp':
      return { row: ctrl ? 0 : row - 1, column }
    case 'ArrowRight':
      return { row, column: ctrl ? last_column : column + 1 }
    case 'ArrowLeft':
      return { row, column: ctrl ? 0 : column - 1 }
    case 'PageDown':
      return { row: row + page, column }
    case 'PageUp':
      return { row: row - page, column }
    case 'Home':
      return { row: ctrl ? 0 : row, column: 0 }
    case 'End':
      return { row: ctrl ? last_row : row, column: last_column }
    default:
      return undefined
  }
}

/** The selection after a key; with Shift the block grows. */
export function moveBy(selection: Selection, pressed: Pressed, size: Size): Selection | undefined {
  const next = placeAfter(selection.active, pressed, size)
  if (!next || size.rows === 0) return undefined
  const active = { row: within(next.row, size.rows - 1), column: within(next.column, size.columns - 1) }
  return { active, corner: pressed.shift ? selection.corner : active }
}

/** Where a list has shrunk under it, a selection stands in what is left. */
export function heldWithin({ active, corner }: Selection, size: Size): Selection {
  const held = ({ row, column }: Place) => ({
    row: within(row, size.rows - 1),
    column: within(column, size.columns - 1),
  })
  return { active: held(active), corner: held(corner) }
}

export type Block = { top: number; bottom: number; left: number; right: number }

/** The block between the two corners, both included. */
export function blockOf({ active, corner }: Selection): Block {
  return {
    top: Math.min(active.row, corner.row),
    bottom: Math.max(active.row, corner.row),
    left: Math.min(active.column, corner.column),
    right: Math.max(active.column, corner.column),
  }
}

export const isInBlock = ({ top, bottom, left, right }: Block, { row, column }: Place): boolean =>
  row >= top && row <= bottom && column >= left && column <= right

/** The rows worth drawing: those in sight and a few on either side. `to` is not drawn. */
export function rowsInSight(scroll: { top: number; height: number; row: number }, rows: number) {
  const before = 6
  const from = within(Math.floor(scroll.top / scroll.row) - before, Math.max(0, rows - 1))
  const to = Math.min(rows, Math.ceil((scroll.top + scroll.height) / scroll.row) + before)
  return { from, to }
}
