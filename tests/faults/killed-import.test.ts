import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import * as pg from 'pg'
import { expect, onTestFinished, test, vi } from 'vitest'
import { aDatabaseToBreak } from '../given/database.ts'
import { hub, startHub } from './hub-command.ts'

/** An import that is cut off without warning leaves all of itself or nothing, and the next one works. */

const MANY = 10_000

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hubline-killed-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** People, and an enquiry of each. */
async function aBundle(): Promise<string> {
  const folder = await aFolder()
  const numbers = Array.from({ length: MANY }, (_, number) => number)
  await writeFile(
    path.join(folder, 'people.csv'),
    `reference,given_name,family_name\n${numbers.map((number) => `P-${number},Nadia,Patel ${number}`).join('\n')}\n`,
  )
  await writeFile(
    path.join(folder, 'enquiries.csv'),
    `reference,person_reference,received_on,status\n${numbers.map((number) => `E-${number},P-${number},2021-05-01,new`).join('\n')}\n`,
  )
  return folder
}

/** Waits until the import is at work on a statement that begins so. */
async function comesTo(client: pg.Pool, statement: string): Promise<void> {
  for (let look = 0; look < 3000; look++) {
    const found = await client.query(
      `select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and ltrim(query, E' \\n') ^@ $1`,
      [statement],
    )
    if (found.rowCount) return
    await pause(5)
  }
  throw new Error(`The import never came to ${statement}`)
}

const recordsIn = async (client: pg.Pool): Promise<number[]> => {
  const found = await client.query<{ people: number; enquiries: number }>(
    'select (select count(*) from app.person)::integer as people, (select count(*) from app.enquiry)::integer as enquiries',
  )
  return found.rows.flatMap(({ people, enquiries }) => [people, enquiries])
}

const imported = async (...call: Parameters<typeof hub>) => {
  const { status, out, err } = await hub(...call)
  expect([status, err]).toEqual([0, ''])
  return JSON.parse(out) as { created: Record<string, number>; unchanged: Record<string, number> }
}

test('an import that is killed while it reads, checks or writes leaves nothing, and the next one goes through', async () => {
  const database = await aDatabaseToBreak()
  const place = { DATABASE_URL: database.url }
  await hub(place, 'new', 'cut', '--name', 'Cut')
  const call = ['import', await aBundle(), '--hub', 'cut', '--json']

  for (const statement of [
    'copy staged_person',
    'create temp table resolved_enquiry',
    'insert into app."person"',
    'insert into app."enquiry"',
  ]) {
    const { child, ended } = startHub(place, ...call)
    await comesTo(database.owner, statement)
    child.kill('SIGKILL')
    expect((await ended).status).toBeNull()
    expect(await recordsIn(database.owner)).toEqual([0, 0])
  }

  expect((await imported(place, ...call)).created).toEqual({ 'people.csv': MANY, 'enquiries.csv': MANY })
  expect((await imported(place, ...call)).unchanged).toEqual({ 'people.csv': MANY, 'enquiries.csv': MANY })
  expect(await recordsIn(database.owner)).toEqual([MANY, MANY])
}, 300_000)

/** The database server of a data folder, looked at from outside. */
async function serverOf(folder: string): Promise<{ client: pg.Pool; pid: number }> {
  const read = (name: string) => readFile(path.join(folder, 'postgres', name), 'utf8')
  const { port, password } = JSON.parse(await read('connection.json')) as { port: number; password: string }
  const client = new pg.Pool({ connectionString: `postgres://hubline:${password}@127.0.0.1:${port}/hubline`, max: 2 })
  client.on('error', () => undefined)
  onTestFinished(() => client.end())
  await client.query('select')
  return { client, pid: Number((await read('data/postmaster.pid')).split('\n')[0]) }
}

test('when the database is killed under an import that is told in a sentence, and the next one goes through', async () => {
  const place = { HUBLINE_DATA: await aFolder() }
  const call = ['import', await aBundle(), '--hub', 'cut', '--json']
  await hub(place, 'new', 'cut', '--name', 'Cut')
  const { ended } = startHub(place, ...call)
  const { client, pid } = await vi.waitFor(() => serverOf(place.HUBLINE_DATA), { timeout: 30_000, interval: 10 })

  // Until then nobody writes an enquiry: the kill never comes after the end of a quick import.
  const holder = await client.connect()
  holder.on('error', () => undefined)
  await holder.query('begin; lock table app.enquiry in share mode')
  await comesTo(client, 'insert into app."enquiry"')
  process.kill(pid, 'SIGKILL')
  holder.release(true)

  const next = hub(place, ...call)

  const told = await ended
  expect(told.status).toBe(1)
  expect(told.err).toMatch(/^The database cannot be reached: what was under way is not kept/)
  expect(told.out).toBe(`${JSON.stringify({ problem: told.err.trim() })}\n`)
  const { status, out, err } = await next
  expect([status, err]).toEqual([0, ''])
  expect(JSON.parse(out)).toMatchObject({ created: { 'people.csv': MANY, 'enquiries.csv': MANY } })
}, 300_000)
