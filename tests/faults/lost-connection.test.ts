import { rowsOf } from '@hubline/api/imports/told-problems.ts'
import { isAway } from '@hubline/db/away.ts'
import { expect, onTestFinished, test } from 'vitest'
import { aDatabase } from '../given/database.ts'

/** Reads a query of 2,000 rows; `lose` ends the connection from outside, as a database does that goes away. */
async function aReading(query: string) {
  const { pool, owner } = await aDatabase()
  const client = await pool.connect()
  onTestFinished(() => client.release(true))
  const found = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const lost = new Promise((resolve) => client.once('error', resolve))
  const lose = async () => {
    await owner.query('select pg_terminate_backend($1)', [found.rows[0]?.pid])
    await lost
  }
  return { rows: rowsOf<{ number: number }>(client, query), lose, client }
}

const NUMBERS = 'select number from generate_series(1, 2000) as number'
const everyRow = async (rows: AsyncIterable<{ number: number }>, onRow?: (number: number) => Promise<void>) => {
  for await (const { number } of rows) await onRow?.(number)
}

test.for([1, 500, 501])(
  'a reading whose connection is lost at row %i fails, and does not wait for ever',
  async (at) => {
    const { rows, lose } = await aReading(NUMBERS)
    const fault = await everyRow(rows, async (count) => {
      if (count === at) await lose()
    }).catch((error: unknown) => error)
    expect(isAway(fault)).toBe(true)
  },
)

test('a reading that is given up after its connection was lost ends', async () => {
  const { rows, lose } = await aReading(NUMBERS)
  const givenUp = everyRow(rows, async () => {
    await lose()
    throw new Error('enough')
  })
  await expect(givenUp).rejects.toThrow('enough')
})

test('a query that fails on the way ends its reading, and the connection works on', async () => {
  const { rows, client } = await aReading(
    'select 1 / (1500 - number) as number from generate_series(1, 2000) as number',
  )
  await expect(everyRow(rows)).rejects.toThrow('division by zero')
  expect((await client.query<{ two: number }>('select 2 as two')).rows).toEqual([{ two: 2 }])
})

test('a reading that is given up half way lets the connection work on', async () => {
  const { rows, client } = await aReading(NUMBERS)
  for await (const { number } of rows) if (number === 3) break
  expect((await client.query<{ two: number }>('select 2 as two')).rows).toEqual([{ two: 2 }])
})
