import { plainNumber } from './cell-text.ts'
import { type Attributes, readXml } from './read-xml.ts'
import { SheetCollector, type WorkbookSheet } from './sheet-collector.ts'
import { DAMAGED, UnreadableWorkbook } from './unreadable-workbook.ts'
import type { WorkbookZip } from './workbook-zip.ts'

/** The sheets of an OpenDocument spreadsheet that a person sees. @throws UnreadableWorkbook */
export async function readOds(zip: WorkbookZip): Promise<WorkbookSheet[]> {
  const bytes = await zip.read('content.xml')
  if (!bytes) throw new UnreadableWorkbook(DAMAGED)
  const reader = new OdsReader()
  await readXml(bytes, {
    open: (element, attributes) => reader.open(element, attributes),
    close: (element) => reader.close(element),
    text: (text) => reader.text(text),
  })
  return reader.collector.sheets
}

/** How often a row or cell stands there. */
const times = (attributes: Attributes, of: string) =>
  Math.max(1, Number(attributes[`table:number-${of}-repeated`] ?? 1))

class OdsReader {
  readonly collector = new SheetCollector()
  readonly #hidden = new Set<string>()
  #style = ''
  #is_seen = true
  #row = { at: 0, times: 1 }
  #filled: { column: number; text: string }[] = []
  #column = 0
  #cell: Attributes = {}
  #lines: string[] = []
  /** Notes on a cell are not in it. */
  #notes = 0
  #is_text = false

  open(element: string, attributes: Attributes): void {
    if (element === 'annotation') this.#notes += 1
    if (this.#notes > 0) return
    switch (element) {
      case 'style':
        this.#style = attributes['style:name'] ?? ''
        break
      case 'table-properties':
        if (attributes['table:display'] === 'false') this.#hidden.add(this.#style)
        break
      case 'table':
        this.#is_seen = !this.#hidden.has(attributes['table:style-name'] ?? '')
        if (this.#is_seen) this.collector.begin(attributes['table:name'] ?? '')
        this.#row = { at: 0, times: 1 }
        break
      case 'table-row':
        this.#row = { at: this.#row.at + 1, times: times(attributes, 'rows') }
        this.#column = 0
        this.#filled = []
        break
      case 'table-cell':
      case 'covered-table-cell':
        this.#cell = attributes
        this.#lines = []
        break
      default:
        this.#openText(element, attributes)
    }
  }

  #openText(element: string, attributes: Attributes): void {
    if (element === 'p') {
      this.#lines.push('')
      this.#is_text = true
    } else if (element === 's') this.text(' '.repeat(Math.min(1000, Number(attributes['text:c'] ?? 1))))
    else if (element === 'tab') this.text('\t')
    else if (element === 'line-break') this.text('\n')
  }

  text(text: string): void {
    const last = this.#lines.length - 1
    if (this.#is_text && this.#notes === 0 && last >= 0) this.#lines[last] += text
  }

  close(element: string): void {
    if (element === 'annotation') this.#notes -= 1
    if (this.#notes > 0) return
    if (element === 'p') this.#is_text = false
    if (element === 'table-cell' || element === 'covered-table-cell') this.#closeCell(element)
    if (element === 'table-row') this.#closeRow()
  }

  #closeCell(element: string): void {
    const text = element === 'table-cell' ? cellText(this.#cell, this.#lines.join('\n')) : ''
    const repeated = times(this.#cell, 'columns')
    // An empty cell goes on to the end of the sheet; so does, now and then, a filled one.
    const filled = text === '' ? 0 : Math.min(repeated, MOST_REPEATED)
    for (let at = 0; at < filled; at += 1) this.#filled.push({ column: this.#column + at, text })
    this.#column += repeated
  }

  #closeRow(): void {
    const { at: first, times: repeated } = this.#row
    this.#row.at += repeated - 1
    if (this.#filled.length === 0 || !this.#is_seen) return
    for (let row = first; row < first + repeated; row += 1)
      for (const { column, text } of this.#filled) this.collector.put({ row, column, text })
  }
}

/** More than the collector takes: what stands further right is refused there. */
const MOST_REPEATED = 1001

function cellText(cell: Attributes, shown: string): string {
  const value = cell['office:value'] ?? ''
  switch (cell['office:value-type']) {
    case 'date':
      return (cell['office:date-value'] ?? shown).replace(/T00:00:00(?:\.0+)?Z?$/, '')
    case 'boolean':
      return cell['office:boolean-value'] === 'true' ? 'TRUE' : 'FALSE'
    case 'float':
    case 'currency':
    case 'percentage':
      // A number that is shown with zeros before it was meant to have them.
      return /^0\d+$/.test(shown) && Number(shown) === Number(value) ? shown : plainNumber(value)
    default:
      return shown
  }
}
