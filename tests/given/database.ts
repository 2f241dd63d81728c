import { randomUUID } from 'node:crypto'
import { type Db, makeDb, makePool } from '@hubline/db/connection.ts'
import * as pg from 'pg'
import { expect, inject, onTestFinished } from 'vitest'

export type TestDatabase = {
  url: string
  /** As the server sees it: role hubline_app. */
  pool: pg.Pool
  db: Db
  /** As the front door sees it: accounts and sessions. */
  front_door: Db
  /** As the database's own administrator: for looking behind the walls in a test. */
  owner: pg.Pool
  close: () => Promise<void>
}

/** The database of the test file that runs now: a worker runs one file after the other. */
let shared: { file: string | undefined; database: Promise<TestDatabase> } | undefined

async function ask(url: string, query: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(query)
  } finally {
    await client.end()
  }
}

/** A database of its own, migrated and empty. The caller closes it. */
export async function aFreshDatabase(): Promise<TestDatabase> {
  const template = inject('template_url')
  const url = new URL(template)
  url.pathname = `/t_${randomUUID().replaceAll('-', '')}`
  const admin = new URL(template)
  admin.pathname = '/postgres'
  await ask(admin.href, `create database ${url.pathname.slice(1)} template hubline_template`)
  const pool = makePool(url.href, { role: 'hubline_app', max: 8 })
  const door = makePool(url.href, { role: 'hubline_login', max: 3 })
  const owner = new pg.Pool({ connectionString: url.href, max: 2 })
  owner.on('error', () => undefined)
  return {
    url: url.href,
    pool,
    db: makeDb(pool),
    front_door: makeDb(door),
    owner,
    close: async () => {
      await Promise.all([pool.end(), door.end(), owner.end()])
      await ask(admin.href, `drop database ${url.pathname.slice(1)} with (force)`)
    },
  }
}

/** The database of this test file. Each test makes hubs of its own in it, so it needs no cleaning. */
export function aDatabase(): Promise<TestDatabase> {
  const file = expect.getState().testPath
  if (shared && shared.file === file) return shared.database
  const last = shared
  const database = last ? closed(last.database).then(aFreshDatabase) : aFreshDatabase()
  shared = { file, database }
  return database
}

const closed = (database: Promise<TestDatabase>): Promise<void> => database.then(({ close }) => close())

/** A database that this one test may break, closed when the test ends. */
export async function aDatabaseToBreak(): Promise<TestDatabase> {
  const database = await aFreshDatabase()
  onTestFinished(database.close)
  return database
}
