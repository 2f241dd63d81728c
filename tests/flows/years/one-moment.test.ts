import { randomUUID } from 'node:crypto'
import { verifyHub } from '@hubline/api/cli/verify-hub.ts'
import { packSheets } from '@hubline/reporting/pack/pack-sheets.ts'
import { versionPack } from '@hubline/reporting/pack/version-pack.ts'
import type { Sheet, SheetRow } from '@hubline/spreadsheet/sheet.ts'
import { expect, onTestFinished, test } from 'vitest'
import { aMeeting } from '../../given/cases.ts'
import { anInteractionForm } from '../../given/forms.ts'
import { type TestHub, aHub } from '../../given/hub.ts'
import { theYear } from '../../given/records.ts'
import { aBundle, importInto } from '../imports/folder.ts'

const YEAR = '2020-21'
const KEY = 'lep.businesses_supported'
/** Of the live pack and of a version alike. */
const SAME = ['Breakdowns', 'Businesses', 'Support events', 'Exclusions', 'Data quality']

/** Two businesses with a meeting in 2020-21, one of them in the year before too, and the year is checked. */
async function aCheckedYear() {
  const hub = await aHub()
  const amber = await hub.aBusiness({ name: 'Amber Ltd' })
  await aMeeting(hub, amber, '2020-06-01', 400)
  await aMeeting(hub, await hub.aBusiness({ name: 'Birch Ltd' }), '2020-07-01', 400)
  await aMeeting(hub, amber, '2019-07-01', 400)
  const { years } = hub.as('manager')
  for (const [steps, to] of (['draft', 'checked'] as const).entries())
    await years.move({ request_id: randomUUID(), year: YEAR, to, steps, note: '' })
  const { figures } = await years.variances({ year: YEAR })
  const explanations = figures.map(({ key }) => ({ key, version: 0, words: 'A new programme began' }))
  await years.explain({ request_id: randomUUID(), year: YEAR, explanations })
  return { hub, amber }
}

const sign = (hub: TestHub, request_id: string = randomUUID()) =>
  hub.as('manager').years.signOff({ request_id, year: YEAR, steps: 2 })
const verify = (hub: TestHub) => hub.inside((tx) => verifyHub(tx, hub.hub_id))

/** A session of the database's administrator inside a transaction, which ends whatever happens. */
async function anOwner({ database }: TestHub) {
  const owner = await database.owner.connect()
  onTestFinished(() => owner.release(true))
  await owner.query('begin')
  const waits = (lock: string) =>
    expect
      .poll(async () => (await owner.query(`select from pg_locks where not granted and ${lock}`)).rowCount, {
        timeout: 60_000,
      })
      .toBe(1)
  return { owner, waits }
}

async function rowsOf(sheets: readonly Sheet[]): Promise<Record<string, SheetRow[]>> {
  const found: Record<string, SheetRow[]> = {}
  for (const sheet of sheets) {
    const rows: SheetRow[] = []
    for await (const row of sheet.rows()) rows.push(row.map((cell) => cell || null))
    found[sheet.name] = rows
  }
  return found
}

const liveRows = (hub: TestHub) =>
  hub.inside(async (tx) => {
    const asked = { hub_id: hub.hub_id, year: theYear(YEAR), produced_at: new Date(), produced_by: '', reason: '' }
    return rowsOf((await packSheets(tx, asked)).sheets)
  })

const signedRows = (hub: TestHub) =>
  hub.inside(async (tx) => {
    const { id } = await tx
      .selectFrom('sign_off')
      .select('id')
      .where('hub_id', '=', hub.hub_id)
      .executeTakeFirstOrThrow()
    return rowsOf((await versionPack(tx, { hub_id: hub.hub_id, year: theYear(YEAR), sign_off_id: id })).sheets)
  })

/** What an adviser may do while somebody signs off: other work, work of the year before, another size and place. */
async function workMeanwhile({ hub, amber }: Awaited<ReturnType<typeof aCheckedYear>>) {
  const cedar = await hub.aBusiness({ name: 'Cedar Ltd' })
  await aMeeting(hub, cedar, '2020-08-01', 400)
  await aMeeting(hub, cedar, '2019-08-01', 400)
  await hub.inside((tx) =>
    tx
      .updateTable('business')
      .set({ employees_fte: '60', district_code: 'E06000021', sic_code: null })
      .where('hub_id', '=', hub.hub_id)
      .where('id', '=', amber.id)
      .execute(),
  )
}

test('what others write while a year is signed off is in none of its figures, lists and sheets, and waits for nothing', async () => {
  const given = await aCheckedYear()
  const { hub } = given
  const person = await hub.aPerson()
  const before = await liveRows(hub)
  const { owner, waits } = await anOwner(hub)
  // Lists and records are copied, then the figures wait here; what is split and held beside them comes later.
  await owner.query('lock table app.signed_figure in share mode')
  const signing = sign(hub)
  signing.catch(() => undefined)
  await waits(`relation = 'app.signed_figure'::regclass`)

  await workMeanwhile(given)
  const erasing = { id: person.id, version: 1, typed: person.reference, reason: 'asked' } as const
  await expect(hub.as('manager').people.erase({ request_id: randomUUID(), ...erasing })).rejects.toThrow(
    'A year of your hub is being moved on just now: erase again in a minute',
  )
  await owner.query('commit')
  await signing

  const signed = await signedRows(hub)
  for (const name of SAME) expect({ name, rows: signed[name] }).toEqual({ name, rows: before[name] })
  // The value and, as the records stood, that of the year before.
  const told = (rows: SheetRow[] | undefined) => rows?.find((row) => row.includes(KEY))
  expect(told(signed['Headlines'])?.slice(1, 8)).toEqual(told(before['Headlines'])?.slice(0, 7))
  expect(signed['Units']?.filter(([key]) => key === KEY)).toHaveLength(2)
  expect(await verify(hub)).toEqual([])
})

test('what was written after a sign-off began and before its turn came is in it', async () => {
  const given = await aCheckedYear()
  const { hub } = given
  const request_id = randomUUID()
  const { owner, waits } = await anOwner(hub)
  const form = [hub.hub_id, hub.advisers.manager, request_id]
  await owner.query(
    `insert into app.received_request (hub_id, adviser_id, key, procedure, input_hash) values ($1, $2, $3, 'none', '')`,
    form,
  )
  const signing = sign(hub, request_id)
  signing.catch(() => undefined)
  await waits(`locktype = 'transactionid'`)

  const { id: business_id } = await hub.aBusiness({ name: 'Cedar Ltd' })
  await hub.as('adviser').interactions.log(anInteractionForm({ business_id, occurred_on: '2020-08-01', minutes: 400 }))
  await owner.query('rollback')
  await signing

  const { rows } = await hub.as('adviser').years.signedUnits({ year: YEAR, version: 1, key: KEY })
  expect(rows.map(({ name }) => name)).toEqual(['Amber Ltd', 'Birch Ltd', 'Cedar Ltd'])
})

/** Cedar Ltd with a meeting of the year, as another system tells it. */
const aLateBundle = () =>
  aBundle({
    'businesses.csv': ['reference,name,legal_form', 'B-LATE,Cedar Ltd,limited_company'],
    'interactions.csv': [
      'reference,business_reference,kind,channel,occurred_on,minutes',
      'I-LATE,B-LATE,advice_session,video,2020-08-01,400',
    ],
  })

test('nobody signs off while a bundle is being read in, and afterwards it is in the figures', async () => {
  const { hub } = await aCheckedYear()
  const { owner, waits } = await anOwner(hub)
  await owner.query('lock table app.interaction in share mode')
  const reading = importInto(hub, await aLateBundle())
  reading.catch(() => undefined)
  await waits(`relation = 'app.interaction'::regclass`)

  await expect(sign(hub)).rejects.toThrow('A bundle is being read into your hub: sign off when it is in')
  await owner.query('commit')
  expect(await reading).toMatchObject({ accepted: true })
  await sign(hub)

  const { rows } = await hub.as('adviser').years.signedUnits({ year: YEAR, version: 1, key: KEY })
  expect(rows.map(({ name }) => name)).toEqual(['Amber Ltd', 'Birch Ltd', 'Cedar Ltd'])
})

test('a bundle that comes while a year is signed off waits, and what it brings is told apart as a late entry', async () => {
  const { hub } = await aCheckedYear()
  const { owner, waits } = await anOwner(hub)
  await owner.query('lock table app.signed_figure in share mode')
  const signing = sign(hub)
  signing.catch(() => undefined)
  await waits(`relation = 'app.signed_figure'::regclass`)
  const reading = importInto(hub, await aLateBundle())
  reading.catch(() => undefined)
  await waits(`locktype = 'advisory'`)

  await owner.query('commit')
  await signing
  expect(await reading).toMatchObject({ accepted: true })

  const { rows } = await hub.as('adviser').years.restatementUnits({ year: YEAR, key: KEY })
  expect(rows).toMatchObject([{ what: 'in', name: 'Cedar Ltd', causes: [{ did: 'recorded' }, { did: 'recorded' }] }])
})
