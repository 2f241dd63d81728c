import { verifyHub } from '@hubline/api/cli/verify-hub.ts'
import { brokenLink } from '@hubline/reporting/sign-off/broken-link.ts'
import { type FigureContent, figureHash } from '@hubline/reporting/sign-off/copy-figures.ts'
import { uncoveredSheets } from '@hubline/reporting/sign-off/fingerprint.ts'
import { expect, test } from 'vitest'
import { aMeeting } from '../../given/cases.ts'
import { type TestHub, aHub } from '../../given/hub.ts'
import { signedYear } from '../../given/signed-year.ts'

const YEAR = '2020-21'
const TABLES = ['signed_sheet', 'signed_sheet_part', 'signed_figure']

async function aSignedYear() {
  const hub = await aHub()
  await aMeeting(hub, await hub.aBusiness({ name: 'Amber Ltd' }), '2020-06-01', 400)
  await aMeeting(hub, await hub.aBusiness({ name: 'Birch Ltd' }), '2020-07-01', 400)
  await signedYear(hub, YEAR)
  return hub
}

/** Changes rows past every trigger, as only the administrator of the database can. */
const force = ({ database }: TestHub, change: string) =>
  database.owner.query(`begin; set local session_replication_role = replica; ${change}; commit`)

/** Changes rows for as long as `look` takes. */
async function whileForced<T>(hub: TestHub, change: string, look: () => Promise<T>): Promise<T> {
  await force(hub, TABLES.map((table) => `create table public.${table} as table app.${table}`).join('; '))
  try {
    await force(hub, change)
    return await look()
  } finally {
    const back = (table: string) =>
      `delete from app.${table}; insert into app.${table} table public.${table}; drop table public.${table}`
    await force(hub, TABLES.map(back).join('; '))
  }
}

const broken = (hub: TestHub) => hub.inside((tx) => brokenLink(tx, hub.hub_id))
const away = (name: string) =>
  ['signed_sheet', 'signed_sheet_part'].map((table) => `delete from app.${table} where name like '${name}'`).join('; ')
const EXTRA = `insert into app.signed_sheet select hub_id, sign_off_id, 99, 'Extra', columns, rows, rows_hash, hash from app.signed_sheet where position = 1`
const LOOSE = `insert into app.signed_sheet_part select hub_id, sign_off_id, 'Extra', part, rows, lines from app.signed_sheet_part where name = 'Businesses'`
const LATER = `insert into app.signed_sheet_part select hub_id, sign_off_id, name, 2, rows, lines from app.signed_sheet_part where name = 'Businesses'`
const cut = `set rows = rows - 1, lines = split_part(lines, chr(10), 1) || chr(10) where name = 'Businesses'`

test('a sheet that is missing, was changed or was added to a signed-off version is named by hub verify', async () => {
  const hub = await aSignedYear()
  expect(await hub.inside((tx) => verifyHub(tx, hub.hub_id))).toEqual([])

  for (const [change, found] of [
    [away('Exclusions'), 'Exclusions: it is missing'],
    [away('Breakdowns'), 'Breakdowns: it is missing'],
    [away('%'), 'Headlines: it is missing'],
    [`delete from app.signed_sheet where name = 'Businesses'`, 'Businesses: it is missing'],
    [`update app.signed_sheet_part ${cut}`, 'Businesses: its rows are not those that were kept'],
    [`update app.signed_sheet set columns = '[]' where name = 'Jobs'`, 'Jobs: it is not what was kept'],
    [LATER, 'Businesses: its rows are not those that were kept'],
    [EXTRA, 'Extra: it was added later'],
    [LOOSE, 'Extra: it was added later'],
  ] as const)
    expect(await whileForced(hub, change, () => broken(hub))).toBe(
      `The sign-off of 2020-21, version 1, is broken at its sheet ${found}`,
    )

  // Its fingerprint on the screen is that of the last sheet, and the next sign-off follows it.
  const { versions } = await hub.as('adviser').years.standing({ year: YEAR })
  await signedYear(hub, '2019-20')

  const { rows } = await hub.database.owner.query<{ hash: string }>(
    `select (select hash from app.signed_sheet k where k.sign_off_id = s.id order by position desc limit 1) as hash from app.sign_off s where hub_id = $1 and number = 1
    union all select previous_hash from app.sign_off where hub_id = $1 and number = 2`,
    [hub.hub_id],
  )
  expect(rows.map(({ hash }) => hash)).toEqual([versions[0]?.hash, versions[0]?.hash])
  expect(await broken(hub)).toBeUndefined()
})

test('a version from before its sheets were covered is no fault: it is said that they are not', async () => {
  const hub = await aSignedYear()
  const { rows } = await hub.database.owner.query<FigureContent & { hash: string }>(
    'select * from app.signed_figure where hub_id = $1 order by position desc limit 2',
    [hub.hub_id],
  )
  const [last, before] = rows
  if (!last || !before) throw new Error('A sign-off has figures')
  const { sheets: _, ...parameters } = JSON.parse(last.parameters)
  const older = { ...last, parameters: JSON.stringify(parameters) }
  const hash = figureHash(before.hash, older)
  const change = `update app.signed_figure set parameters = '${older.parameters}', hash = '${hash}' where hub_id = '${hub.hub_id}' and position = ${last.position}; ${away('%')}`

  const found = await whileForced(hub, change, () =>
    hub.inside(async (tx) => [await brokenLink(tx, hub.hub_id), await uncoveredSheets(tx, hub.hub_id)]),
  )
  expect(found).toEqual([
    undefined,
    [
      'The sign-off of 2020-21, version 1, is from before its fingerprint covered its sheets: whether one of them is missing cannot be told',
    ],
  ])
  expect(await hub.inside((tx) => uncoveredSheets(tx, hub.hub_id))).toEqual([])
})
