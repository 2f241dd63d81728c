import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { BundleFile, Column } from '@hubline/domain/imports/bundle-file.ts'
import { BUNDLE } from '@hubline/domain/imports/bundle.ts'
import { Problem } from '@hubline/domain/problem.ts'
import type * as pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { instantText } from './slot-clashes.ts'
import { literal, quoted } from './staging.ts'

export type ExportBundle = { pool: pg.Pool; hub_id: string; folder: string; onFile?: (file: string) => void }

export type ExportResult = {
  written: Record<string, number>
  /** Records that could not go along, because all that they belong to was voided. */
  left_out: Record<string, number>
}

/**
 * Writes a whole hub as a bundle, as it is at one moment. The database makes the text and it goes straight to the files.
 * @throws Problem where the folder is not empty
 */
export async function exportBundle({ pool, hub_id, folder, onFile }: ExportBundle): Promise<ExportResult> {
  await mkdir(folder, { recursive: true })
  if ((await readdir(folder)).length > 0)
    throw new Problem('already_exists', `${folder} is not empty: name a new or an empty folder`)
  const client = await pool.connect()
  const result: ExportResult = { written: {}, left_out: {} }
  const made: string[] = []
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query(`select set_config('app.hub_id', $1, true), set_config('statement_timeout', '0', true)`, [
      hub_id,
    ])
    for (const description of BUNDLE) {
      const place = path.join(folder, description.file)
      made.push(place)
      onFile?.(description.file)
      const stream = client.query(
        copyTo(`copy (${recordsOf(description, hub_id)}) to stdout with (format csv, header true)`),
      )
      await pipeline(stream, createWriteStream(place, { flags: 'wx' }))
      result.written[description.file] = stream.rowCount
      result.left_out[description.file] = await leftOut(client, description, hub_id)
    }
    await client.query('commit')
    return result
  } catch (error) {
    await Promise.all(made.map((place) => rm(place, { force: true })))
    throw error
  } finally {
    client.release(true)
  }
}

/** Half a bundle reads like a whole one, so the records of one file are chosen in one place. */
function recordsOf(description: BundleFile, hub_id: string): string {
  const cells = Object.entries(description.columns).map(
    ([name, column]) => `${cellOf(name, column)} as ${quoted(name)}`,
  )
  return `select ${cells.join(', ')} from ${tablesOf(description)}
    where t.hub_id = ${literal(hub_id)}::uuid and t.voided_at is null and ${canGoAlong(description)} and ${isOfTheHub(description)} order by ${orderOf(description)}`
}

const linkOf = (column: string): string => quoted(`to_${column}`)

/** The table with every record that it names; one that was voided is not there. */
function tablesOf({ kind, columns }: BundleFile): string {
  const links = Object.values(columns).flatMap(({ type, column }) =>
    type.is === 'refers_to'
      ? [
          `left join app.${quoted(type.kind)} ${linkOf(column)} on ${linkOf(column)}.hub_id = t.hub_id
          and ${linkOf(column)}.id = t.${quoted(column)} and ${linkOf(column)}.voided_at is null`,
        ]
      : [],
  )
  return `app.${quoted(kind)} t ${links.join(' ')}`
}

function cellOf(name: string, { type, column }: Column): string {
  const value = `t.${quoted(column)}`
  switch (type.is) {
    case 'refers_to':
      return `${linkOf(column)}.${type.kind === 'adviser' ? 'email' : 'reference'}`
    case 'money':
      return `${value} / 100 || '.' || lpad((${value} % 100)::text, 2, '0')`
    case 'yes_no':
      return `case when ${value} then 'yes' when not ${value} then 'no' end`
    case 'instant':
      return instantText(value)
    case 'codes':
      return `nullif(array_to_string(${value}, ' '), '')`
    case 'text':
      return name === 'reference' ? value : `nullif(${value}, '')`
    default:
      return value
  }
}

/** A record must keep what it cannot be without: its required links, and the client it was for. */
function canGoAlong({ columns }: BundleFile): string {
  const required = Object.values(columns).filter(({ type, required: must }) => type.is === 'refers_to' && must)
  const clients = ['business_reference', 'person_reference'].flatMap((name) =>
    columns[name] && !columns[name].required ? [columns[name].column] : [],
  )
  const keepsClient =
    clients.length === 2
      ? [
          `(num_nonnulls(${clients.map((column) => `t.${column}`).join(', ')}) = 0 or num_nonnulls(${clients.map((column) => `${linkOf(column)}.id`).join(', ')}) > 0)`,
        ]
      : []
  return [...required.map(({ column }) => `${linkOf(column)}.id is not null`), ...keepsClient, 'true'].join(' and ')
}

/** Who audits a hub is invited by it, and does not move along with it. */
const isOfTheHub = ({ kind }: BundleFile): string => (kind === 'adviser' ? `t.role <> 'auditor'` : 'true')

/** By what the file shows, so that the same records come in the same order from whatever hub they are in. */
function orderOf({ kind }: BundleFile): string {
  if (kind === 'business_role')
    return `${linkOf('person_id')}.reference, ${linkOf('business_id')}.reference, t.from_on nulls first, length(t.reference), t.reference`
  if (kind === 'adviser') return 'lower(t.email), t.reference'
  if (kind === 'target') return 't.indicator_key, t.year, t.reference'
  return 't.reference'
}

async function leftOut(client: pg.PoolClient, description: BundleFile, hub_id: string): Promise<number> {
  const found = await client.query<{ n: number }>(
    `select count(*)::integer as n from ${tablesOf(description)} where t.hub_id = $1 and t.voided_at is null and not (${canGoAlong(description)})`,
    [hub_id],
  )
  return found.rows[0]?.n ?? 0
}
