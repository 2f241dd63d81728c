export type CsvStyle = {
  /** CRLF is what RFC 4180 and Excel write. */
  lineEnd?: '\r\n' | '\n'
  /**
   * For files that people open in a spreadsheet: cells that it would run as a formula get a leading apostrophe. Never
   * for the bundle, which must come back as it left.
   */
  harmless?: boolean
  /** A byte order mark, without which Excel reads UTF-8 as its own old encoding. */
  bom?: boolean
}

/** Characters gathered before a piece of text is given out. */
const PIECE = 64 * 1024

const NEEDS_QUOTES = /[",\r\n]|^\uFEFF/

// Space before the sign does not stop every spreadsheet; the last four are the full-width twins of the first.
const RUNS_AS_FORMULA = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n\0]/

// A negative number cannot run anything, and must still add up in the sheet. A plus sign is a telephone number.
const NEGATIVE_NUMBER = /^-\d+(\.\d+)?$/

/**
 * A table as CSV text in pieces of about 64,000 characters, made as fast as they are taken.
 * @throws Error when a row has not as many cells as the header
 */
export async function* writeCsv(
  table: { header: readonly string[]; rows: Iterable<readonly string[]> | AsyncIterable<readonly string[]> },
  style: CsvStyle = {},
): AsyncGenerator<string, void, undefined> {
  const { header, rows } = table
  let piece = (style.bom ? '\uFEFF' : '') + csvLine(header, style)
  for await (const row of rows) {
    if (row.length !== header.length) throw new Error(`A row has ${row.length} cells, the header ${header.length}`)
    piece += csvLine(row, style)
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}

/** One record with its line end. */
export function csvLine(cells: readonly string[], style: CsvStyle = {}): string {
  const { lineEnd = '\r\n', harmless = false } = style
  // A lone blank cell is quoted: an empty line is no record.
  if (cells.length === 1 && cells[0] === '') return `""${lineEnd}`
  let line = ''
  for (const [index, cell] of cells.entries())
    line += (index === 0 ? '' : ',') + quoted(harmless ? harmlessCell(cell) : cell)
  return line + lineEnd
}

/** The cell, with an apostrophe before it when a spreadsheet would take it for a formula; `-3.50` stays a number. */
export function harmlessCell(cell: string): string {
  return RUNS_AS_FORMULA.test(cell) && !NEGATIVE_NUMBER.test(cell) ? `'${cell}` : cell
}

function quoted(cell: string): string {
  return NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
