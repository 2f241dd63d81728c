import { makePool } from '@hubline/db/connection.ts'
import * as pg from 'pg'
import { type TestDatabase, aDatabase } from '../given/database.ts'
import { type TestHub, aHub } from '../given/hub.ts'

/** Two hubs with three businesses each. */
export async function twoHubs(database?: TestDatabase): Promise<{ home: TestDatabase; one: TestHub; two: TestHub }> {
  const home = database ?? (await aDatabase())
  const [one, two] = [await aHub({ database: home }), await aHub({ database: home })]
  for (const hub of [one, two])
    for (let n = 0; n < 3; n++) await hub.aBusiness({ name: `Business ${n} of ${hub.slug}` })
  return { home, one, two }
}

/** A connection as the server's, for statements that handlers never make. */
export async function withClient<T>(home: TestDatabase, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const pool = makePool(home.url, { role: 'hubline_app', max: 1 })
  const client = await pool.connect()
  try {
    return await work(client)
  } finally {
    client.release(true)
    await pool.end()
  }
}

export const enterHub = (client: pg.ClientBase, { hub_id }: TestHub) =>
  client.query(`select set_config('app.hub_id', $1, true)`, [hub_id])

export async function countOf(client: pg.ClientBase, from = 'app.business'): Promise<number> {
  return Number((await client.query<{ n: number }>(`select count(*)::integer as n from ${from}`)).rows[0]?.n)
}

/** The code with which the database refuses. */
export async function codeOf(call: Promise<unknown>): Promise<string | undefined> {
  const refused = await call.then(
    () => undefined,
    (error: unknown) => error,
  )
  return refused instanceof pg.DatabaseError ? refused.code : undefined
}

export async function inTransaction<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    return await work()
  } finally {
    await client.query('rollback')
  }
}
