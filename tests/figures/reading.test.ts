import type { Tx } from '@hubline/db/connection.ts'
import { figuresOf } from '@hubline/reporting/figures.ts'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type TestHub, aHub } from '../given/hub.ts'
import { aRecord, theYear } from '../given/records.ts'

/** So many interactions of so many businesses in each of the years 2015 to 2020. */
const work = async (hub: TestHub, businesses: number, interactions: number): Promise<void> =>
  hub.inside(async (tx) => {
    await sql`insert into app.business (reference, name, legal_form)
      select 'W-' || n, 'Works ' || n, 'plc' from generate_series(1, ${businesses}::integer) n`.execute(tx)
    await sql`insert into app.interaction (reference, business_id, kind, channel, occurred_on, minutes)
      select 'W-' || n, b.id, 'advice_session', 'video', date '2015-06-01' + n % 2000, 60
      from generate_series(1, ${interactions}::integer) n join app.business b on b.hub_id = app.hub() and b.reference = 'W-' || 1 + n % ${businesses}::integer`.execute(
      tx,
    )
  })

/** Pages of tables and indexes that this connection has looked at. */
async function pages(tx: Tx): Promise<number> {
  const found = await sql<{ pages: number }>`select sum(pg_stat_get_xact_blocks_fetched(c.oid))::integer as pages
    from pg_class c where c.relnamespace = 'app'::regnamespace`.execute(tx)
  return found.rows[0]?.pages ?? 0
}

/** Pages looked at for all figures of 2021-22. */
async function pagesRead(hub: TestHub): Promise<number> {
  await hub.database.owner.query('vacuum (analyze)')
  return hub.inside(async (tx) => {
    const before = await pages(tx)
    await figuresOf(tx, { hub_id: hub.hub_id, year: theYear('2021-22') })
    return (await pages(tx)) - before
  })
}

test('the figures of a year cost no more for the work of another hub or of other years', async () => {
  const [hub, other] = [await aHub(), await aHub()]
  const { id: business_id } = await hub.aBusiness()
  await aRecord(hub, 'interaction', {
    business_id,
    kind: 'advice_session',
    channel: 'video',
    occurred_on: '2021-06-14',
    minutes: 60,
  })
  const before = await pagesRead(hub)

  await work(other, 1000, 8000)
  const withOther = await pagesRead(hub)
  await work(hub, 20, 8000)
  const withYears = await pagesRead(hub)

  expect(withOther).toBeLessThan(before + 50)
  expect(withYears).toBeLessThan(before + 50)
})

test('the months of a figure are those of its year, and together they are its value', async () => {
  const hub = await aHub()
  for (const occurred_on of ['2021-04-01', '2021-04-30', '2021-12-31', '2022-01-01', '2022-03-31'])
    await aRecord(hub, 'interaction', {
      business_id: (await hub.aBusiness()).id,
      kind: 'advice_session',
      channel: 'video',
      occurred_on,
      minutes: 60,
    })

  const figures = await hub.inside((tx) => figuresOf(tx, { hub_id: hub.hub_id, year: theYear('2021-22') }))

  expect(figures.find(({ key }) => key === 'lep.businesses_supported')).toMatchObject({
    value: '5',
    months: [
      { month: '2021-04', value: '2' },
      { month: '2021-12', value: '1' },
      { month: '2022-01', value: '1' },
      { month: '2022-03', value: '1' },
    ],
  })
})
