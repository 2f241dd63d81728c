import type { Readable } from 'node:stream'
import { type CellKind, type Sheet, asMoney, checkNames, checkedRows, columnLetters, gathered } from './sheet.ts'
import { xmlText } from './xml-text.ts'
import { zipOf } from './zip.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const SPACE = 'urn:oasis:names:tc:opendocument:xmlns'
const TYPE = 'application/vnd.oasis.opendocument.spreadsheet'
const MANIFEST = `${HEAD}<manifest:manifest xmlns:manifest="${SPACE}:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${TYPE}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="settings.xml" manifest:media-type="text/xml"/></manifest:manifest>`

const NAMES = `xmlns:office="${SPACE}:office:1.0" xmlns:table="${SPACE}:table:1.0" xmlns:text="${SPACE}:text:1.0" xmlns:style="${SPACE}:style:1.0" xmlns:number="${SPACE}:datastyle:1.0" xmlns:fo="${SPACE}:xsl-fo-compatible:1.0" office:version="1.3"`
const STYLES = `<office:automatic-styles><number:date-style style:name="DAY"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style><number:number-style style:name="POUNDS"><number:number number:decimal-places="2" number:min-decimal-places="2" number:min-integer-digits="1" number:grouping="true"/></number:number-style><number:text-style style:name="TEXT"><number:text-content/></number:text-style><style:style style:name="co" style:family="table-column"><style:table-column-properties style:column-width="4cm"/></style:style><style:style style:name="text" style:family="table-cell" style:data-style-name="TEXT"/><style:style style:name="money" style:family="table-cell" style:data-style-name="POUNDS"/><style:style style:name="day" style:family="table-cell" style:data-style-name="DAY"/><style:style style:name="head" style:family="table-cell" style:data-style-name="TEXT"><style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles>`

/** An OpenDocument workbook, streamed sheet by sheet: the same content gives the same bytes. @throws Error as `checkNames` */
export function writeOds(sheets: readonly Sheet[]): Readable {
  checkNames(sheets)
  return zipOf(
    [
      { name: 'META-INF/manifest.xml', pieces: [MANIFEST] },
      { name: 'settings.xml', pieces: [settings(sheets)] },
      { name: 'content.xml', pieces: gathered(content(sheets)) },
    ],
    { name: 'mimetype', text: TYPE },
  )
}

const item = (name: string, type: string, value: string | number) =>
  `<config:config-item config:name="${name}" config:type="${type}">${value}</config:config-item>`

/** Each sheet's heading stays in view. */
const settings = (sheets: readonly Sheet[]) =>
  `${HEAD}<office:document-settings xmlns:office="${SPACE}:office:1.0" xmlns:config="${SPACE}:config:1.0" xmlns:ooo="http://openoffice.org/2004/office" office:version="1.3"><office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>${item('ViewId', 'string', 'view1')}<config:config-item-map-named config:name="Tables">${sheets.map(({ name }) => `<config:config-item-map-entry config:name="${xmlText(name)}">${item('VerticalSplitMode', 'short', 2)}${item('VerticalSplitPosition', 'int', 1)}${item('ActiveSplitRange', 'short', 2)}${item('PositionBottom', 'int', 1)}</config:config-item-map-entry>`).join('')}</config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>`

async function* content(sheets: readonly Sheet[]): AsyncGenerator<string, void, undefined> {
  yield `${HEAD}<office:document-content ${NAMES}>${STYLES}<office:body><office:spreadsheet>`
  const ranges: string[] = []
  for (const [at, sheet] of sheets.entries()) {
    const { name, columns, to_fill = 0 } = sheet
    yield `<table:table table:name="${xmlText(name)}">${to_fill > 0 ? columns.map(({ is }) => columnOf(is)).join('') : `<table:table-column table:style-name="co" table:number-columns-repeated="${columns.length}"/>`}`
    yield `<table:table-header-rows><table:table-row>${columns.map((column) => textCell(column.name, 'head')).join('')}</table:table-row></table:table-header-rows>`
    let row = 1
    for await (const cells of checkedRows(sheet)) {
      row += 1
      yield `<table:table-row>${columns.map(({ is }, place) => cellXml(is, cells[place] ?? null)).join('')}</table:table-row>`
    }
    yield '</table:table>'
    ranges.push(
      `<table:database-range table:name="filter${at + 1}" table:target-range-address="${xmlText(`'${name.replaceAll("'", "''")}'`)}.A1:${xmlText(`'${name.replaceAll("'", "''")}'`)}.${columnLetters(columns.length - 1)}${row}" table:display-filter-buttons="true"/>`,
    )
  }
  yield `<table:database-ranges>${ranges.join('')}</table:database-ranges></office:spreadsheet></office:body></office:document-content>`
}

/** What is typed in its empty cells becomes what the column is. */
const columnOf = (is: CellKind) =>
  `<table:table-column table:style-name="co"${is === 'number' ? '' : ` table:default-cell-style-name="${is}"`}/>`

function cellXml(is: CellKind, cell: string | null): string {
  if (cell === null || cell === '') return '<table:table-cell/>'
  switch (is) {
    case 'text':
      return textCell(cell, 'text')
    case 'day':
      return `<table:table-cell table:style-name="day" office:value-type="date" office:date-value="${cell}"/>`
    case 'money':
      return `<table:table-cell table:style-name="money" office:value-type="float" office:value="${asMoney(cell)}"/>`
    case 'number':
      return `<table:table-cell office:value-type="float" office:value="${cell}"/>`
  }
}

// Runs of spaces, tabs and line ends are folded in this format unless they are named.
const textCell = (text: string, style: string) =>
  `<table:table-cell table:style-name="${style}" office:value-type="string">${text
    .split(/\r\n|\r|\n/)
    .map((line) => `<text:p>${spaced(line)}</text:p>`)
    .join('')}</table:table-cell>`

const spaced = (line: string) =>
  xmlText(line)
    .replace(/ {2,}|^ | $/g, (run) => `<text:s text:c="${run.length}"/>`)
    .replaceAll('\t', '<text:tab/>')
