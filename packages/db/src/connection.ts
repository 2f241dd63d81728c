import { Kysely, PostgresDialect, type Transaction, sql } from 'kysely'
import * as pg from 'pg'
import { PreparingClient } from './prepared.ts'
import type { DB } from './schema.ts'

/** A transaction that is inside one hub: the only thing procedures ever get. */
export type Tx = Transaction<DB>
/** Where either a transaction or a plain connection will do. */
export type Db = Kysely<DB>

/** Which of the three the server becomes on a connection; see migrations/0001-house.sql. */
export type DatabaseRole = 'hubline_app' | 'hubline_login' | 'hubline_owner'

const { builtins } = pg.types
const types: pg.CustomTypesConfig = {
  // Days stay days: the driver's own parser shifts them by the server's time zone.
  getTypeParser: (oid, format) => {
    if (oid === builtins.DATE || oid === builtins.NUMERIC) return (value: string) => value
    if (oid === builtins.INT8) return safeInteger
    return pg.types.getTypeParser(oid, format === 'binary' ? 'binary' : 'text')
  },
}

function safeInteger(value: string): number {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new Error(`${value} is too large for a whole number`)
  return number
}

export type PoolSettings = { role: DatabaseRole; max?: number; statement_seconds?: number; application?: string }

/** Connections that have put on one role and see times in UTC. */
export function makePool(
  url: string,
  { role, max = 8, statement_seconds = 30, application = 'hubline' }: PoolSettings,
): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    Client: PreparingClient,
    max,
    types,
    application_name: application,
    connectionTimeoutMillis: 10_000,
    // A new connection reads the catalogue anew, which costs a page more than its own work: a quiet hour keeps them.
    idleTimeoutMillis: 3_600_000,
    options: [
      `-c role=${role}`,
      '-c search_path=app,public',
      '-c timezone=UTC',
      // Compiling the figures of a year would take longer than working them out.
      '-c jit=off',
      // Workers begin only when a core is free for them: where others ask too, one page would wait for both.
      '-c max_parallel_workers_per_gather=0',
      '-c client_encoding=UTF8',
      `-c statement_timeout=${statement_seconds * 1000}`,
      '-c lock_timeout=10000',
      '-c idle_in_transaction_session_timeout=120000',
    ].join(' '),
  })
  // A connection that dies while idle is replaced by the pool; without a listener it would end the program.
  pool.on('error', () => undefined)
  // One that dies at work fails its statement and is thrown away; it too must not end the program.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

export function makeDb(pool: pg.Pool): Kysely<DB> {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
}

type InHub = {
  hub_id: string
  adviser_id?: string
  request_id?: string
  /** `repeatable read` sees the hub as it was at one moment. */
  isolation?: 'repeatable read'
}

/**
 * Work inside one hub without a signed-in person: the command line and its imports. The database holds the transaction
 * to that hub, as it does for people.
 */
export async function inHub<T>(
  db: Kysely<DB>,
  { hub_id, adviser_id, request_id, isolation }: InHub,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const transaction = isolation ? db.transaction().setIsolationLevel(isolation) : db.transaction()
  return transaction.execute(async (tx) => {
    await sql`select set_config('app.hub_id', ${hub_id}, true), set_config('app.adviser_id', ${adviser_id ?? ''}, true),
      set_config('app.request_id', ${request_id ?? ''}, true)`.execute(tx)
    return work(tx)
  })
}
