import { TOO_MUCH, UnreadableWorkbook } from './unreadable-workbook.ts'

/** A row with anything in it, by the number that the spreadsheet shows. */
export type WorkbookRow = { row: number; cells: string[] }

/** A sheet as texts: days as `YYYY-MM-DD`, with `THH:MM:SS` where they have a time; numbers as digits. */
export type WorkbookSheet = { name: string; rows: WorkbookRow[] }

/** Far beyond any list that a person keeps; a cell further down or right was left there by mistake. */
const LAST_ROW = 50_000
const LAST_COLUMN = 1000
/** More than a list was ever kept in; a file may name the same rows any number of times. */
const MOST_SHEETS = 100
/** Characters of all sheets together, each blank line and each empty cell before a filled one being one. */
const MOST_TEXT = 4_000_000

/** Takes a workbook's cells in and keeps those with something in them, within its limits. */
export class SheetCollector {
  readonly sheets: WorkbookSheet[] = []
  #text = 0

  /** @throws UnreadableWorkbook beyond the limits */
  begin(name: string): void {
    if (this.sheets.length >= MOST_SHEETS) throw new UnreadableWorkbook(TOO_MUCH)
    this.sheets.push({ name, rows: [] })
  }

  /** `row` counts from 1, `column` from 0. @throws UnreadableWorkbook beyond the limits */
  put({ row, column, text }: { row: number; column: number; text: string }): void {
    const sheet = this.sheets.at(-1)
    if (!sheet || text === '') return
    if (row > LAST_ROW || column >= LAST_COLUMN)
      throw new UnreadableWorkbook(
        `${sheet.name} has something in row ${row}, column ${column + 1}: delete what stands far below or right of the list`,
      )
    const last = sheet.rows.at(-1)
    const here = last?.row === row ? last : { row, cells: [] }
    if (here !== last) {
      this.#text += Math.max(0, row - (last?.row ?? 0))
      sheet.rows.push(here)
    }
    this.#text += text.length + Math.max(1, column - here.cells.length)
    if (this.#text > MOST_TEXT) throw new UnreadableWorkbook(TOO_MUCH)
    while (here.cells.length < column) here.cells.push('')
    here.cells[column] = text
  }
}
