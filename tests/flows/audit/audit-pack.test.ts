import { createHash, randomUUID } from 'node:crypto'
import type { Role } from '@hubline/domain/staff/permissions.ts'
import { expect, test } from 'vitest'
import { aPdf, attach, digestOf } from '../../given/documents.ts'
import { type TestHub, aHub } from '../../given/hub.ts'
import { noted } from '../../given/noted.ts'
import { aRecord } from '../../given/records.ts'
import { signedYear } from '../../given/signed-year.ts'
import { aServer } from '../../security/listening.ts'
import { filesIn, rowsOf } from '../../stranger/read-pack.ts'

const YEAR = '2020-21'
const KEY = 'lep.businesses_supported'

/** A sole trader and two companies, supported in a year that is signed off and sampled; the first two have documents. */
async function aSampledYear() {
  const hub = await aHub({ with_auditor: true })
  const meeting = { kind: 'advice_session', channel: 'video', occurred_on: '2020-06-01', minutes: 60 } as const
  const made = [
    await hub.aBusiness({ name: 'Zettie Quillfeather', legal_form: 'sole_trader', reference: '../B/1' }),
    await hub.aBusiness({ name: 'Firm <two> & Co', reference: 'B-2' }),
    await hub.aBusiness({ name: 'Firm three', reference: 'B-3' }),
  ]
  const visits = []
  for (const { id } of made) visits.push(await aRecord(hub, 'interaction', { business_id: id, ...meeting }))
  await signedYear(hub, YEAR)
  await hub.as('manager').evidence.draw({ request_id: randomUUID(), year: YEAR, version: 1, seed: '4711' })
  const { url } = await aServer(hub.database)
  const [one = '', two = ''] = visits
  const token = hub.tokens.manager
  const files = [aPdf(1_200_000), aPdf(300, 9)] as const
  await attach(url, files[0], { token, record_id: one, name: 'Zettie Quillfeather.pdf' })
  await attach(url, files[1], { token, record_id: two })
  const withdrawn = randomUUID()
  await attach(url, aPdf(400), { token, record_id: two, id: withdrawn })
  await hub.as('manager').documents.withdraw({ request_id: randomUUID(), id: withdrawn, version: 1, reason: 'Wrong' })
  return { hub, made, files }
}

/** Made by the first test that asks: a sign-off takes seconds. */
let made_once: ReturnType<typeof aSampledYear> | undefined
const theSampledYear = () => (made_once ??= aSampledYear())

const packOf = (url: string, token: string | undefined, where = `${YEAR}/evidence/1`, reason = 'The audit') =>
  fetch(
    `${url}/year/${where}/audit-pack.zip?${new URLSearchParams({ reason })}`,
    token === undefined ? {} : { headers: { cookie: `hubline=${token}` } },
  )
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer())
const check = async (hub: TestHub, reference: string) => {
  const asked = { year: YEAR, version: 1, key: KEY }
  const line = (await hub.as('manager').evidence.sampleUnits(asked)).rows.find((row) => row.reference === reference)
  if (!line) throw new Error('It was drawn')
  const found = { outcome: 'missing', note: 'No log' } as const
  await hub.as('manager').evidence.check({ request_id: randomUUID(), id: line.id, version: line.version, ...found })
}

test('an audit pack holds every sampled unit with its documents byte for byte, and says of one that it has none', async () => {
  const { hub, made, files } = await theSampledYear()
  const { url } = await aServer(hub.database)
  await check(hub, 'B-3')

  const answer = await packOf(url, hub.tokens.manager)
  const zip = filesIn(await bytesOf(answer))

  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/zip',
    'content-disposition': 'attachment; filename="Audit pack 2020-21 version 1.zip"',
    'cache-control': 'no-store',
  })
  const units = rowsOf(String(zip['units.csv'])).filter((row) => row['figure'] === KEY)
  const documents = rowsOf(String(zip['documents.csv'])).filter((row) => row['figure'] === KEY)
  const digest = (id: string) => createHash('sha256').update(`4711 ${id}`).digest('hex')
  const drawn = made.toSorted((a, b) => (digest(a.id) < digest(b.id) ? -1 : 1)).map(({ reference }) => reference)
  expect(units.map((row) => row['unit'])).toEqual(drawn)
  expect(units.find((row) => row['unit'] === 'B-3')).toMatchObject({
    'record kind': 'interaction',
    'record day': '2020-06-01',
    'deciding day': '2020-06-01',
    'evidence level today': 'self_declared',
    found: 'Missing',
    note: 'No log',
    'checked by': `manager of ${hub.slug}`,
    'documents of the unit': 'no document',
  })
  expect(documents.map((row) => row['unit']).toSorted()).toEqual(['../B/1', 'B-2', 'B-3'])
  expect(documents.find((row) => row['unit'] === 'B-3')).toMatchObject({ document: 'no document', file: '' })
  for (const [at, unit] of ['../B/1', 'B-2'].entries()) {
    const listed = documents.find((row) => row['unit'] === unit)
    const bytes = zip[listed?.['file'] ?? '']
    expect(digestOf(bytes ?? Buffer.alloc(0))).toBe(listed?.['sha256'])
    expect(listed?.['sha256']).toBe(digestOf(files[at] ?? Buffer.alloc(0)))
    expect(listed?.['bytes']).toBe(String(files[at]?.length))
  }
  for (const name of Object.keys(zip)) expect(name).not.toMatch(/\.\.|^\/|\\/)
  const page = String(zip['index.html'])
  expect(page).toContain('<code>4711</code>')
  expect(page).toContain('Firm &lt;two&gt; &amp; Co')
  expect(page).toContain('<td>No document</td>')
  for (const [, link = ''] of page.matchAll(/href="([^"]+)"/g))
    expect(Object.keys(zip)).toContain(decodeURIComponent(link))
  await expect.poll(() => noted(hub)).toEqual(expect.arrayContaining(['audit_pack.asked', 'audit_pack.downloaded']))
})

test('an auditor gets the same bytes as a manager, with no name of an individual in the lists; nobody else gets any', async () => {
  const { hub } = await theSampledYear()
  const { url } = await aServer(hub.database)
  const other = await aHub({ database: hub.database })
  const token = (role: Role) => hub.tokens[role]

  const [mine, theirs] = [await bytesOf(await packOf(url, token('manager'))), await packOf(url, token('auditor'))]

  expect(theirs.status).toBe(200)
  const got = await bytesOf(theirs)
  expect(digestOf(got)).toBe(digestOf(mine))
  const zip = filesIn(got)
  const written = Object.entries(zip)
    .map(([name, bytes]) => name + String(bytes))
    .join()
  expect(written).not.toContain('Quillfeather')
  expect(String(zip['units.csv'])).toContain('Client of')
  const refused = [
    await packOf(url, undefined),
    await packOf(url, token('adviser')),
    await packOf(url, token('skills_broker')),
    await packOf(url, other.tokens.admin),
    await packOf(url, token('manager'), `${YEAR}/evidence/2`),
    await packOf(url, token('manager'), `${YEAR}/evidence/x`),
    await packOf(url, token('manager'), `${YEAR}/evidence/1`, ' '),
  ]
  expect(refused.map(({ status }) => status)).toEqual([401, 403, 403, 404, 404, 400, 400])
  expect(await noted(other)).toEqual([])
})

test('an auditor opens the sample, and downloads the year’s pack as everybody who checks', async () => {
  const { hub } = await theSampledYear()
  const { url } = await aServer(hub.database)
  const asked = { year: YEAR, version: 1, key: KEY }
  const { rows } = await hub.as('auditor').evidence.sampleUnits(asked)
  expect(rows.map(({ name }) => name).toSorted()).toEqual(['Client of ../B/1', 'Firm <two> & Co', 'Firm three'])

  for (const version of ['', '1']) {
    const answer = await fetch(
      `${url}/year/${YEAR}/pack.zip?${new URLSearchParams({ reason: 'The audit', version })}`,
      {
        headers: { cookie: `hubline=${hub.tokens.auditor}` },
      },
    )
    expect(answer.status).toBe(200)
    const sheets = filesIn(await bytesOf(answer))
    expect(Object.keys(sheets).length).toBeGreaterThan(3)
    expect(Object.values(sheets).join('')).not.toContain('Quillfeather')
  }
})
