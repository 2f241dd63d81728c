import { createHash, randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { CATALOGUE } from '@hubline/domain/indicators/catalogue.ts'
import { frameworkOf } from '@hubline/domain/indicators/definition.ts'
import type { Role } from '@hubline/domain/staff/permissions.ts'
import { countedRows } from '@hubline/reporting/pack/pack-sheet.ts'
import { writeCsvZip } from '@hubline/spreadsheet/write-csv-zip.ts'
import { beforeAll, describe, expect, test } from 'vitest'
import { aHubWith } from '../../given/bundle.ts'
import { aMeeting } from '../../given/cases.ts'
import { type TestHub, aHub } from '../../given/hub.ts'
import { aServer } from '../../security/listening.ts'
import { aSituation } from '../../security/situation.ts'
import { checkPack } from '../../stranger/check-pack.ts'
import { type Pack, type Row, packOf } from '../../stranger/read-pack.ts'

const REASON = 'Return to the accountable body'
const YEAR = '2021-22'
/** Without those of frameworks, of which the hubs here have no programme. */
const FIGURES = CATALOGUE.filter((each) => frameworkOf(each) === undefined).length
const SAMPLE = new URL('../../samples/bundle-a', import.meta.url).pathname

async function ask(hub: TestHub, { as = 'manager', format = 'zip', year = YEAR, reason = REASON }: Asked = {}) {
  const { url } = await aServer(hub.database)
  const cookie = as === 'nobody' ? {} : { headers: { cookie: `hubline=${hub.tokens[as]}` } }
  return fetch(`${url}/year/${year}/pack.${format}?${new URLSearchParams({ reason })}`, cookie)
}
type Asked = { as?: Role | 'nobody'; format?: string; year?: string; reason?: string }
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer())
const noted = (hub: TestHub) =>
  hub.inside((tx) =>
    tx
      .selectFrom('audit_entry')
      .select(['what', 'adviser_id', 'detail'])
      .where('hub_id', '=', hub.hub_id)
      .where('what', 'like', 'pack.%')
      .orderBy('id')
      .execute(),
  )

describe("a sample hub's pack", () => {
  let hub: TestHub
  let pack: Pack
  let bytes: Buffer
  beforeAll(async () => {
    hub = await aHubWith(SAMPLE)
  })

  test('gives a stranger every figure again, from its records alone', async () => {
    const answer = await ask(hub)
    expect(answer.status).toBe(200)
    bytes = await bytesOf(answer)
    pack = packOf(bytes)
    expect(checkPack(pack)).toEqual([])
    expect(pack['Headlines']).toHaveLength(FIGURES)
    expect(pack['Cover']).toContainEqual({ item: 'Produced for', value: REASON })
  })

  test('leaves word of who took it and why, with its rows and its fingerprint', async () => {
    await expect
      .poll(async () => (await noted(hub)).map(({ what, adviser_id }) => ({ what, adviser_id })))
      .toEqual(['pack.asked', 'pack.downloaded'].map((what) => ({ what, adviser_id: hub.advisers.manager })))
    const entries = await noted(hub)
    expect(entries[0]?.detail).toEqual({ year: YEAR, format: 'zip', reason: REASON })
    expect(entries[1]?.detail).toMatchObject({
      rows: { Headlines: FIGURES, Proof: pack['Proof']?.length },
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })
  })

  const altered = (sheet: string, change: (row: Row) => Row | undefined): Pack => {
    let isDone = false
    const rows = (pack[sheet] ?? []).map((row) => {
      const other = isDone ? undefined : change(row)
      isDone ||= other !== undefined
      return other ?? row
    })
    expect(isDone).toBe(true)
    return { ...pack, [sheet]: rows }
  }

  test.each([
    [
      'Headlines',
      (row: Row) => (row['key'] === 'gh.light' ? { ...row, value: String(Number(row['value']) + 1) } : undefined),
      'gh.light',
    ],
    [
      'Investment',
      (row: Row) =>
        row['state'] === 'verified' && row['source'] === 'private' && row['primary'] === 'yes'
          ? { ...row, 'amount GBP': '1.01' }
          : undefined,
      'lep.private_investment_leveraged',
    ],
    [
      'Jobs',
      (row: Row) =>
        row['state'] === 'verified' && row['type'] === 'job_created' && row['primary'] === 'yes'
          ? { ...row, 'hours/week': '1' }
          : undefined,
      'lep.jobs_created',
    ],
    [
      'Proof',
      (row: Row) => (row['key'] === 'skills.reviews_held' ? { ...row, 'unit ref': 'B-made-up' } : undefined),
      'skills.reviews_held',
    ],
    [
      'Referrals',
      (row: Row) => (row['accepted on'] === '' ? undefined : { ...row, 'accepted on': '' }),
      'local.referrals_moved_on',
    ],
    [
      'Businesses',
      (row: Row) => (row['intensity'] === 'light' ? { ...row, intensity: 'high' } : undefined),
      'businesses stand as light',
    ],
    [
      'Jobs',
      (row: Row) => (row['share'] === '1' ? { ...row, FTE: '0.9' } : undefined),
      'FTE, and its own row says 0.9',
    ],
    ['Survey waves', (row: Row) => ({ ...row, valid: '9999' }), 'The wave'],
    [
      'Breakdowns',
      (row: Row) => (row['held back'] === 'no' && Number(row['value']) > 9 ? { ...row, value: '4' } : undefined),
      'is shown with 4',
    ],
    [
      'Breakdowns',
      (row: Row) => (row['held back'] === 'yes' && row['part'] !== '' ? { ...row, value: '1' } : undefined),
      'is held back and told',
    ],
  ])('that was altered in one cell of %s does not pass', (sheet, change, key) => {
    expect(checkPack(altered(sheet, change)).join('\n')).toContain(key)
  })

  test('that lost a row does not pass', () => {
    const short = { ...pack, 'Support events': (pack['Support events'] ?? []).slice(1) }
    expect(checkPack(short)[0]).toMatch(/^Support events has \d+ rows, and the cover says \d+$/)
  })
})

test('the pack comes in three formats, for a hub without a record too', async () => {
  const hub = await aHub()
  for (const format of ['xlsx', 'ods', 'zip']) {
    const answer = await ask(hub, { format })
    expect({ format, status: answer.status }).toEqual({ format, status: 200 })
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="Year 2021-22 pack.${format}"`)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect((await bytesOf(answer)).toString('latin1', 0, 2)).toBe('PK')
  }
})

test('only those who lead a hub take its pack, and it holds nothing of another hub and no name of a person', async () => {
  const [own, other] = [await aHub(), await aHub()]
  await aSituation(own, 'Ownword')
  await aSituation(other, 'Foreignword')
  for (const [as, status] of [
    ['adviser', 403],
    ['skills_broker', 403],
    ['nobody', 401],
  ] as const)
    expect({ as, status: (await ask(own, { as })).status }).toEqual({ as, status })
  const said = JSON.stringify(packOf(await bytesOf(await ask(own))))
  expect(said).toContain('Ownword Bakery')
  expect(said).not.toContain('Foreignword')
  expect(said).not.toContain('Ownword Patel')
})

test('the pack says what was left out and why, and how many records fail each check', async () => {
  const hub = await aHub()
  const away = await hub.aBusiness({ name: 'Away Ltd', district_code: 'E06000001' })
  await aMeeting(hub, away, '2021-06-01', 60)
  const voided_id = await aMeeting(hub, await hub.aBusiness(), '2021-06-02', 60)
  await hub.inside((tx) =>
    tx
      .updateTable('interaction')
      .set({ voided_at: new Date(), void_reason: 'Typed twice' })
      .where('hub_id', '=', hub.hub_id)
      .where('id', '=', voided_id)
      .execute(),
  )
  const pack = packOf(await bytesOf(await ask(hub)))

  expect(checkPack(pack)).toEqual([])
  const told = (pack['Exclusions'] ?? []).map(({ reason, indicator, ...row }) => [reason, indicator, row['unit ref']])
  expect(told).toContainEqual(['out of area', 'gh.light gh.medium gh.high lep.businesses_supported', away.reference])
  expect(told.filter(([reason]) => reason === 'voided')).toEqual([['voided', '', '']])
  const inside = (pack['Businesses'] ?? []).map((row) => ({ ...row, 'in area': 'yes' }))
  expect(checkPack({ ...pack, Businesses: inside }).join('\n')).toContain(
    `${away.reference} is left out as out of area`,
  )

  const quality = await hub.as('manager').dataQuality.overview({ year: YEAR })
  expect(pack['Data quality']?.map((row) => [row['rule'], row['failures']])).toEqual(
    quality.rules.map(({ title, listed }) => [title, String(listed)]),
  )
})

test.each([
  ['no reason', { reason: '  ' }, 400, 'Say what the pack is for, for example the return to a funder'],
  ['a year that is none', { year: '2021-23' }, 400, 'There is no year "2021-23": write it like 2021-22'],
  ['another format', { format: 'pdf' }, 404, 'The pack comes as xlsx, ods or zip'],
])('%s is refused in a sentence, and nothing is noted', async (_what, asked, status, message) => {
  const hub = await aHub()
  const answer = await ask(hub, asked)
  expect(answer.status).toBe(status)
  expect(await answer.json()).toMatchObject({ error: { message } })
  expect(await noted(hub)).toEqual([])
})

test('the pack of a year that was signed off carries its chain, and an altered link is found', async () => {
  const hub = await aHub()
  await aMeeting(hub, await hub.aBusiness({ name: 'Amber "Quoted" Ltd' }), '2020-06-01', 400)
  const years = hub.as('manager').years
  await years.move({ request_id: randomUUID(), year: '2020-21', to: 'draft', steps: 0, note: '' })
  await years.move({ request_id: randomUUID(), year: '2020-21', to: 'checked', steps: 1, note: '' })
  await years.signOff({ request_id: randomUUID(), year: '2020-21', steps: 2 })

  const pack = packOf(await bytesOf(await ask(hub, { year: '2020-21' })))

  expect(pack['Signed off']).toHaveLength(FIGURES)
  expect(checkPack(pack)).toEqual([])
  const rows = (pack['Signed off'] ?? []).map((row) => (row['key'] === 'gh.high' ? { ...row, value: '7' } : row))
  expect(checkPack({ ...pack, 'Signed off': rows })).toEqual([
    'Version 1 was signed off otherwise: gh.high breaks the chain',
  ])

  await aMeeting(hub, await hub.aBusiness({ name: 'Late Ltd' }), '2020-07-01', 60)
  const restatement = { year: '2020-21', steps: 3, reason: 'A visit came late', approved_by: 'Ann Example' }
  await years.restate({ request_id: randomUUID(), ...restatement })
  const restated = packOf(await bytesOf(await ask(hub, { year: '2020-21' })))
  expect(restated['Signed off']).toHaveLength(2 * FIGURES)
  expect(checkPack(restated)).toEqual([])
  expect(restated['Restatements']?.find(({ key }) => key === 'lep.businesses_supported')).toMatchObject({
    version: '2',
    'from value': '1',
    'to value': '2',
    'units in': '1',
    'units out': '0',
    cause: 'A visit came late',
    'approved by': 'Ann Example',
  })
  expect(checkPack({ ...restated, 'Restated units': [] }).join('\n')).toContain('units in of lep.businesses_supported')
  const other = (restated['Restatements'] ?? []).map((row) => ({ ...row, 'from value': '0' }))
  expect(checkPack({ ...restated, Restatements: other }).join('\n')).toContain(
    'Version 2 of lep.businesses_supported moved otherwise',
  )
})

test.each([1, 3])('a sheet of two rows of which %d were counted is never a whole file', async (counted) => {
  const sheet = { name: 'Jobs', columns: [{ name: 'ref', is: 'text' as const }], rows: () => [['one'], ['two']] }
  await expect(buffer(writeCsvZip([countedRows(sheet, counted)]))).rejects.toThrow(
    `Jobs has 2 rows, and ${counted} were counted`,
  )
})
