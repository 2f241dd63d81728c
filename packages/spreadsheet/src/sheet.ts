/** What a column's cells are: a whole or decimal number as digits, pounds with two decimals, a day as `YYYY-MM-DD`. */
export type CellKind = 'text' | 'number' | 'money' | 'day'
export type SheetColumn = {
  readonly name: string
  readonly is: CellKind
  /** What Excel lets somebody enter below: days `YYYY-MM-DD` or whole numbers between these, or a text so long. */
  readonly holds?: { readonly from: string; readonly to: string; readonly says: string }
}
/** Cells as text, in the order of the columns; null is an empty cell. */
export type SheetRow = readonly (string | null)[]

/** One table of a workbook: the same description makes a sheet of XLSX, of ODS, or a CSV file. */
export type Sheet = {
  readonly name: string
  readonly columns: readonly SheetColumn[]
  /** So many rows wait to be filled in: what is typed there becomes what its column is. */
  readonly to_fill?: number
  /** Asked for once, when the sheet's turn comes. */
  readonly rows: () => Iterable<SheetRow> | AsyncIterable<SheetRow>
}

/** The longest text that a cell of XLSX holds, and the most rows of a sheet: https://support.microsoft.com "Excel specifications and limits". */
const LONGEST_CELL = 32_767
const MOST_ROWS = 1_048_576

const NUMBER = /^-?\d+(\.\d+)?$/
const MONEY = /^-?\d+(\.\d{1,2})?$/
const DAY = /^\d{4}-\d{2}-\d{2}$/
const NOT_IN_A_NAME = /[\\/?*[\]:]|^'|'$/

/** @throws Error where a spreadsheet would refuse a sheet's name, or two have the same */
export function checkNames(sheets: readonly Sheet[]): void {
  const seen = new Set<string>()
  for (const { name } of sheets) {
    if (name === '' || name.length > 31 || NOT_IN_A_NAME.test(name) || /^history$/i.test(name))
      throw new Error(`A sheet cannot be called "${name}"`)
    if (seen.has(name.toLowerCase())) throw new Error(`Two sheets are called "${name}"`)
    seen.add(name.toLowerCase())
  }
}

/**
 * A sheet's rows as they are taken, each looked at.
 * @throws Error for a row of another length, a cell that is not what its column says, or more than a sheet holds
 */
export async function* checkedRows({ name, columns, rows }: Sheet): AsyncGenerator<SheetRow, void, undefined> {
  let count = 1
  for await (const row of rows()) {
    if (row.length !== columns.length)
      throw new Error(`A row of ${name} has ${row.length} cells, its header ${columns.length}`)
    for (const [at, column] of columns.entries()) checkCell(name, column, row[at] ?? null)
    if ((count += 1) > MOST_ROWS) throw new Error(`${name} has more rows than a sheet holds`)
    yield row
  }
}

function checkCell(sheet: string, { name, is }: SheetColumn, cell: string | null): void {
  if (cell === null) return
  if (is === 'text' ? cell.length <= LONGEST_CELL : { number: NUMBER, money: MONEY, day: DAY }[is].test(cell)) return
  throw new Error(`${sheet}: a cell of ${name} is no ${is}`)
}

/** Pounds as two decimals. */
export const asMoney = (cell: string): string => {
  const [pounds = '0', pence = ''] = cell.split('.')
  return `${pounds}.${pence.padEnd(2, '0')}`
}

/** Characters gathered before a piece of text is given out. */
const PIECE = 64 * 1024

/** Small texts gathered into pieces of about 64,000 characters. */
export async function* gathered(texts: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  let piece = ''
  for await (const text of texts) {
    piece += text
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}

/** The letters of a column, counted from 0: A, B … Z, AA. */
export function columnLetters(at: number): string {
  const last = String.fromCodePoint(65 + (at % 26))
  return at < 26 ? last : columnLetters(Math.floor(at / 26) - 1) + last
}
