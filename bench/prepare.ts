import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { importBundle } from '@hubline/api/imports/import-bundle.ts'
import { tidyTables } from '@hubline/api/imports/tidy-tables.ts'
import { type OpenDatabase, openDatabase } from '@hubline/api/database.ts'
import { makeHub } from '@hubline/api/staff/make-hub.ts'
import { hashOf } from '@hubline/db/door.ts'
import * as pg from 'pg'
import { type Size, hubData } from './hub-data.ts'
import { type Visitor, visitorOf } from './visitor.ts'

const START = path.resolve(import.meta.dirname, '../apps/api/src/start.ts')

export type Bench = {
  database: OpenDatabase
  /** Direct SQL: the owner of the database, whom no wall and no permission hold up. */
  direct: pg.Pool
  hub_id: string
  size: Size
  advisers: { id: string; email: string }[]
  /** Signed-in people of the hub; a manager among them is the first. */
  visitors: Visitor[]
  /** The server and the database, as processes. */
  server: number
  postmaster: number
  /** How long the hub took to move in. */
  moved_in_seconds: number
  /** From the start of the program to its first answer. */
  started_seconds: number
}

/**
 * A hub of a size in a database of its own, and a server that answers for it on this machine alone. What is started is
 * put on the stack as it is started, so that it ends however far this came.
 */
export async function prepare(size: Size, started: AsyncDisposableStack): Promise<Bench> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hubline-bench-'))
  started.defer(() => rm(folder, { recursive: true, force: true }))
  const database = await openDatabase({ database_url: undefined, data: folder })
  started.defer(database.close)
  const direct = new pg.Pool({
    connectionString: database.url,
    max: 16,
    options: '-c search_path=app,public -c jit=off',
  })
  started.defer(() => direct.end())
  const hub_id = await makeHub(database.url, { slug: 'bench', name: 'Bench' })
  const moved_in_seconds = await moveIn(database, hub_id, size)
  const advisers = await direct.query<{ id: string; email: string; role: string }>(
    'select id, email, role from adviser where hub_id = $1 order by role desc, email',
    [hub_id],
  )
  const port = await freePort()
  const began = performance.now()
  const server = await startServer(database.url, port, started)
  const started_seconds = (performance.now() - began) / 1000
  const postmaster = await direct.query<{ pid: string }>(
    `select split_part(pg_read_file('postmaster.pid'), E'\n', 1) as pid`,
  )
  return {
    database,
    direct,
    hub_id,
    size,
    advisers: advisers.rows,
    visitors: await Promise.all(
      advisers.rows.map(async ({ id, email }) => visitorOf(port, await signIn(direct, { hub_id, id, email }))),
    ),
    server: server.pid ?? 0,
    postmaster: Number(postmaster.rows[0]?.pid),
    moved_in_seconds,
    started_seconds,
  }
}

async function moveIn({ pool, url }: OpenDatabase, hub_id: string, size: Size): Promise<number> {
  const began = performance.now()
  const { accepted, problems } = await importBundle({ pool, hub_id, source: hubData(size), now: new Date() })
  if (!accepted) throw new Error(`The data of the bench were refused: ${problems} problems`)
  await tidyTables(url)
  return (performance.now() - began) / 1000
}

/** As the front door would, without the password. Gives the secret of the session. */
async function signIn(
  direct: pg.Pool,
  { hub_id, id, email }: { hub_id: string; id: string; email: string },
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await direct.query(
    `with account as (insert into auth.account (email, password_hash) values ($1, 'none') returning id),
      membership as (insert into auth.membership (account_id, hub_id, adviser_id) select id, $2, $3 from account)
     insert into auth.session (token_hash, account_id, hub_id, adviser_id) select $4, id, $2, $3 from account`,
    [email, hub_id, id, hashOf(token)],
  )
  return token
}

async function startServer(database_url: string, port: number, started: AsyncDisposableStack): Promise<ChildProcess> {
  const server = spawn(process.execPath, [START, '--api-only'], {
    env: { PATH: process.env['PATH'], DATABASE_URL: database_url, PORT: String(port), HUBLINE_DEMO: 'no' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  started.defer(async () => {
    if (server.exitCode !== null) return
    server.kill('SIGTERM')
    await once(server, 'exit')
  })
  for (let look = 0; look < 1200 && server.exitCode === null; look++) {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined)
    if (answer?.ok) return server
    await pause(25)
  }
  throw new Error('The server of the bench did not start')
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
