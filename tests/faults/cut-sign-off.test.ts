import { randomUUID } from 'node:crypto'
import { verifyHub } from '@hubline/api/cli/verify-hub.ts'
import { expect, onTestFinished, test } from 'vitest'
import { aMeeting } from '../given/cases.ts'
import { type TestHub, aHub } from '../given/hub.ts'

const YEAR = '2020-21'

/** All that signing off writes, in the order in which it does: its first and its last write tell of those between. */
const WRITTEN = ['sign_off', 'signed_unit', 'signed_sheet_part', 'signed_figure', 'signed_sheet', 'year_step'] as const

async function rowsOf(hub: TestHub): Promise<unknown> {
  const counts = WRITTEN.map((table) => `(select count(*)::int from app.${table} where hub_id = $1) as ${table}`)
  const { rows } = await hub.database.owner.query(`select ${counts.join(', ')}`, [hub.hub_id])
  return rows[0]
}

/** Cuts the connection of what is done at the moment at which it is about to write to a table. */
async function cutAt(hub: TestHub, table: string, begin: () => Promise<unknown>): Promise<void> {
  const owner = await hub.database.owner.connect()
  let isHeld = true
  const letGo = () => {
    if (isHeld) owner.release(true)
    isHeld = false
  }
  onTestFinished(letGo)
  await owner.query(`begin; lock table app.${table} in share mode`)
  const done = begin()
  done.catch(() => undefined)
  // The databases of other workers have the same table under the same number.
  const cut = `select pg_terminate_backend(pid) from pg_locks where relation = 'app.${table}'::regclass and not granted
    and database = (select oid from pg_database where datname = current_database())`
  await expect.poll(async () => (await owner.query(cut)).rowCount, { timeout: 20_000, interval: 5 }).toBe(1)
  letGo()
  await expect(done).rejects.toThrow(/terminat|try again/)
}

test('a sign-off that is cut off at its first write, or a restatement at its last, leaves nothing of it, and the next is whole', async () => {
  const hub = await aHub()
  const years = hub.as('manager').years
  const sent = (steps: number) => ({ request_id: randomUUID(), year: YEAR, steps })
  await aMeeting(hub, await hub.aBusiness(), '2020-06-01', 400)
  await years.move({ ...sent(0), to: 'draft', note: '' })
  await years.move({ ...sent(1), to: 'checked', note: '' })

  const checked = await rowsOf(hub)
  await cutAt(hub, 'signed_unit', () => years.signOff(sent(2)))
  expect(await rowsOf(hub)).toEqual(checked)
  expect(await years.standing({ year: YEAR })).toMatchObject({ state: 'checked', versions: [] })
  await years.signOff(sent(2))

  await aMeeting(hub, await hub.aBusiness(), '2020-07-01', 400)
  const restated = () => years.restate({ ...sent(3), reason: 'A visit came late', approved_by: 'The board' })
  const signed = await rowsOf(hub)
  await cutAt(hub, 'year_step', restated)
  expect(await rowsOf(hub)).toEqual(signed)
  expect(await years.standing({ year: YEAR })).toMatchObject({ state: 'signed_off', versions: [{ version: 1 }] })
  expect(await restated()).toEqual({ version: 2 })
  expect(await hub.inside((tx) => verifyHub(tx, hub.hub_id))).toEqual([])
})
