import { createWriteStream } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { BUNDLE } from '@hubline/domain/imports/bundle.ts'
import { Problem } from '@hubline/domain/problem.ts'
import type { CsvRecord } from '@hubline/spreadsheet/read-csv.ts'
import { writeCsv } from '@hubline/spreadsheet/write-csv.ts'
import type { OpenBundle } from './bundle-source.ts'
import { PROBLEM_COLUMN } from './check-header.ts'
import { type Staging, fileNumber } from './staging.ts'
import { refusedRowsOf } from './told-problems.ts'

/** Makes the folder for refused rows. @throws Problem where rows refused earlier are still in it */
export async function prepareRejects(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const there = new Set(await readdir(folder))
  const taken = BUNDLE.find(({ file }) => there.has(file))
  if (taken)
    throw new Problem(
      'already_exists',
      `${folder} already holds ${taken.file}: name an empty folder for the refused rows`,
    )
}

/**
 * Writes each refused row as it came, with a last column that says what to put right. The file is read a second time for
 * it, so nothing is lost on the way and no memory is needed.
 */
export async function writeRejects(staging: Staging, bundle: OpenBundle, folder: string): Promise<void> {
  const found = await staging.client.query<{ file_number: number }>('select distinct file_number from problem')
  for (const { file_number } of found.rows) {
    const description = BUNDLE[file_number]
    if (!description) continue
    const { header, batches } = await bundle.open(description.file)
    const isMended = header.at(-1)?.trim() === PROBLEM_COLUMN
    const names = isMended ? header.slice(0, -1) : header
    const refused = refusedRowsOf(staging.client, fileNumber(description))
    const text = writeCsv({
      header: [...names, PROBLEM_COLUMN],
      rows: pickRows({ batches, refused, columns: names.length }),
    })
    await pipeline(text, createWriteStream(path.join(folder, description.file), { flags: 'wx' }))
  }
}

type Picking = {
  batches: AsyncGenerator<CsvRecord[]>
  refused: AsyncGenerator<{ line: number; problem: string }>
  columns: number
}

async function* pickRows({ batches, refused, columns }: Picking): AsyncGenerator<string[]> {
  let next = await refused.next()
  for await (const batch of batches)
    for (const { line, cells } of batch) {
      if (next.done) return
      if (line !== next.value.line) continue
      yield [...Array.from({ length: columns }, (_, index) => cells[index] ?? ''), next.value.problem]
      next = await refused.next()
    }
}
