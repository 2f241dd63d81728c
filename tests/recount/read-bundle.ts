import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** One row of a file: every cell as trimmed text, a missing column as ''. */
export type Row = Readonly<Record<string, string>>

/** The rows of every file by the file's name without `.csv`. */
export type Bundle = Readonly<Record<string, readonly Row[]>>

/** The records of a CSV text, each a list of its cells: quotes, doubled quotes and line breaks inside quotes are understood. */
export function cellsOf(text: string): string[][] {
  const records: string[][] = []
  let record: string[] = []
  let cell = ''
  let quoted = false
  for (let i = text.startsWith('\uFEFF') ? 1 : 0; i < text.length; i++) {
    const letter = text[i]
    if (quoted) {
      if (letter !== '"') cell += letter
      else if (text[i + 1] === '"') {
        cell += '"'
        i++
      } else quoted = false
    } else if (letter === '"') quoted = true
    else if (letter === ',') {
      record.push(cell)
      cell = ''
    } else if (letter === '\n') {
      records.push([...record, cell])
      record = []
      cell = ''
    } else if (letter !== '\r') cell += letter
  }
  if (cell !== '' || record.length > 0) records.push([...record, cell])
  return records.filter((cells) => cells.length > 1 || cells[0] !== '')
}

/** The rows of a CSV text by its header. */
export function rowsOf(text: string): Row[] {
  const [header = [], ...records] = cellsOf(text)
  return records.map((cells) =>
    Object.fromEntries(header.map((column, at) => [column.trim(), (cells[at] ?? '').trim()])),
  )
}

/** The bundle in a folder. A file that is not there has no rows. */
export function readBundle(folder: string): Bundle {
  if (!existsSync(folder)) throw new Error(`There is no bundle at ${folder}`)
  const files = readdirSync(folder).filter((file) => file.endsWith('.csv'))
  return Object.fromEntries(
    files.map((file) => [file.replace(/\.csv$/, ''), rowsOf(readFileSync(join(folder, file), 'utf8'))]),
  )
}
