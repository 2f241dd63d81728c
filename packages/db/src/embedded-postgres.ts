import { randomBytes } from 'node:crypto'
import { chown, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import * as pg from 'pg'
import { type Owner, binaries, openTheWayTo, postgresUser, runProgram } from './embedded-binaries.ts'

export type RunningDatabase = {
  url: string
  /** Ends the database server unless another program still works on it: the last one out puts out the light. */
  stop: () => Promise<void>
}

type Note = { port: number; password: string }

const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'timezone=UTC',
  'shared_buffers=128MB',
  'max_wal_size=2GB',
  'random_page_cost=1.1',
  'max_connections=60',
]

/**
 * The database server that comes with Hubline, with its data below `folder`. Where one already runs on these data (the
 * server while `hub` is called, or one whose server was killed) that one is used; after a crash it recovers by itself.
 */
export async function startEmbeddedPostgres(folder: string, settings: string[] = []): Promise<RunningDatabase> {
  const home = path.resolve(folder, 'postgres')
  const data = path.join(home, 'data')
  await mkdir(home, { recursive: true })
  const owner = await postgresUser()
  if (owner) await Promise.all([openTheWayTo(home), openTheWayTo(binaries())])

  const running = await readNote(home)
  if (running && (await answers(running))) return { url: urlOf(running), stop: () => stopIfLast(running, data, owner) }

  const note = {
    port: await freePort(running?.port),
    password: running?.password ?? randomBytes(24).toString('base64url'),
  }
  if (!(await exists(path.join(home, 'ready')))) await initialise(home, data, note, owner)
  await writeFile(path.join(home, 'connection.json'), JSON.stringify(note), { mode: 0o600 })
  const options = [`port=${note.port}`, ...SETTINGS, ...settings].map((setting) => `-c ${setting}`).join(' ')
  const started = await startServer(data, options, { note, owner })
  if (started.port !== note.port)
    await writeFile(path.join(home, 'connection.json'), JSON.stringify(started), { mode: 0o600 })
  await makeDatabase(started)
  return { url: urlOf(started), stop: () => stopIfLast(started, data, owner) }
}

/**
 * What passes by itself: after a server was killed, what it was at work on holds on to its memory for a while, or it is
 * not quite gone itself; and another program may be starting the server in this very moment.
 */
const PASSES = ['pre-existing shared memory block', 'lock file "postmaster.pid" already exists']
const PATIENCE = 60

/** Gives where the server answers: another port than asked for where another program was quicker. */
async function startServer(
  data: string,
  options: string,
  { note, owner }: { note: Note; owner: Owner | undefined },
): Promise<Note> {
  const log = path.join(data, 'server.log')
  for (let attempt = 1; ; attempt++) {
    const before = await sizeOf(log)
    try {
      await runProgram('pg_ctl', ['start', '-D', data, '-w', '-t', '120', '-l', log, '-o', options], owner)
      return note
    } catch (fault) {
      const said = (await readFile(log, 'utf8').catch(() => '')).slice(before)
      const other = { ...note, port: await portOfRunning(data) }
      if (other.port !== 0 && (await answers(other))) return other
      if (attempt >= PATIENCE || !PASSES.some((words) => said.includes(words))) throw new Error(said, { cause: fault })
      await pause(500)
    }
  }
}

/** The fourth line of the server's own note; 0 where it has left none. */
const portOfRunning = (data: string): Promise<number> =>
  readFile(path.join(data, 'postmaster.pid'), 'utf8').then(
    (text) => Number(text.split('\n')[3]) || 0,
    () => 0,
  )

const sizeOf = (file: string): Promise<number> =>
  stat(file).then(
    ({ size }) => size,
    () => 0,
  )

const urlOf = ({ port, password }: Note, database = 'hubline') =>
  `postgres://hubline:${password}@127.0.0.1:${port}/${database}`

async function initialise(home: string, data: string, note: Note, owner: Owner | undefined): Promise<void> {
  await rm(data, { recursive: true, force: true })
  await mkdir(data, { recursive: true, mode: 0o700 })
  const secret = path.join(data, '..', 'password')
  await writeFile(secret, note.password, { mode: 0o600 })
  if (owner) await Promise.all([data, secret].map((place) => chown(place, owner.uid, owner.gid)))
  try {
    const flags = ['--encoding=UTF8', '--locale=C', '--data-checksums', '--username=hubline', '--auth=scram-sha-256']
    await runProgram('initdb', [`--pgdata=${data}`, `--pwfile=${secret}`, ...flags], owner)
  } finally {
    await rm(secret, { force: true })
  }
  await writeFile(path.join(home, 'ready'), '')
}

async function makeDatabase(note: Note): Promise<void> {
  await withClient(note, 'postgres', async (client) => {
    const found = await client.query("select 1 from pg_database where datname = 'hubline'")
    if (found.rowCount === 0) await client.query('create database hubline')
  })
}

async function stopIfLast(note: Note, data: string, owner: Owner | undefined): Promise<void> {
  const others = await withClient(note, 'postgres', async (client) => {
    const found = await client.query(
      "select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() limit 1",
    )
    return found.rowCount ?? 0
  }).catch(() => 0)
  if (others === 0) await runProgram('pg_ctl', ['stop', '-D', data, '-m', 'fast', '-w'], owner).catch(() => undefined)
}

async function withClient<T>(note: Note, database: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: urlOf(note, database), connectionTimeoutMillis: 5000 })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** A server that is still recovering answers "starting up": then it is there, and worth waiting for. */
async function answers(note: Note): Promise<boolean> {
  for (let attempt = 0; attempt < 240; attempt++) {
    const state = await withClient(note, 'hubline', async () => 'yes').catch((error: unknown) =>
      error instanceof pg.DatabaseError && error.code === '57P03' ? 'soon' : 'no',
    )
    if (state !== 'soon') return state === 'yes'
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  return false
}

async function readNote(home: string): Promise<Note | undefined> {
  const text = await readFile(path.join(home, 'connection.json'), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : (JSON.parse(text) as Note)
}

async function freePort(wanted?: number): Promise<number> {
  const listen = (port: number) =>
    new Promise<number>((resolve, reject) => {
      const probe = createServer()
      probe.once('error', reject)
      probe.listen(port, '127.0.0.1', () => {
        const address = probe.address()
        probe.close(() => resolve(typeof address === 'object' && address ? address.port : port))
      })
    })
  return wanted === undefined ? listen(0) : listen(wanted).catch(() => listen(0))
}

const exists = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  )
