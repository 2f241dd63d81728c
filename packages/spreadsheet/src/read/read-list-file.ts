import { readWorkbook } from './read-workbook.ts'
import type { WorkbookSheet } from './sheet-collector.ts'
import { UnreadableWorkbook } from './unreadable-workbook.ts'

/**
 * A file that may hold a list: each sheet with anything in it as text, as a spreadsheet puts it on the clipboard, its
 * lines where they stand in the sheet. The one sheet of a text file has no name. `note` says what had to be supposed.
 */
export type ListFile = { sheets: { name: string; text: string }[]; note: string | null }

const OLD = [0xd0, 0xcf, 0x11, 0xe0]
/** Its first entry: a list whose first heading begins with PK is none. */
const ZIP = [0x50, 0x4b, 0x03, 0x04]
const beginsWith = (bytes: Uint8Array, signature: readonly number[]) =>
  signature.every((sign, at) => bytes[at] === sign)

/** Reads a workbook of XLSX or ODS, or a text such as CSV: which one, its bytes tell. @throws UnreadableWorkbook */
export async function readListFile(bytes: Uint8Array): Promise<ListFile> {
  if (bytes.length === 0) throw new UnreadableWorkbook('The file is empty')
  if (beginsWith(bytes, OLD))
    throw new UnreadableWorkbook('That is an old Excel file, or one with a password: save it as .xlsx without one')
  if (beginsWith(bytes, ZIP)) {
    const sheets = await readWorkbook(bytes)
    return { sheets: sheets.filter(({ rows }) => rows.length > 0).map(asText), note: null }
  }
  const { text, note } = decoded(bytes)
  if (text.includes('\0'))
    throw new UnreadableWorkbook(
      'That is not a list: send an Excel workbook (.xlsx), an OpenDocument one (.ods) or a CSV file',
    )
  return { sheets: [{ name: '', text }], note }
}

const WESTERN =
  'The file does not say how its letters are written and was read as Excel on Windows writes them: look at names with accents'

function decoded(bytes: Uint8Array): { text: string; note: string | null } {
  const utf16 = beginsWith(bytes, [0xff, 0xfe]) ? 'utf-16le' : beginsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : undefined
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), note: null }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), note: null }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), note: WESTERN }
  }
}

function asText({ name, rows }: WorkbookSheet): ListFile['sheets'][number] {
  const lines: string[] = []
  for (const { row, cells } of rows) {
    while (lines.length < row - 1) lines.push('')
    // A tab in every line, so that nobody takes a comma for what separates.
    lines.push(`${cells.map(quoted).join('\t')}${cells.length === 1 ? '\t' : ''}`)
  }
  return { name, text: lines.join('\n') }
}

const quoted = (cell: string) => (/^"|[\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
