import { createReadStream } from 'node:fs'
import { decodeUtf8 } from './decode-utf8.ts'
import { RecordSplitter } from './split-records.ts'
import type { Row } from './split-records.ts'
import { UnreadableFile } from './unreadable-file.ts'

/**
 * One record. `line` is the physical line on which it starts, counted from 1. `problem` says that it has more or fewer
 * cells than the header; reading goes on after it.
 */
export type CsvRecord = { line: number; cells: string[]; problem?: string }

export type CsvFile = {
  header: string[]
  /** Up to 1,000 records at a time. Leaving the loop early closes the file. */
  batches: AsyncGenerator<CsvRecord[], void, undefined>
}

const BATCH = 1000

/**
 * Reads a CSV file as strictly as the bundle asks: UTF-8 with or without a byte order mark, comma, RFC 4180 quotes, a
 * header row, LF or CRLF. Blank lines are passed over; cells are given exactly as written, never trimmed.
 *
 * Memory stays flat whatever the size. Cells are views on the text around them, so whoever keeps a few cells of every
 * batch for long keeps the whole file: copy such a cell first.
 * @param source the path of a file, or its bytes
 * @throws UnreadableFile here for the header, and from `batches` for the records
 */
export async function readCsv(source: string | AsyncIterable<Uint8Array>): Promise<CsvFile> {
  const bytes = typeof source === 'string' ? createReadStream(source, { highWaterMark: 256 * 1024 }) : source
  const batches = recordsOf(bytes)
  const first = await batches.next()
  return { header: first.value?.[0]?.cells ?? [], batches }
}

/** The first batch is the header alone, which also sets the generator going, so that `return` closes the file. */
async function* recordsOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<CsvRecord[], void, undefined> {
  const splitter = new RecordSplitter()
  let header: Row | undefined
  for await (const text of decodeUtf8(bytes)) {
    splitter.push(text)
    header ??= yield* headerOf(splitter)
    if (header) yield* batchesOf(splitter, header.cells.length)
  }
  splitter.end()
  header ??= yield* headerOf(splitter)
  if (!header)
    throw new UnreadableFile({
      reason: 'empty',
      line: 1,
      sentence: 'The file is empty',
      advice: 'It needs at least a row of column names',
    })
  yield* batchesOf(splitter, header.cells.length)
}

function* headerOf(splitter: RecordSplitter): Generator<CsvRecord[], Row | undefined> {
  const row = splitter.next()
  if (row) yield [checkHeader(row)]
  return row
}

function* batchesOf(splitter: RecordSplitter, columns: number): Generator<CsvRecord[]> {
  let batch: CsvRecord[] = []
  for (let row = splitter.next(); row; row = splitter.next()) {
    batch.push(checked(row, columns))
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

function checked(row: Row, columns: number): CsvRecord {
  const found = row.cells.length
  if (found === columns) return row
  const problem =
    found < columns
      ? `This row has ${found} of the ${columns} cells that the header names: add the missing commas`
      : `This row has ${found} cells and the header names ${columns}: put a cell that holds a comma in quotation marks`
  return { ...row, problem }
}

function checkHeader(row: Row): Row {
  const { line, cells } = row
  const [first = ''] = cells
  if (cells.length === 1 && /[;\t]/.test(first))
    throw new UnreadableFile({
      reason: 'separator',
      line,
      sentence: `The column names are separated by ${first.includes('\t') ? 'tabs' : 'semicolons'}, not commas`,
      advice: 'Save the file as "CSV UTF-8 (comma delimited)"',
    })
  const seen = new Map<string, number>()
  for (const [index, cell] of cells.entries()) {
    const name = cell.trim()
    const earlier = seen.get(name)
    if (name === '')
      throw headerRefusal(line, `Column ${index + 1} has no name`, 'Name every column, or take out the empty one')
    if (earlier !== undefined)
      throw headerRefusal(
        line,
        `Columns ${earlier} and ${index + 1} are both called "${name}"`,
        'Give each column a name of its own',
      )
    seen.set(name, index + 1)
  }
  return row
}

function headerRefusal(line: number, sentence: string, advice: string): UnreadableFile {
  return new UnreadableFile({ reason: 'header', line, sentence, advice })
}
