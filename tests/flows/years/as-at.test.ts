import { randomUUID } from 'node:crypto'
import { asItWas } from '@hubline/db/as-at.ts'
import { type Tx, inHub, makeDb, makePool } from '@hubline/db/connection.ts'
import { prepared } from '@hubline/db/prepared.ts'
import { todayInLondon } from '@hubline/domain/day.ts'
import { CATALOGUE, findDefinition } from '@hubline/domain/indicators/catalogue.ts'
import { unchanged } from '@hubline/domain/indicators/change-definition.ts'
import { firstDay, yearOf } from '@hubline/domain/years/year.ts'
import { scopeOf } from '@hubline/reporting/evidence.ts'
import { figuresOf } from '@hubline/reporting/figures.ts'
import { unitsToCopy } from '@hubline/reporting/sign-off/copy-figures.ts'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aMeeting } from '../../given/cases.ts'
import { daysOfAHub } from '../../given/days-of-a-hub.ts'
import { type TestHub, aHub } from '../../given/hub.ts'
import { theYear } from '../../given/records.ts'
import { theTime } from '../../given/the-time.ts'

const YEAR = '2021-22'
const KEY = 'lep.businesses_supported'

/** Lists of each kind: clients, a band over several records, a sum. */
const LISTS = CATALOGUE.filter(({ key }) => [KEY, 'gh.high', 'lep.jobs_created'].includes(key))

/** Every figure of the year, and the units of some with their records. */
async function answers(tx: Tx, hub: TestHub) {
  const question = { hub_id: hub.hub_id, year: theYear(YEAR) }
  const scope = await scopeOf(tx, question)
  const lists = sql.join(
    LISTS.map((definition) => unitsToCopy(definition, scope)),
    sql` union all `,
  )
  const units = await sql`${prepared}select * from (${lists}) u order by 1, 3`.execute(tx)
  return { figures: await figuresOf(tx, question), units: units.rows }
}

/** Planned once, however often it is asked. */
const asking = <T>(hub: TestHub, work: (tx: Tx) => Promise<T>): Promise<T> =>
  hub.inside(async (tx) => {
    await sql`set local plan_cache_mode = force_generic_plan`.execute(tx)
    return work(tx)
  })

type Moment = { instant: string; known: Awaited<ReturnType<typeof answers>> }

test('what was recorded on each of sixty nights, with edits, merges and undo, is answered for each night again', async () => {
  const hub = await aHub()
  const recorded: Moment[] = []
  await asking(hub, async (tx) => {
    const days = daysOfAHub(hub, 60, 12)
    while (!(await days.next()).done) recorded.push({ known: await answers(tx, hub), instant: await theTime(hub) })
  })

  const then = (instant: string) => hub.inside(async (tx) => answers(await asItWas(tx, instant), hub))
  for (const { instant, known } of recorded) expect(await then(instant)).toEqual(known)
  const last = recorded.at(-1)?.known
  expect([await then(await theTime(hub)), await hub.inside((tx) => answers(tx, hub))]).toEqual([last, last])
  expect((await then('2021-01-01T00:00:00Z')).units).toEqual([])
  expect(recorded).toHaveLength(60)
  expect(new Set(recorded.map(({ known }) => JSON.stringify(known))).size).toBeGreaterThan(30)
  const { rows } = await hub.inside((tx) =>
    sql<{ standing: number; undone: number }>`select count(*) filter (where undone_at is null)::integer as standing,
      count(*) filter (where undone_at is not null)::integer as undone from client_merge`.execute(tx),
  )
  expect(Math.min(Number(rows[0]?.standing), Number(rows[0]?.undone))).toBeGreaterThan(2)
})

test('whoever gets the connection next sees today, whether the look back ended well or failed', async () => {
  const { hub, before } = await aCorrectedHub()
  const pool = makePool(hub.database.url, { role: 'hubline_app', max: 1 })
  const db = makeDb(pool)
  const count = async (tx: Tx) =>
    (await sql<{ n: number }>`select count(*)::integer as n from interaction where voided_at is null`.execute(tx))
      .rows[0]?.n
  const lookBack = (fails: boolean) =>
    inHub(db, { hub_id: hub.hub_id }, async (tx) => {
      const past = await asItWas(tx, before)
      expect(await count(past)).toBe(2)
      if (fails) await sql`update app.hub set name = 'Other'`.execute(past)
    })
  const next = () =>
    inHub(db, { hub_id: hub.hub_id }, async (tx) => {
      const left = await sql`select current_setting('search_path') as path, app.as_at() as instant,
        (select count(*)::integer from pg_class where relpersistence = 't' and pg_table_is_visible(oid)) as copies`.execute(
        tx,
      )
      await tx.updateTable('hub').set({ name: 'Kept' }).where('hub_id', '=', hub.hub_id).execute()
      return [left.rows[0], await count(tx)]
    })

  const today = [{ path: 'app,public', instant: null, copies: 0 }, 1]
  await lookBack(false)
  expect(await next()).toEqual(today)
  await expect(lookBack(true)).rejects.toThrow('read-only transaction')
  expect(await next()).toEqual(today)
  await pool.end()
})

test('a definition that is published later changes no answer as at a moment before it', async () => {
  const now = new Date()
  const [hub, year, key] = [await aHub({ now }), yearOf(todayInLondon(now)), 'gh.medium']
  await aMeeting(hub, await hub.aBusiness(), firstDay(year), 150)
  const before = await theTime(hub)
  await hub.as('manager').indicators.publishDefinition({
    request_id: randomUUID(),
    key,
    version: 1,
    change: { ...unchanged(findDefinition(key)!), minutes_at_least: 120 },
    from_on: firstDay(year),
    from_year: year,
    reason: 'The funder lowered the threshold',
  })
  const asked = async (as_at?: string) => {
    const { value, definition_version } = await hub
      .as('adviser', { now: new Date() })
      .indicators.units({ year, key, as_at })
    return [value, definition_version]
  }

  expect([await asked(before), await asked(await theTime(hub)), await asked()]).toEqual([
    ['0', 1],
    ['1', 2],
    ['1', 2],
  ])
})

/** Two businesses with a meeting; one meeting is voided after `before`. */
async function aCorrectedHub() {
  const hub = await aHub({ now: new Date() })
  const [amber, birch] = [await hub.aBusiness({ name: 'Amber Ltd' }), await hub.aBusiness({ name: 'Birch Ltd' })]
  await aMeeting(hub, amber, '2021-06-01')
  const meeting = await aMeeting(hub, birch, '2021-06-01')
  const before = await theTime(hub)
  await hub.as('manager').records.void({
    request_id: randomUUID(),
    kind: 'interaction',
    id: meeting,
    version: 1,
    reason: 'Entered twice',
  })
  return { hub, before, as: hub.as('adviser', { now: new Date() }) }
}

test('a correction made today changes neither the board nor the list nor its split of a moment before it', async () => {
  const { as, before } = await aCorrectedHub()
  const valueOf = async (as_at?: string) =>
    (await as.indicators.board({ year: YEAR, as_at })).figures.find(({ key }) => key === KEY)?.value
  const listOf = async (as_at?: string) => {
    const list = await as.indicators.units({ year: YEAR, key: KEY, as_at })
    return [list.as_at, list.value, list.total, list.rows.map(({ name }) => name)]
  }

  const newOf = async (as_at?: string) => {
    const { parts } = await as.indicators.split({ year: YEAR, key: KEY, by: 'known', as_at })
    return parts.map(({ part, units }) => [part, units])
  }

  expect([await valueOf(before), await valueOf()]).toEqual(['2', '1'])
  expect([await newOf(before), await newOf()]).toEqual([[['new', 2]], [['new', 1]]])
  expect(await listOf(before)).toEqual([before, '2', 2, ['Amber Ltd', 'Birch Ltd']])
  expect(await listOf()).toEqual([null, '1', 1, ['Amber Ltd']])
})

test('a board says since when anything is known, and a time that has not come is refused', async () => {
  const { hub, as } = await aCorrectedHub()
  const early = await as.indicators.board({ year: YEAR, as_at: '2020-01-01' })

  expect(early.as_at).toBe('2020-01-01T23:59:59.999999Z')
  expect(early.figures.find(({ key }) => key === KEY)?.value).toBe('0')
  expect(early.known_since?.getTime()).toBeGreaterThan(Date.now() - 60_000)
  await expect(as.indicators.units({ year: YEAR, key: KEY, as_at: '2099-01-01' })).rejects.toThrow('has not come yet')
  await expect(hub.as('adviser').indicators.board({ year: YEAR, as_at: 'soon' })).rejects.toThrow('write it like')
})

test('the past of one hub is not seen from another, nor without a hub', async () => {
  const { hub, before } = await aCorrectedHub()
  const other = await aHub({ database: hub.database })
  const seen = (from: TestHub) =>
    from.inside(async (tx) => {
      const past = await asItWas(tx, before)
      const rows = await sql<{
        hub_id: string
      }>`select hub_id from interaction union all select hub_id from business`.execute(past)
      return rows.rows.map(({ hub_id }) => hub_id)
    })

  expect(new Set(await seen(hub))).toEqual(new Set([hub.hub_id]))
  expect(await seen(other)).toEqual([])
  const outside = await hub.database.db.transaction().execute(async (tx) => {
    const past = await asItWas(tx, before)
    return (await sql`select 1 from interaction`.execute(past)).rows
  })
  expect(outside).toEqual([])
})

test('every table of records can be seen as it was, column for column', async () => {
  const { database } = await aHub()
  const columns = (schema: string) =>
    `select c.table_name || '.' || c.column_name || ' ' || c.udt_name as is from information_schema.columns c
      where c.table_schema = '${schema}' and exists (select from pg_trigger t
        where t.tgname = 'keep_former_version' and t.tgrelid = ('app.' || quote_ident(c.table_name))::regclass) order by 1`
  const [now, past] = [await database.owner.query(columns('app')), await database.owner.query(columns('as_at'))]

  expect(past.rows).toEqual(now.rows)
  expect(now.rows.length).toBeGreaterThan(300)
})
