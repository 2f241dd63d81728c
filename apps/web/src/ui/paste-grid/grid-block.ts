import { readTable } from '@hubline/domain/imports/read-table.ts'
import { type Block, type Place, type Selection, blockOf } from './grid-place.ts'

/** A cell gets another text. */
export type CellText = Place & { text: string }

type Texts = (place: Place) => string
type Around = { rows: number; columns: number; textOf: Texts; mayEdit: (place: Place) => boolean }

const span = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at)

const placesIn = ({ top, bottom, left, right }: Block): Place[] =>
  span(top, bottom).flatMap((row) => span(left, right).map((column) => ({ row, column })))

/** A block as a spreadsheet reads it from the clipboard. */
export function copied(selection: Selection, textOf: Texts): string {
  const { top, bottom, left, right } = blockOf(selection)
  const written = (text: string) => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return span(top, bottom)
    .map((row) =>
      span(left, right)
        .map((column) => written(textOf({ row, column })))
        .join('\t'),
    )
    .join('\n')
}

/** What a paste puts into cells: a block from its corner on; a single cell into the whole selection. */
export function pasted(clipboard: string, selection: Selection, { rows, columns, mayEdit }: Around): CellText[] {
  const lines = readTable(clipboard.replace(/\n$/, ''))
  const [first] = lines
  const block = blockOf(selection)
  if (!first) return []
  const single = lines.length === 1 && first.cells.length === 1 ? first.cells[0] : undefined
  const cells =
    single === undefined
      ? lines.flatMap(({ row, cells: texts }) =>
          texts.map((text, at) => ({ row: block.top + row - first.row, column: block.left + at, text })),
        )
      : placesIn(block).map((place) => ({ ...place, text: single }))
  return cells.filter((cell) => cell.row < rows && cell.column < columns && mayEdit(cell))
}

/** The first row of the block in all its rows; one cell takes what stands above it. */
export function filledDown(selection: Selection, { textOf, mayEdit }: Around): CellText[] {
  const block = blockOf(selection)
  const from = block.top === block.bottom ? block.top - 1 : block.top
  if (from < 0) return []
  return placesIn({ ...block, top: from + 1 })
    .filter(mayEdit)
    .map((place) => ({ ...place, text: textOf({ row: from, column: place.column }) }))
}

export function cleared(selection: Selection, { mayEdit }: Around): CellText[] {
  return placesIn(blockOf(selection))
    .filter(mayEdit)
    .map((place) => ({ ...place, text: '' }))
}
