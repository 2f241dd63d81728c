import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { BUNDLE } from '@hubline/domain/imports/bundle.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { type CsvFile, type CsvRecord, readCsv } from '@hubline/spreadsheet/read-csv.ts'

/** A file of a bundle that was never written to a disk. */
export type FileInMemory = {
  file: string
  columns: readonly string[]
  rows: Iterable<Readonly<Record<string, string | undefined>>>
}

/** A folder, or files made on the spot. */
export type BundleSource = string | Iterable<FileInMemory>

export type OpenBundle = {
  /** Names of the files that are there, whether or not they belong. */
  files: readonly string[]
  open: (file: string) => Promise<CsvFile>
}

const ROWS_AT_ONCE = 1000

/** @throws Problem where there is no such folder, or nothing of a bundle in it */
export async function openBundle(source: BundleSource): Promise<OpenBundle> {
  if (typeof source === 'string') return openFolder(source)
  const files = new Map([...source].map((each) => [each.file, each]))
  return {
    files: [...files.keys()],
    open: async (file) => {
      const found = files.get(file)
      if (!found) throw new Error(`The bundle has no ${file}`)
      return { header: [...found.columns], batches: rowsOf(found) }
    },
  }
}

async function openFolder(folder: string): Promise<OpenBundle> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined)
  if (!entries) throw new Problem('not_found', `There is no folder ${folder}: name the folder that holds the bundle`)
  const files = entries.filter((entry) => !entry.isDirectory() && /\.csv$/i.test(entry.name)).map((entry) => entry.name)
  if (!BUNDLE.some(({ file }) => files.includes(file)))
    throw new Problem(
      'not_found',
      `No file of a bundle is in ${folder}: it would be called businesses.csv, people.csv and so on`,
    )
  return { files: files.toSorted(), open: (file) => readCsv(path.join(folder, file)) }
}

async function* rowsOf({ columns, rows }: FileInMemory): AsyncGenerator<CsvRecord[], void, undefined> {
  let batch: CsvRecord[] = []
  let line = 1
  for (const row of rows) {
    line += 1
    batch.push({ line, cells: columns.map((column) => row[column] ?? '') })
    if (batch.length < ROWS_AT_ONCE) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
