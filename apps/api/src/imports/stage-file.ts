import { finished } from 'node:stream/promises'
import type { BundleFile } from '@hubline/domain/imports/bundle-file.ts'
import type { CsvFile } from '@hubline/spreadsheet/read-csv.ts'
import { UnreadableFile } from '@hubline/spreadsheet/unreadable-file.ts'
import type * as pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { BundleProblem } from './bundle-problem.ts'
import { checkHeader } from './check-header.ts'
import { type CheckedRow, type RowChecker, rowChecker } from './check-row.ts'
import { type Staging, fileNumber, makeStagedTable, quoted } from './staging.ts'

/** Characters gathered before they go to the database: large enough to be quick, small enough to stay unnoticed. */
const ENOUGH = 250_000

type Opened = { description: BundleFile; open: () => Promise<CsvFile>; onRows: (rows: number) => void }

/**
 * Reads one file into its staging table. Each cell and row is checked on the way; bad rows are staged as no more than
 * their line and reference. Gives the number of rows, or undefined where the file as a whole cannot be used.
 */
export async function stageFile(staging: Staging, { description, open, onRows }: Opened): Promise<number | undefined> {
  await makeStagedTable(staging, description)
  const load = new Loader(staging.client, description)
  try {
    const { header, batches } = await open()
    const problems = checkHeader(description, header)
    if (problems.length > 0) {
      await batches.return()
      load.addProblems(problems)
      return undefined
    }
    return await stageRows(load, { checker: rowChecker(description, header, staging.today), batches, onRows })
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    const { line, sentence, advice } = error
    load.addProblems([{ file: description.file, line, column: '', found: '', problem: `${sentence}. ${advice}` }])
    return undefined
  } finally {
    await load.end()
  }
}

type Reading = { checker: RowChecker; batches: CsvFile['batches']; onRows: (rows: number) => void }

async function stageRows(load: Loader, { checker, batches, onRows }: Reading): Promise<number> {
  load.columns = checker.columns
  let rows = 0
  for await (const batch of batches) {
    for (const record of batch) load.addRow(checker.check(record))
    rows += batch.length
    if (!load.isFull) continue
    await load.send()
    onRows(rows)
  }
  return rows
}

/** Sends rows and problems to the database while the next ones are being read: one load is under way at a time. */
class Loader {
  readonly #client: pg.PoolClient
  readonly #description: BundleFile
  #rows: string[] = []
  #problems: string[] = []
  #length = 0
  #underWay: Promise<void> = Promise.resolve()
  columns: readonly string[] = []

  constructor(client: pg.PoolClient, description: BundleFile) {
    this.#client = client
    this.#description = description
  }

  get isFull(): boolean {
    return this.#length >= ENOUGH
  }

  addRow({ line, reference, fields, problems }: CheckedRow): void {
    const isRefused = problems.length > 0
    const row = copyLine([
      String(line),
      isRefused ? 't' : 'f',
      reference,
      ...(isRefused ? this.columns.map(() => undefined) : fields),
    ])
    this.#rows.push(row)
    this.#length += row.length
    if (isRefused) this.addProblems(problems)
  }

  addProblems(problems: readonly BundleProblem[]): void {
    for (const { line, column, found, problem } of problems) {
      const row = copyLine([String(fileNumber(this.#description)), String(line), column, found, problem])
      this.#problems.push(row)
      this.#length += row.length
    }
  }

  /** Waits for the load before, then starts this one. */
  async send(): Promise<void> {
    await this.#underWay
    const [rows, problems] = [this.#rows, this.#problems]
    this.#rows = []
    this.#problems = []
    this.#length = 0
    this.#underWay = this.#copy(rows, problems)
    // The failure is met at the next wait; until then it must not count as unheard.
    this.#underWay.catch(() => undefined)
  }

  async end(): Promise<void> {
    await this.send()
    await this.#underWay
  }

  async #copy(rows: readonly string[], problems: readonly string[]): Promise<void> {
    const columns = ['line', 'refused', 'reference', ...this.columns].map(quoted).join(', ')
    if (rows.length > 0) await copyInto(this.#client, `staged_${this.#description.kind} (${columns})`, rows)
    if (problems.length > 0)
      await copyInto(this.#client, 'problem (file_number, line, "column", found, problem)', problems)
  }
}

async function copyInto(client: pg.PoolClient, target: string, lines: readonly string[]): Promise<void> {
  const stream = client.query(copyFrom(`copy ${target} from stdin`))
  stream.end(Buffer.from(lines.join('')))
  await finished(stream)
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** One record of COPY's text format. */
function copyLine(fields: readonly (string | undefined)[]): string {
  let line = ''
  for (let index = 0; index < fields.length; index += 1) {
    const field = fields[index]
    if (index > 0) line += '\t'
    line +=
      field === undefined
        ? '\\N'
        : /[\\\n\r\t]/.test(field)
          ? field.replace(/[\\\n\r\t]/g, (sign) => ESCAPES[sign] ?? sign)
          : field
  }
  return `${line}\n`
}
