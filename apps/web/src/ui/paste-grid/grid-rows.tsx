import { type MouseEvent, type PointerEvent, memo } from 'react'
import { Icon } from '../icon.tsx'
import { CellEditor } from './cell-editor.tsx'
import type { GridColumn } from './grid-column.ts'
import { type Block, isInBlock, type Place } from './grid-place.ts'
import type { Editing } from './use-cell-grid.ts'

type RowProps = {
  id: string
  at: number
  row: unknown
  columns: readonly GridColumn<unknown>[]
  shape: string
  /** The columns of the block in this row, and the cell with the keyboard. */
  block: Block | undefined
  active: Place | undefined
  editing: Editing | undefined
  onFinish: (text: string | undefined, by: { key: string } | undefined) => void
}

/** One row of a grid; it is drawn anew only when something in it changes. */
export const GridRow = memo(function GridRow({
  id,
  at,
  row,
  columns,
  shape,
  block,
  active,
  editing,
  onFinish,
}: RowProps) {
  return (
    <div role="row" aria-rowindex={at + 2} className="grid-row" style={{ gridTemplateColumns: shape }}>
      {columns.map((column, i) => {
        const place = { row: at, column: i }
        const { text, face, error } = column.cell(row)
        const here = active?.column === i
        const writes = editing?.place.column === i ? editing : undefined
        return (
          <div
            key={column.key}
            id={`${id}-${at}-${i}`}
            role={i === 0 ? 'rowheader' : 'gridcell'}
            aria-colindex={i + 1}
            aria-selected={block ? isInBlock(block, place) : false}
            aria-invalid={error ? true : undefined}
            aria-readonly={column.mayEdit?.(row) ? undefined : true}
            data-row={at}
            data-column={i}
            className={`grid-cell${here ? ' active' : ''}${error ? ' wrong' : ''}`}
            title={error ?? (text.length > 18 ? text : undefined)}
          >
            {writes ? (
              <CellEditor
                label={column.title}
                start={writes.start}
                over={writes.over}
                choices={column.choices}
                onFinish={(written, by) => onFinish(written, by)}
              />
            ) : (
              <>
                {error && <Icon name="warning" size={15} />}
                <span className="grid-text">{face ?? text}</span>
                {error && <span className="visually-hidden">, {error}</span>}
              </>
            )}
          </div>
        )
      })}
    </div>
  )
})

/** The cell under a pointer. */
export function placeUnder({ target }: MouseEvent | PointerEvent): Place | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null
  return cell ? { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) } : undefined
}
