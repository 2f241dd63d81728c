import type { Readable } from 'node:stream'
import {
  type CellKind,
  type Sheet,
  type SheetColumn,
  asMoney,
  checkNames,
  checkedRows,
  columnLetters,
  gathered,
} from './sheet.ts'
import { xmlText } from './xml-text.ts'
import { type ZipEntry, zipOf } from './zip.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const LINKS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The place of each kind's look in `STYLES`. */
const LOOKS: Readonly<Record<CellKind | 'head', number>> = { text: 1, number: 0, money: 2, day: 3, head: 4 }
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

/** An Excel workbook, streamed sheet by sheet: the same content gives the same bytes. @throws Error as `checkNames` */
export function writeXlsx(sheets: readonly Sheet[]): Readable {
  checkNames(sheets)
  const parts: ZipEntry[] = [
    { name: '[Content_Types].xml', pieces: [contentTypes(sheets)] },
    {
      name: '_rels/.rels',
      pieces: [
        `${HEAD}<Relationships xmlns="${LINKS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ],
    },
    { name: 'xl/workbook.xml', pieces: [workbook(sheets)] },
    { name: 'xl/_rels/workbook.xml.rels', pieces: [workbookLinks(sheets)] },
    { name: 'xl/styles.xml', pieces: [STYLES] },
  ]
  return zipOf([
    ...parts,
    ...sheets.map((sheet, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, pieces: gathered(sheetXml(sheet)) })),
  ])
}

const contentTypes = (sheets: readonly Sheet[]) =>
  `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${sheets.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`).join('')}</Types>`

const workbook = (sheets: readonly Sheet[]) =>
  `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.map(({ name }, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`

const workbookLinks = (sheets: readonly Sheet[]) =>
  `${HEAD}<Relationships xmlns="${LINKS}">${sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`

async function* sheetXml(sheet: Sheet): AsyncGenerator<string, void, undefined> {
  const { columns, to_fill = 0 } = sheet
  const look = (is: CellKind) => (to_fill > 0 ? ` style="${LOOKS[is]}"` : '')
  const letters = columns.map((_, at) => columnLetters(at))
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.map((column, at) => `<col min="${at + 1}" max="${at + 1}" width="${widthOf(column)}" customWidth="1"${look(column.is)}/>`).join('')}</cols><sheetData>`
  yield `<row r="1">${columns.map(({ name }, at) => textCell(`${letters[at]}1`, name, LOOKS.head)).join('')}</row>`
  let row = 1
  for await (const cells of checkedRows(sheet)) {
    row += 1
    let xml = `<row r="${row}">`
    for (const [at, { is }] of columns.entries()) {
      const cell = cells[at] ?? null
      if (cell !== null && cell !== '') xml += cellXml(`${letters[at]}${row}`, is, cell)
    }
    yield `${xml}</row>`
  }
  yield `</sheetData><autoFilter ref="A1:${letters.at(-1)}${row}"/>${held(columns, { row, to_fill })}</worksheet>`
}

/** What Excel refuses in the rows that wait to be filled in. */
function held(columns: readonly SheetColumn[], { row, to_fill }: { row: number; to_fill: number }): string {
  const rules = columns.flatMap(({ is, holds }, at) =>
    holds && to_fill > 0
      ? [
          `<dataValidation type="${HELD[is]}" operator="between" allowBlank="1" showErrorMessage="1" error="${xmlText(holds.says)}" sqref="${columnLetters(at)}${row + 1}:${columnLetters(at)}${row + to_fill}"><formula1>${bound(is, holds.from)}</formula1><formula2>${bound(is, holds.to)}</formula2></dataValidation>`,
        ]
      : [],
  )
  return rules.length > 0 ? `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>` : ''
}

const HELD: Readonly<Record<CellKind, string>> = { text: 'textLength', number: 'whole', money: 'decimal', day: 'date' }
const bound = (is: CellKind, given: string) => (is === 'day' ? serialOf(given) : given)

function cellXml(place: string, is: CellKind, cell: string): string {
  if (is === 'text') return textCell(place, cell, LOOKS.text)
  const number = is === 'day' ? serialOf(cell) : is === 'money' ? asMoney(cell) : cell
  return number === undefined
    ? textCell(place, cell, LOOKS.text)
    : `<c r="${place}" s="${LOOKS[is]}"><v>${number}</v></c>`
}

// A reader takes _x0041_ for "A"; an underscore written so keeps the text as it was.
const textCell = (place: string, text: string, look: number) =>
  `<c r="${place}" s="${look}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')}</t></is></c>`

const A_DAY = 86_400_000
/** Excel's number of a day; undefined before March 1900, where its calendar has a day that never was. */
function serialOf(day: string): number | undefined {
  const serial = (Date.parse(day) - Date.UTC(1899, 11, 30)) / A_DAY
  return serial > 60 ? serial : undefined
}

/** In characters: enough for the heading, and for what usually stands below it. */
const widthOf = ({ name, is }: SheetColumn): number => Math.min(60, Math.max(name.length + 4, is === 'text' ? 18 : 14))
