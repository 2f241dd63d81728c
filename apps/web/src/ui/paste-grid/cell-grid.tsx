import { type MouseEvent, useCallback, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { Icon } from '../icon.tsx'
import './cell-grid.css'
import type { GridColumn, GridEdit } from './grid-column.ts'
import { blockOf, type Place, rowsInSight } from './grid-place.ts'
import { GridRow, placeUnder } from './grid-rows.tsx'
import { useCellGrid } from './use-cell-grid.ts'

type Props<Row> = {
  /** Names the grid for those who hear it. */
  label: string
  rows: readonly Row[]
  /** Made once, outside the component. The first names the row and stays in sight. */
  columns: readonly GridColumn<Row>[]
  keyOf: (row: Row) => string
  onEdit: (edits: readonly GridEdit[]) => void
  /** Enter, or a second press, on a cell that is only read. */
  onOpen?: ((row: Row) => void) | undefined
}

const HEAD = 44
const [LOW, TALL] = [36, 46]

const isSame = (one: Place, other: Place) => one.row === other.row && one.column === other.column

/**
 * Rows to be written in like a spreadsheet: arrows, Enter edits, Ctrl C and V copy and paste blocks, Ctrl D fills down.
 * Only the rows in sight are drawn. The grid itself has the focus, so that no row takes it along out of sight.
 */
export function CellGrid<Row>({ label, rows, columns, keyOf, onEdit, onOpen }: Props<Row>) {
  const id = useId().replaceAll(/\W/g, '')
  const box = useRef<HTMLDivElement>(null)
  const [height] = useState(() => (matchMedia('(pointer: coarse)').matches ? TALL : LOW))
  const [scroll, setScroll] = useState({ top: 0, height: 480 })
  const page = Math.max(1, Math.floor((scroll.height - HEAD) / height) - 1)
  const grid = useCellGrid({ box, rows, columns, keyOf, onEdit, onOpen, page })
  const { active } = grid.selection
  const latest = useRef(grid.finish)
  useEffect(() => {
    latest.current = grid.finish
  })
  const finish = useCallback<typeof grid.finish>((text, by) => latest.current(text, by), [])
  const block = blockOf(grid.selection)
  const { from, to } = rowsInSight({ top: scroll.top, height: scroll.height, row: height }, rows.length)
  const shape = columns
    .map(({ width }, at) => (at === columns.length - 1 ? `minmax(${width}px, 1fr)` : `${width}px`))
    .join(' ')
  const wide = columns.reduce((sum, { width }) => sum + width, 0)

  useEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => setScroll({ top: element.scrollTop, height: element.clientHeight })
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    element.addEventListener('scroll', measure, { passive: true })
    return () => {
      watch.disconnect()
      element.removeEventListener('scroll', measure)
    }
  }, [])

  const again = useRef(false)
  const moved = useRef(false)
  useLayoutEffect(() => {
    const element = box.current
    if (!moved.current || !element) return void (moved.current = true)
    bringInSight(element, { row: active.row, height, column: active.column, columns })
    setScroll({ top: element.scrollTop, height: element.clientHeight })
  }, [active.row, active.column, height, columns])

  function onMouseDown(event: MouseEvent) {
    const place = placeUnder(event)
    if (!place || event.button !== 0 || event.target instanceof HTMLInputElement) return
    // The grid takes the focus, not the cell.
    event.preventDefault()
    again.current = isSame(place, active) && document.activeElement === box.current
    box.current?.focus({ preventScroll: true })
    grid.choose(place, event.shiftKey)
  }

  // A finger cannot press twice as quickly as a mouse: a second tap writes.
  function onClick(event: MouseEvent) {
    if (height === TALL && again.current) onDoubleClick(event)
  }

  function onDoubleClick(event: MouseEvent) {
    const place = placeUnder(event)
    const row = place && rows[place.row]
    if (place && row !== undefined && !grid.edit(place)) onOpen?.(row)
  }

  const standing = rows[active.row]
  const error = standing === undefined ? undefined : columns[active.column]?.cell(standing).error
  return (
    <>
      <div
        ref={box}
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        aria-multiselectable
        aria-activedescendant={
          rows.length > 0 && active.row >= from && active.row < to ? `${id}-${active.row}-${active.column}` : undefined
        }
        className="cell-grid"
        style={{ '--grid-row': `${height}px`, '--grid-head': `${HEAD}px` } as object}
        onKeyDown={grid.onKeyDown}
        onCopy={grid.onCopy}
        onPaste={grid.onPaste}
        onMouseDown={onMouseDown}
        onPointerMove={(event) => {
          const place = event.buttons === 1 && event.pointerType === 'mouse' ? placeUnder(event) : undefined
          if (place && !grid.editing && !isSame(place, active)) grid.choose(place, true)
        }}
        onClick={onClick}
        onDoubleClick={onDoubleClick}
      >
        <div
          role="row"
          aria-rowindex={1}
          className="grid-row grid-head"
          style={{ gridTemplateColumns: shape, minWidth: wide }}
        >
          {columns.map(({ key, title, head }, at) => (
            <div key={key} role="columnheader" aria-colindex={at + 1} className="grid-cell">
              {head ?? title}
            </div>
          ))}
        </div>
        <div role="rowgroup" className="grid-body" style={{ height: rows.length * height, minWidth: wide }}>
          <div role="presentation" style={{ transform: `translateY(${from * height}px)` }}>
            {rows.slice(from, to).map((row, i) => {
              const at = from + i
              return (
                <GridRow
                  key={keyOf(row)}
                  id={id}
                  at={at}
                  row={row}
                  columns={columns as readonly GridColumn<unknown>[]}
                  shape={shape}
                  block={at >= block.top && at <= block.bottom ? block : undefined}
                  active={at === active.row ? active : undefined}
                  editing={grid.editing?.place.row === at ? grid.editing : undefined}
                  onFinish={finish}
                />
              )
            })}
          </div>
        </div>
      </div>
      {/* Heard with the cell; here for those who see. */}
      <p className="grid-problem" aria-hidden="true">
        {error && (
          <>
            <Icon name="warning" size={16} />
            {error}
          </>
        )}
      </p>
    </>
  )
}

type Aim = { row: number; height: number; column: number; columns: readonly { width: number }[] }

/** Scrolls as little as needed; head and first column stay in sight and cover what is under them. */
function bringInSight(box: HTMLElement, { row, height, column, columns }: Aim): void {
  const top = row * height
  const seen = box.clientHeight - HEAD
  if (top < box.scrollTop) box.scrollTop = top
  else if (top + height > box.scrollTop + seen) box.scrollTop = top + height - seen
  if (column === 0) return
  const left = columns.slice(0, column).reduce((sum, { width }) => sum + width, 0)
  const first = columns[0]?.width ?? 0
  const right = left + (columns[column]?.width ?? 0)
  if (left - first < box.scrollLeft) box.scrollLeft = left - first
  else if (right > box.scrollLeft + box.clientWidth) box.scrollLeft = right - box.clientWidth
}
