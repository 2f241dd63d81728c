import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startEmbeddedPostgres } from '@hubline/db/embedded-postgres.ts'
import * as pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
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

/** What an import comes to, one after the other. */
const STATEMENTS = [
  'copy staged_person',
  'create temp table resolved_enquiry',
  'insert into app."person"',
  'insert into app."enquiry"',
] as const

/** Until it is let go nobody writes an enquiry: what is to hit an import never comes after the end of a quick one. */
async function holdEnquiries(client: pg.Pool): Promise<() => void> {
  const holder = await client.connect()
  holder.on('error', () => undefined)
  await holder.query('begin; lock table app.enquiry in share mode')
  let isHeld = true
  const letGo = () => {
    if (isHeld) holder.release(true)
    isHeld = false
  }
  onTestFinished(letGo)
  return letGo
}

/** Waits until the import is at work on a statement that begins so, or is past it. Gives the process that works on it. */
async function comesTo(client: pg.Pool, statement: (typeof STATEMENTS)[number]): Promise<number> {
  const orLater = STATEMENTS.slice(STATEMENTS.indexOf(statement))
  for (let look = 0; look < 12_000; look++) {
    const found = await client.query<{ pid: number }>(
      `select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
        and exists (select from unnest($1::text[]) as begun where ltrim(query, E' \\n') ^@ begun)`,
      [orLater],
    )
    if (found.rows[0]) return found.rows[0].pid
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

  for (const statement of STATEMENTS) {
    const letGo = await holdEnquiries(database.owner)
    const { child, ended } = startHub(place, ...call)
    await comesTo(database.owner, statement)
    child.kill('SIGKILL')
    expect((await ended).status).toBeNull()
    letGo()
    expect(await recordsIn(database.owner)).toEqual([0, 0])
  }

  expect((await imported(place, ...call)).created).toEqual({ 'people.csv': MANY, 'enquiries.csv': MANY })
  expect((await imported(place, ...call)).unchanged).toEqual({ 'people.csv': MANY, 'enquiries.csv': MANY })
  expect(await recordsIn(database.owner)).toEqual([MANY, MANY])
}, 300_000)

/** The database server of a data folder as another program uses it, and the process that all of its own hang on. */
async function serverOf(folder: string): Promise<{ client: pg.Pool; pid: number }> {
  const { url } = await startEmbeddedPostgres(folder)
  const client = new pg.Pool({ connectionString: url, max: 2 })
  client.on('error', () => undefined)
  onTestFinished(() => client.end())
  const note = await readFile(path.join(folder, 'postgres/data/postmaster.pid'), 'utf8')
  return { client, pid: Number(note.split('\n')[0]) }
}

test('when the database is killed under an import that is told in a sentence, and the next one goes through', async () => {
  const place = { HUBLINE_DATA: await aFolder() }
  const call = ['import', await aBundle(), '--hub', 'cut', '--json']
  await hub(place, 'new', 'cut', '--name', 'Cut')
  const { client, pid } = await serverOf(place.HUBLINE_DATA)
  await holdEnquiries(client)
  const { ended } = startHub(place, ...call)
  const worker = await comesTo(client, 'insert into app."enquiry"')
  // Both in one go: what waits for the lock must not find it free because the holder was the first to notice.
  for (const each of [pid, worker]) process.kill(each, 'SIGKILL')

  const told = await ended
  expect(told.status).toBe(1)
  expect(told.err).toMatch(/^The database cannot be reached: what was under way is not kept/)
  expect(told.out).toBe(`${JSON.stringify({ problem: told.err.trim() })}\n`)
  const { status, out, err } = await hub(place, ...call)
  expect([status, err]).toEqual([0, ''])
  expect(JSON.parse(out)).toMatchObject({ created: { 'people.csv': MANY, 'enquiries.csv': MANY } })
}, 300_000)
