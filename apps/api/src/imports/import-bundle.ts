import { randomUUID } from 'node:crypto'
import { todayInLondon } from '@hubline/domain/day.ts'
import { BUNDLE } from '@hubline/domain/imports/bundle.ts'
import type * as pg from 'pg'
import type { BundleProblem } from './bundle-problem.ts'
import { type BundleSource, type OpenBundle, openBundle } from './bundle-source.ts'
import { endImportTurn, takeImportTurn } from './import-turn.ts'
import type { KeptErasure } from './kept-erasure.ts'
import type { KeptMerge } from './kept-merge.ts'
import { resolveRecords } from './resolve-records.ts'
import { stageFile } from './stage-file.ts'
import { type Staging, canMerge, makeProblemTable, run } from './staging.ts'
import { problemsOf } from './told-problems.ts'
import { moveChainEnds, writeRecords } from './write-records.ts'
import { prepareRejects, writeRejects } from './write-rejects.ts'

export type Progress = { file: string; rows: number; seconds: number; isWriting: boolean }

export type ImportBundle = {
  /** Connections as hubline_app. */
  pool: pg.Pool
  hub_id: string
  source: BundleSource
  now: Date
  /** Who imports, where a person does. */
  adviser_id?: string
  dry_run?: boolean
  skip_bad_rows?: boolean
  /** The folder that refused rows are written to; needs a folder as source. */
  rejects?: string
  onProgress?: (progress: Progress) => void
  /** Told once at the end, when all is decided; the problems come one by one and may be very many. */
  report?: (result: ImportResult, problems: AsyncIterable<BundleProblem>) => Promise<void>
}

type CountByFile = Record<string, number>

export type ImportResult = {
  /** Whether the bundle was taken: false means that nothing was written. */
  accepted: boolean
  /** Problems in all; a row may have several. */
  problems: number
  read: CountByFile
  created: CountByFile
  updated: CountByFile
  unchanged: CountByFile
  /** Where the bundle is older than a merge that was made here: the merge was kept. */
  kept_merges: readonly KeptMerge[]
  /** Where the bundle still tells of somebody who was erased here: it was not taken in. */
  kept_erasures: readonly KeptErasure[]
}

/**
 * Reads a bundle into a hub in one transaction: all of it, or all good rows, or nothing. Two imports into one hub wait
 * for one another, and for the sign-off of a year; a sign-off is refused meanwhile. @throws Problem where there is no bundle to read
 */
export async function importBundle(options: ImportBundle): Promise<ImportResult> {
  const { pool, hub_id, source, now, skip_bad_rows = false, rejects } = options
  const bundle = await openBundle(source)
  if (rejects !== undefined) await prepareRejects(rejects)
  const client = await pool.connect()
  const staging: Staging = {
    client,
    hub_id,
    today: todayInLondon(now),
    skip_bad_rows,
    staged: new Map(),
    unreadable: new Set(),
    kept: [],
    kept_erasures: [],
  }
  try {
    await takeImportTurn(client, hub_id)
    await begin(staging, options)
    const result = await readAll(staging, bundle, options)
    await client.query('savepoint before_writing')
    if (result.accepted) await writeAll(staging, result, options)
    if (skip_bad_rows && rejects !== undefined && result.accepted) await writeRejects(staging, bundle, rejects)
    if (options.dry_run) await client.query('rollback to savepoint before_writing')
    await client.query('commit')
    await endImportTurn(client, hub_id)
    // What is in needs no further answer of the database to be told.
    await options.report?.(result, result.problems === 0 ? none() : problemsOf(client))
    return result
  } finally {
    // The connection holds the staging tables and perhaps half a transaction: both end with it.
    client.release(true)
  }
}

async function* none(): AsyncGenerator<never, void, undefined> {}

async function begin(staging: Staging, { hub_id, adviser_id }: ImportBundle): Promise<void> {
  await staging.client.query('begin')
  await run(
    staging,
    `select set_config('app.hub_id', $1, true), set_config('app.adviser_id', $2, true), set_config('app.request_id', $3, true),
    set_config('statement_timeout', '0', true), set_config('lock_timeout', '0', true),
    set_config('idle_in_transaction_session_timeout', '0', true), set_config('work_mem', '32MB', true)`,
    [hub_id, adviser_id ?? '', randomUUID()],
  )
  await makeProblemTable(staging)
}

async function readAll(staging: Staging, bundle: OpenBundle, { onProgress }: ImportBundle): Promise<ImportResult> {
  const result: ImportResult = {
    accepted: false,
    problems: 0,
    read: {},
    created: {},
    updated: {},
    unchanged: {},
    kept_merges: staging.kept,
    kept_erasures: staging.kept_erasures,
  }
  let isWhole = await refuseStrangers(staging, bundle)
  for (const description of BUNDLE) {
    const { file, kind } = description
    if (!bundle.files.includes(file)) continue
    const started = performance.now()
    const tell = (rows: number) =>
      onProgress?.({ file, rows, seconds: (performance.now() - started) / 1000, isWriting: false })
    const rows = await stageFile(staging, { description, open: () => bundle.open(file), onRows: tell })
    for (const counts of [result.read, result.created, result.updated, result.unchanged]) counts[file] = 0
    if (rows === undefined) {
      isWhole = false
      staging.unreadable.add(kind)
      continue
    }
    result.read[file] = rows
    await resolveRecords(staging, description, rows)
    tell(rows)
  }
  const found = await staging.client.query<{ n: number }>('select count(*)::integer as n from problem')
  result.problems = found.rows[0]?.n ?? 0
  result.accepted = isWhole && (staging.skip_bad_rows || result.problems === 0)
  return result
}

/** A file that does not belong is most often a misspelt one: passing over it would lose its records. */
async function refuseStrangers(staging: Staging, { files }: OpenBundle): Promise<boolean> {
  const strangers = files.filter((name) => !BUNDLE.some(({ file }) => file === name))
  for (const name of strangers)
    await run(staging, `insert into problem (file_number, line, "column", found, problem) values ($1, 1, '', $2, $3)`, [
      -1,
      name,
      `No file of a bundle has this name: rename it, or take it out of the folder. The files are ${BUNDLE.map(({ file }) => file).join(', ')}`,
    ])
  return strangers.length === 0
}

async function writeAll(staging: Staging, result: ImportResult, { onProgress }: ImportBundle): Promise<void> {
  let changes = 0
  for (const file of staging.staged.values()) {
    const { description, rows } = file
    const started = performance.now()
    const written = await writeRecords(staging, file)
    result.created[description.file] = written.created
    result.updated[description.file] = written.updated
    result.unchanged[description.file] = written.unchanged
    changes += written.created + written.updated
    if (canMerge(description) && written.created + written.updated > 0)
      changes += await moveChainEnds(staging, description)
    onProgress?.({ file: description.file, rows, seconds: (performance.now() - started) / 1000, isWriting: true })
  }
  if (changes === 0) return
  await run(
    staging,
    `insert into app.hub_change (hub_id, changes) values ($1, 1)
    on conflict (hub_id) do update set changes = hub_change.changes + 1`,
    [staging.hub_id],
  )
  const { read, created, updated } = result
  await run(staging, `insert into app.audit_entry (hub_id, what, detail) values ($1, 'bundle_imported', $2)`, [
    staging.hub_id,
    JSON.stringify({ read, created, updated, refused: result.problems }),
  ])
}
