import { writeSync } from 'node:fs'
import path from 'node:path'
import { type Tx, inHub } from '@hubline/db/connection.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { TakenFor } from '@hubline/domain/staff/taken.ts'
import { type Year, parseYear } from '@hubline/domain/years/year.ts'
import { type OpenDatabase, openDatabase } from '../database.ts'
import { readSettings } from '../settings.ts'

/** Runs work on the database of the settings, whether or not the server runs, and lets go of it afterwards. */
export async function withDatabase<T>(work: (database: OpenDatabase) => Promise<T>): Promise<T> {
  const database = await openDatabase(readSettings(process.env))
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

export type NamedHub = { id: string; slug: string }

/** All hubs of this database, by slug. */
export async function everyHub(database: OpenDatabase): Promise<NamedHub[]> {
  const found = await database.pool.query<NamedHub>('select id, slug from auth.hub order by slug')
  return found.rows
}

/** @throws Problem 'not_found' */
export async function hubCalled(database: OpenDatabase, slug: string): Promise<NamedHub> {
  const hubs = await everyHub(database)
  const hub = hubs.find((each) => each.slug === slug)
  if (hub) return hub
  const known =
    hubs.length === 0 ? 'make one with hub new' : `choose one of ${hubs.map((each) => each.slug).join(', ')}`
  throw new Problem('not_found', `There is no hub called ${slug}: ${known}`)
}

/** @throws Problem 'invalid' */
export function yearCalled(text: string): Year {
  const year = parseYear(text)
  if (!year) throw new Problem('invalid', `There is no year ${text}: write it like 2021-22`)
  return year
}

/** One view of a hub that does not change while it is looked at. */
export function lookingAt<T>(database: OpenDatabase, hub: NamedHub, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inHub(database.db, { hub_id: hub.id, isolation: 'repeatable read' }, work)
}

/** What something is taken out for, as the caller says. @throws Problem 'invalid' */
export function whyTaken(text = 'command line'): string {
  const read = TakenFor.safeParse(text)
  if (!read.success) throw new Problem('invalid', read.error.issues[0]?.message ?? '')
  return read.data
}

/** A folder as the caller means it: npm changes to the project's folder before it runs a command. */
export function placeCalled(text: string): string {
  const from = process.env['npm_lifecycle_event'] === 'hub' ? process.env['INIT_CWD'] : undefined
  return path.resolve(from ?? process.cwd(), text)
}

/** Writes all of it at once, also into a pipe that is read slowly, and stops without noise when nobody reads on. */
function writeWhole(descriptor: 1 | 2, text: string): void {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length;)
    try {
      at += writeSync(descriptor, bytes, at)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      if (code === 'EPIPE') return
      if (code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
}

/** To standard output: what was asked for. */
export const say = (line: string): void => writeWhole(1, `${line}\n`)
/** To standard output, a piece of what was asked for. */
export const sayPiece = (text: string): void => writeWhole(1, text)
/** To standard error: everything else. */
export const remark = (line: string): void => writeWhole(2, `${line}\n`)
