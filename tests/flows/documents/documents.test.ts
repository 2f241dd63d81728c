import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { STAFF_ROLES } from '@hubline/domain/staff/permissions.ts'
import { writeXlsx } from '@hubline/spreadsheet/write-xlsx.ts'
import { expect, test } from 'vitest'
import { aPdf, attach, digestOf, fetchDocument } from '../../given/documents.ts'
import { refusalOf } from '../../given/forms.ts'
import { type TestHub, aHub } from '../../given/hub.ts'
import { noted } from '../../given/noted.ts'
import { aRecord } from '../../given/records.ts'
import { aServer } from '../../security/listening.ts'

const VISIT = { kind: 'advice_session', channel: 'video', occurred_on: '2021-06-02', minutes: 60 } as const

async function aVisit(where: Parameters<typeof aHub>[0] = {}) {
  const hub = await aHub(where)
  const { id: business_id } = await hub.aBusiness()
  const record_id = await aRecord(hub, 'interaction', { business_id, ...VISIT })
  const { url, log } = await aServer(hub.database)
  return { hub, record_id, url, log }
}

const documentsOf = (hub: TestHub, record_id: string, role: 'adviser' | 'auditor' = 'adviser') =>
  hub.as(role).documents.of({ kind: 'interaction', record_id })
const kept = async (hub: TestHub) => {
  const found = await hub.database.owner.query<{ documents: number; parts: number }>(
    'select (select count(*)::int from app.document where hub_id = $1) as documents, (select count(*)::int from app.document_part where hub_id = $1) as parts',
    [hub.hub_id],
  )
  return found.rows[0]
}
const sentenceOf = async (answer: Response) => ((await answer.json()) as { error: { message: string } }).error.message

test('a file attached to a visit comes back byte for byte as a download, with who, when and its fingerprint beside it', async () => {
  const { hub, record_id, url } = await aVisit()
  const bytes = aPdf(1_300_000)
  const id = randomUUID()
  const token = hub.tokens.adviser

  const answer = await attach(url, bytes, { token, record_id, id, name: 'C:\\Logs\\Visit “1”.pdf' })
  const again = await attach(url, bytes, { token, record_id, id, name: 'Visit “1”.pdf' })

  expect([answer.status, again.status]).toEqual([201, 201])
  expect(await answer.json()).toEqual(await again.json())
  const [document, ...others] = await documentsOf(hub, record_id)
  expect(others).toEqual([])
  expect(document).toMatchObject({ name: 'Visit “1”.pdf', media_type: 'application/pdf', size: bytes.length })
  expect(document).toMatchObject({ sha256: digestOf(bytes), attached_by: `adviser of ${hub.slug}`, withdrawn_at: null })
  const got = await fetchDocument(url, id, hub.tokens.skills_broker)
  expect(digestOf(new Uint8Array(await got.arrayBuffer()))).toBe(digestOf(bytes))
  expect(Object.fromEntries(got.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': expect.stringMatching(/^attachment; filename=.*Visit/),
    'content-length': String(bytes.length),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': 'no-store',
  })
  await expect.poll(() => noted(hub)).toEqual(['document.attached', 'document.downloaded'])
})

test('Office files, pictures and lists are known by what is in them', async () => {
  const { hub, record_id, url } = await aVisit()
  const xlsx = Buffer.concat(
    await writeXlsx([{ name: 'One', columns: [{ name: 'a', is: 'text' }], rows: () => [] }]).toArray(),
  )
  const odt = Buffer.concat([
    Buffer.from('PK\u0003\u0004'),
    Buffer.alloc(26),
    Buffer.from('mimetypeapplication/vnd.oasis.opendocument.text'),
  ])
  const files: [string, Buffer, string][] = [
    ['Hours.xlsx', xlsx, 'spreadsheetml.sheet'],
    ['Letter.odt', odt, 'opendocument.text'],
    ['Photo.JPG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1]), 'image/jpeg'],
    ['Scan.png', Buffer.from('\x89PNG\r\n\x1A\n\0', 'latin1'), 'image/png'],
    ['List.csv', Buffer.from('name;caf\xe9\r\n', 'latin1'), 'text/csv'],
    ['Note.txt', Buffer.from('Seen by café\n'), 'text/plain'],
  ]

  for (const [name, bytes] of files)
    expect((await attach(url, bytes, { token: hub.tokens.adviser, record_id, name })).status).toBe(201)

  const rows = await documentsOf(hub, record_id)
  expect(rows.map(({ name }) => name)).toEqual(files.map(([name]) => name))
  for (const [at, [, , type]] of files.entries()) expect(rows[at]?.media_type).toContain(type)
})

test('what is too large, empty, a program or called what it is not is refused with a sentence, and nothing of it stays', async () => {
  const { hub, record_id, url } = await aVisit()
  const token = hub.tokens.adviser
  const send = async (bytes: Uint8Array | ReadableStream, name: string) => {
    const answer = await attach(url, bytes, { token, record_id, name })
    return [answer.status, await sentenceOf(answer)]
  }
  // Without a length: it is counted as it comes.
  const endless = new ReadableStream<Uint8Array>({ pull: (out) => out.enqueue(aPdf(1_000_000)) })

  expect(await send(Buffer.from('MZ\0\0'), 'Log.pdf')).toEqual([415, expect.stringContaining('none of these')])
  expect(await send(Buffer.from('PK\u0003\u0004\0\0'), 'Log.docx')).toEqual([415, expect.stringContaining('none of')])
  expect(await send(Buffer.from('<script>'), 'Log.html')).toEqual([415, expect.stringContaining('ends with .txt')])
  expect(await send(aPdf(), 'Log.png')).toEqual([415, expect.stringContaining('ends with .pdf')])
  expect(await send(Buffer.alloc(0), 'Log.pdf')).toEqual([415, 'There is nothing in that file: choose another'])
  expect(await send(aPdf(), '..')).toEqual([400, 'Give the file a name'])
  expect(
    await attach(url, endless, { token, record_id }).then(
      ({ status }) => status,
      () => 'hung up',
    ),
  ).toSatisfy((status) => status === 413 || status === 'hung up')
  expect(await kept(hub)).toEqual({ documents: 0, parts: 0 })
  expect(await noted(hub)).toEqual([])
})

test('an upload that breaks off leaves no row and no bytes', async () => {
  const { hub, record_id, url, log } = await aVisit()
  const question = new URLSearchParams({ kind: 'interaction', record_id, name: 'Log.pdf' })
  const sending = request(`${url}/documents/${randomUUID()}?${question}`, {
    method: 'PUT',
    headers: { 'x-hubline': '1', cookie: `hubline=${hub.tokens.adviser}`, 'content-length': 5_000_000 },
  })
  const gone = new Promise((resolve) => sending.on('error', resolve))
  await new Promise<void>((resolve) => sending.write(aPdf(1_000_000), () => resolve()))
  sending.destroy()
  await gone

  await expect.poll(() => log.some((line) => line.includes('PUT'))).toBe(true)
  expect(await kept(hub)).toEqual({ documents: 0, parts: 0 })
  expect(log.filter((line) => line.includes('"fault"'))).toEqual([])
})

test('documents are attached and read by staff of the hub from its own pages, and by nobody else', async () => {
  const { hub, record_id, url } = await aVisit({ with_auditor: true })
  const other = await aHub({ database: hub.database })
  const id = randomUUID()
  const put = async (token: string | undefined, headers: Record<string, string> = {}) =>
    (await attach(url, aPdf(), { token, record_id, headers })).status

  for (const role of STAFF_ROLES) expect(await put(hub.tokens[role])).toBe(201)
  expect((await attach(url, aPdf(), { token: hub.tokens.adviser, record_id, id })).status).toBe(201)
  const before = await kept(hub)

  expect(await put(undefined)).toBe(401)
  expect(await put('x'.repeat(43))).toBe(401)
  expect(await put(hub.tokens.auditor)).toBe(403)
  expect(await put(other.tokens.admin)).toBe(404)
  expect(await put(hub.tokens.adviser, { 'sec-fetch-site': 'cross-site' })).toBe(403)
  expect(await put(hub.tokens.adviser, { origin: 'https://elsewhere.example' })).toBe(403)
  expect(await put(hub.tokens.adviser, { 'x-hubline': '' })).toBe(403)
  const taken = await attach(url, aPdf(200), { token: hub.tokens.adviser, record_id, id })
  expect([taken.status, await sentenceOf(taken)]).toEqual([409, expect.stringContaining('Another file was sent')])
  expect((await attach(url, aPdf(), { token: other.tokens.admin, record_id, id })).status).toBe(404)
  expect(await kept(hub)).toEqual(before)

  const get = async (token: string | undefined) => (await fetchDocument(url, id, token)).status
  for (const role of STAFF_ROLES) expect(await get(hub.tokens[role])).toBe(200)
  expect(await get(undefined)).toBe(401)
  expect(await get(hub.tokens.auditor)).toBe(403)
  expect(await get(other.tokens.admin)).toBe(404)
  expect((await fetchDocument(url, '%00', hub.tokens.admin)).status).toBe(404)
  expect(await documentsOf(other, record_id)).toEqual([])
})

test('a document that is withdrawn with a reason stays on the list; only those who lead can still fetch it', async () => {
  const { hub, record_id, url } = await aVisit()
  const other = await aHub({ database: hub.database })
  const id = randomUUID()
  await attach(url, aPdf(), { token: hub.tokens.adviser, record_id, id })
  const withdraw = (from: TestHub, reason: string, version = 1) =>
    from.as('adviser').documents.withdraw({ request_id: randomUUID(), id, version, reason })

  expect(await refusalOf(withdraw(hub, ' '))).toMatchObject({ field: 'reason' })
  expect(await refusalOf(withdraw(other, 'Not ours'))).toMatchObject({ code: 'not_found' })
  await withdraw(hub, 'Of another visit')
  expect(await refusalOf(withdraw(hub, 'Again', 1))).toMatchObject({ code: 'stale' })

  expect(await documentsOf(hub, record_id)).toMatchObject([
    { reason: 'Of another visit', withdrawn_by: `adviser of ${hub.slug}`, withdrawn_at: expect.any(Date) },
  ])
  expect((await fetchDocument(url, id, hub.tokens.adviser)).status).toBe(404)
  expect((await fetchDocument(url, id, hub.tokens.manager)).status).toBe(200)
  await expect.poll(() => noted(hub)).toEqual(['document.attached', 'document.withdrawn', 'document.downloaded'])
})

test('an auditor reads of a document what it is, and not how it was called', async () => {
  const { hub, record_id, url } = await aVisit({ with_auditor: true })
  await attach(url, aPdf(), { token: hub.tokens.adviser, record_id, name: 'Zettie Quillfeather.pdf' })

  const [document] = await documentsOf(hub, record_id, 'auditor')

  expect(document).toMatchObject({ sha256: digestOf(aPdf()), name: `Document ${document?.reference}` })
})

test('whoever is erased takes the documents of their records along, bytes and names, in former versions too', async () => {
  const { hub, record_id: of_business, url } = await aVisit()
  const person = await hub.aPerson()
  const record_id = await aRecord(hub, 'interaction', { person_id: person.id, ...VISIT })
  const [id, withdrawn, stays] = [randomUUID(), randomUUID(), randomUUID()] as const
  const token = hub.tokens.manager
  const name = 'Quillfeather.pdf'
  await attach(url, aPdf(), { token, record_id, id, name })
  await attach(url, aPdf(), { token, record_id, id: withdrawn, name })
  await attach(url, aPdf(), { token, record_id: of_business, id: stays })
  await hub.as('manager').documents.withdraw({ request_id: randomUUID(), id: withdrawn, version: 1, reason: 'Twice' })

  const erased = { id: person.id, version: 1, reason: 'asked', typed: person.reference } as const
  await hub.as('manager').people.erase({ request_id: randomUUID(), ...erased })

  expect(await kept(hub)).toEqual({ documents: 3, parts: 1 })
  expect((await documentsOf(hub, record_id)).map((one) => one.name)).toEqual(['Erased document', 'Erased document'])
  expect((await fetchDocument(url, id, token)).status).toBe(404)
  expect((await fetchDocument(url, withdrawn, token)).status).toBe(404)
  expect((await fetchDocument(url, stays, token)).status).toBe(200)
  const { rows } = await hub.database.owner.query(
    `select 1 from app.history where hub_id = $1 and row::text like '%Quillfeather%'
     union all select 1 from app.audit_entry where hub_id = $1 and detail::text like '%Quillfeather%'`,
    [hub.hub_id],
  )
  expect(rows).toEqual([])
})
