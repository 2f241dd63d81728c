import { inHub, makeDb, makePool } from '@hubline/db/connection.ts'
import { prepared } from '@hubline/db/prepared.ts'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { aDatabase } from '../given/database.ts'
import { aHub } from '../given/hub.ts'

test('a statement that a connection knows already shows each hub its own records, however often the two take turns', async () => {
  const database = await aDatabase()
  const hubs = [await aHub(), await aHub()]
  for (const hub of hubs)
    await hub.inside((tx) =>
      tx
        .insertInto('business')
        .values({ hub_id: hub.hub_id, reference: 'B-1', name: `Known of ${hub.hub_id}`, legal_form: 'unknown' })
        .execute(),
    )
  const pool = makePool(database.url, { role: 'hubline_app', max: 1 })
  onTestFinished(() => pool.end())
  const db = makeDb(pool)

  // More often than the five turns after which the database may keep one plan for all.
  for (let turn = 0; turn < 10; turn++)
    for (const { hub_id } of hubs) {
      const { rows } = await inHub(db, { hub_id }, (tx) =>
        sql<{ name: string }>`${prepared} select name from business order by name`.execute(tx),
      )
      expect(rows).toEqual([{ name: `Known of ${hub_id}` }])
    }

  const { rows } = await pool.query('select generic_plans + custom_plans as asked from pg_prepared_statements')
  expect(rows).toEqual([{ asked: 20 }])
})

test('a refused statement tells who asked it, not only the socket on which the refusal came', async () => {
  const database = await aDatabase()
  const pool = makePool(database.url, { role: 'hubline_app', max: 1 })
  onTestFinished(() => pool.end())
  const client = await pool.connect()
  onTestFinished(() => client.release())
  const asked = async () => {
    await client.query('select nothing_there')
  }

  await expect(asked()).rejects.toMatchObject({ code: '42703', stack: expect.stringContaining('asked') as string })
})
