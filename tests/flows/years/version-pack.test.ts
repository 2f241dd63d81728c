import { createHash, randomUUID } from 'node:crypto'
import { CATALOGUE } from '@hubline/domain/indicators/catalogue.ts'
import { frameworkOf } from '@hubline/domain/indicators/definition.ts'
import { beforeAll, expect, test } from 'vitest'
import { aHubWith } from '../../given/bundle.ts'
import { aMeeting } from '../../given/cases.ts'
import type { TestHub } from '../../given/hub.ts'
import { aMergeForm } from '../../given/merges.ts'
import { signedYear } from '../../given/signed-year.ts'
import { aServer } from '../../security/listening.ts'
import { checkPack } from '../../stranger/check-pack.ts'
import { packOf } from '../../stranger/read-pack.ts'

/** Without those of frameworks, of which the hubs here have no programme. */
const FIGURES = CATALOGUE.filter((each) => frameworkOf(each) === undefined).length

const YEAR = '2021-22'
const SAMPLE = new URL('../../samples/bundle-a', import.meta.url).pathname

async function askLive(hub: TestHub) {
  const { url } = await aServer(hub.database)
  const headers = { cookie: `hubline=${hub.tokens.manager}` }
  return fetch(`${url}/year/${YEAR}/pack.zip?${new URLSearchParams({ reason: 'The auditor' })}`, { headers })
}

async function ask(
  hub: TestHub,
  version: string,
  { format = 'zip', reason = 'The auditor', file = '', headers = {} } = {},
) {
  const { url } = await aServer(hub.database)
  const question = new URLSearchParams({ reason, version, ...(file && { file }) })
  return fetch(`${url}/year/${YEAR}/pack.${format}?${question}`, {
    headers: { cookie: `hubline=${hub.tokens.manager}`, ...headers },
  })
}
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer())
const sha256Of = async (answer: Response) =>
  createHash('sha256')
    .update(await bytesOf(answer))
    .digest('hex')

let hub: TestHub
beforeAll(async () => {
  hub = await aHubWith(SAMPLE)
  await signedYear(hub, YEAR)
})

test('the pack of a signed-off version gives a stranger every figure from its own lists and proof', async () => {
  const file = randomUUID()
  const progress = (of: string, role: 'manager' | 'admin' = 'manager') => hub.as(role).years.packProgress({ file: of })
  expect(await progress(file)).toBe(null)
  const answer = await ask(hub, '1', { file })
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="Year 2021-22 version 1 pack.zip"')
  const pack = packOf(await bytesOf(answer))

  const { Cover: _, ...sheets } = pack
  const rows = Object.values(sheets).reduce((sum, each) => sum + each.length, 0)
  const whole = { sheets: 1 + Object.keys(sheets).length, rows, rows_written: rows }
  await expect.poll(() => progress(file)).toMatchObject({ state: 'sent', sheets_written: whole.sheets, ...whole })
  // Of somebody else's file nothing is told.
  expect(await progress(file, 'admin')).toBe(null)
  expect(checkPack(pack)).toEqual([])
  expect(new Set(pack['Breakdowns']?.map(({ dimension }) => dimension)).size).toBe(8)
  expect(pack['Headlines']).toHaveLength(FIGURES)
  const live = await hub.as('manager').indicators.board({ year: YEAR })
  expect(Object.fromEntries((pack['Headlines'] ?? []).map(({ key, value }) => [key, value]))).toEqual(
    Object.fromEntries(live.figures.map(({ key, value }) => [key, value ?? ''])),
  )
  expect(pack['Cover']).toContainEqual({ item: 'Status', value: 'Signed off, version 1' })
  expect(pack['Cover']?.find(({ item }) => item === 'Later changes')?.['value']).toContain('not in this file')
  expect(pack['Cover']?.some(({ item }) => item?.startsWith('Produced'))).toBe(false)
  const records = packOf(await bytesOf(await askLive(hub)))
  for (const name of [
    'Businesses',
    'Individuals',
    'Support events',
    'Referrals',
    'Skills reviews',
    'Training',
    'Jobs',
    'Surveys',
  ])
    expect({ name, rows: pack[name] }).toEqual({ name, rows: records[name] })
  const moved = (pack['Jobs'] ?? []).map((row) => ({ ...row, type: 'other' }))
  expect(checkPack({ ...pack, Jobs: moved })).toContain('The rows of Jobs are not those that were kept')
  expect(pack['Headlines']?.find(({ key }) => key === 'lep.businesses_supported')?.['explanation']).toBe(
    'A new programme began',
  )

  const [first = {}, ...others] = pack['Units'] ?? []
  expect(checkPack({ ...pack, Units: others }).join('\n')).toContain(first['key'])
  const jobs = (pack['Proof'] ?? []).map((row) => (row['key'] === 'lep.jobs_created' ? { ...row, amount: '9' } : row))
  expect(checkPack({ ...pack, Proof: jobs }).join('\n')).toContain('lep.jobs_created is told as')
  expect(JSON.stringify(pack['Units']?.filter(({ unit }) => unit === 'person'))).not.toMatch(/"name":"[^"]/)
})

test('a pack of a version that leaves out a unit which its proof holds does not pass', async () => {
  const pack = packOf(await bytesOf(await ask(hub, '1')))
  const [proved = {}] = pack['Proof'] ?? []
  const told = (within: string) => {
    const row = { ...proved, indicator: proved['key'] ?? '', within, reason: 'counted already: 2020-21' }
    return checkPack({ ...pack, Exclusions: [...(pack['Exclusions'] ?? []), row] })
  }
  const sentence = `${proved['unit ref']} is left out of ${proved['key']} (counted already: 2020-21), and its proof names it`

  expect(told('')).toContain(sentence)
  // Within one programme it may fall short, and count within another.
  expect(told('P-1')).not.toContain(sentence)
})

test('a pack of a version that broke off goes on where it stopped, and only if it is still the same file', async () => {
  const answer = await ask(hub, '1')
  const mark = answer.headers.get('etag') ?? ''
  const whole = await bytesOf(answer)
  const rest = (range: string, since = mark) => ask(hub, '1', { headers: { range, 'if-range': since } })

  const resumed = await rest('bytes=1000-')
  expect([resumed.status, resumed.headers.get('content-range')]).toEqual([
    206,
    `bytes 1000-${whole.length - 1}/${whole.length}`,
  ])
  expect(Buffer.concat([whole.subarray(0, 1000), await bytesOf(resumed)]).equals(whole)).toBe(true)
  for (const other of [
    await rest('bytes=1000-', '"another"'),
    await rest(`bytes=${whole.length}-`),
    await rest('bytes=-5'),
  ]) {
    expect(other.status).toBe(200)
    expect((await bytesOf(other)).equals(whole)).toBe(true)
  }
})

test('two packs of the same version are the same to the byte, also after later changes and for another reason', async () => {
  const formats = ['zip', 'xlsx']
  const packs = (reason: string) =>
    Promise.all(formats.map(async (format) => sha256Of(await ask(hub, '1', { format, reason }))))
  const before = await packs('The auditor')

  const { database, hub_id } = hub
  const late = await hub.aBusiness({ name: 'Late Ltd', reference: 'LATE-1' })
  await aMeeting(hub, late, '2021-06-01', 400)
  const manager = hub.as('manager')
  const { rows: listed } = await manager.years.signedUnits({ year: YEAR, version: 1, key: 'lep.businesses_supported' })
  const [voided, merged] = listed
  if (!voided || !merged) throw new Error('The sample supports several businesses')
  await hub.inside(async (tx) => {
    const of = (table: 'interaction' | 'referral', id: string) =>
      tx.updateTable(table).where('hub_id', '=', hub_id).where('business_id', '=', id)
    await of('interaction', voided.id).set({ voided_at: new Date(), void_reason: 'Typed twice' }).execute()
    await of('referral', merged.id).set({ status: 'withdrawn' }).execute()
  })
  await manager.businesses.merge(aMergeForm(late, merged))
  const people = await manager.years.signedUnits({ year: YEAR, version: 1, key: 'lep.individuals_upskilled' })
  const { person } = await manager.people.page({ reference: people.rows[0]?.reference ?? '' })
  const { id, version, reference: typed } = person
  await manager.people.erase({ request_id: randomUUID(), id, version, typed, reason: 'asked' })
  await hub.inside((tx) =>
    tx
      .updateTable('hub')
      .set({ name: 'Renamed Hub', area_codes: ['E06000021'] })
      .where('id', '=', hub_id)
      .execute(),
  )
  await hub.inside((tx) => tx.updateTable('business').set({ name: 'Other Ltd' }).where('hub_id', '=', hub_id).execute())
  await hub.as('manager').years.restate({
    request_id: randomUUID(),
    year: YEAR,
    steps: 3,
    reason: 'A visit came late',
    approved_by: 'Ann Example',
  })

  expect(await packs('The board')).toEqual(before)
  const second = packOf(await bytesOf(await ask(hub, '2')))
  expect(checkPack(second)).toEqual([])
  expect(second['Cover']).toContainEqual({ item: 'Organisation', value: 'Renamed Hub' })
  expect(second['Cover']).toContainEqual({ item: 'Approved by', value: 'Ann Example' })
  expect(second['Signed off']).toHaveLength(FIGURES)
  const noted = await database.owner.query(
    `select detail -> 'version' as version from app.audit_entry where hub_id = $1 and what = 'pack.downloaded' order by id desc limit 1`,
    [hub_id],
  )
  expect(noted.rows).toEqual([{ version: 2 }])
})

test.each([
  ['3', 404, '2021-22 has no signed-off version 3: choose one under Close the year'],
  ['first', 400, 'Say which signed-off version by its number, like 1, or none for the records as they stand'],
])('a version that is none (%s) is refused in a sentence, and nothing is noted', async (version, status, message) => {
  const entries = () => hub.database.owner.query(`select count(*) from app.audit_entry where hub_id = $1`, [hub.hub_id])
  const before = await entries()
  const answer = await ask(hub, version)
  expect(answer.status).toBe(status)
  expect(await answer.json()).toMatchObject({ error: { message } })
  expect((await entries()).rows).toEqual(before.rows)
})
