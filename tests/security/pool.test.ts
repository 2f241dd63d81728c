import { makeDb, makePool } from '@hubline/db/connection.ts'
import { createCallerFactory } from '@hubline/api/trpc.ts'
import { appRouter } from '@hubline/api/router.ts'
import { expect, test } from 'vitest'
import { type TestDatabase, aDatabase } from '../given/database.ts'
import { type TestHub, aHub, contextFor } from '../given/hub.ts'

const HUBS = 20
const REQUESTS = 3000
const AT_ONCE = 25

type Counts = { asked: number; foreign: number; missing: number; refused: number }

async function manyHubs(): Promise<{ home: TestDatabase; hubs: TestHub[] }> {
  const home = await aDatabase()
  return { home, hubs: await Promise.all(Array.from({ length: HUBS }, () => aHub({ database: home }))) }
}

/** Many requests of many hubs at once; `ask` gives the hubs whose people it was shown. */
async function interleave(
  hubs: readonly TestHub[],
  ask: (hub: TestHub, n: number) => Promise<string[]>,
): Promise<Counts> {
  const counts: Counts = { asked: 0, foreign: 0, missing: 0, refused: 0 }
  let next = 0
  const worker = async () => {
    for (let n = next++; n < REQUESTS; n = next++) {
      const hub = hubs[(n * 7) % hubs.length] as TestHub
      counts.asked += 1
      const shown = await ask(hub, n).catch(() => undefined)
      if (!shown) counts.refused += 1
      else if (shown.some((slug) => slug !== hub.slug)) counts.foreign += 1
      else if (shown.length !== 4) counts.missing += 1
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return counts
}

const hubOf = ({ email }: { email: string }) => email.replace(/^.*@|\.example$/g, '')

test('thousands of requests of many hubs over few connections never see another hub, though connections are cut', async () => {
  const { home, hubs } = await manyHubs()
  const pool = makePool(home.url, { role: 'hubline_app', max: 4, application: 'leak test' })
  const [caller, db] = [createCallerFactory(appRouter), makeDb(pool)]
  const cut = () =>
    home.owner.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'leak test' and datname = current_database() order by random() limit 1",
    )

  const counts = await interleave(hubs, async (hub, n) => {
    if (n % 60 === 30) await cut()
    // One in twenty forgets to go through the door: it must be shown nothing.
    if (n % 20 === 0) {
      const forgotten = await pool.query<{ email: string }>('select email from app.adviser')
      return forgotten.rows.length === 0 ? Array.from({ length: 4 }, () => hub.slug) : forgotten.rows.map(hubOf)
    }
    const people = await caller({
      ...contextFor(home, hub.tokens.adviser),
      db,
      logFault: () => undefined,
    }).staff.people()
    return people.rows.map(hubOf)
  })
  await db.destroy()

  expect(counts).toMatchObject({ asked: REQUESTS, foreign: 0, missing: 0 })
  expect(counts.refused).toBeLessThan(REQUESTS / 10)
})

test('a setting that outlives its transaction would be noticed', async () => {
  const { home, hubs } = await manyHubs()
  const pool = makePool(home.url, { role: 'hubline_app', max: 4 })

  const counts = await interleave(hubs, async (hub, n) => {
    // The mistake: a setting of the connection instead of the transaction, made now and then and never taken back.
    if (n % 3 === 0) await pool.query(`select set_config('app.hub_id', '${hub.hub_id}', false)`)
    return (await pool.query<{ email: string }>('select email from app.adviser')).rows.map(hubOf)
  })
  await pool.end()

  expect(counts.foreign).toBeGreaterThan(REQUESTS / 10)
})
