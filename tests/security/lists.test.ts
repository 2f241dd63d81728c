import { readListFile } from '@hubline/spreadsheet/read/read-list-file.ts'
import { writeXlsx } from '@hubline/spreadsheet/write-xlsx.ts'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { aHub } from '../given/hub.ts'
import { aRecord } from '../given/records.ts'
import { aServer } from './listening.ts'

const HERE = { 'x-hubline': '1' }
const book = () =>
  buffer(writeXlsx([{ name: 'List', columns: [{ name: 'Name', is: 'text' }], rows: () => [['01234567']] }]))

test('a workbook that somebody chooses is read for those who work in a hub and for nobody else', async () => {
  const hub = await aHub({ with_auditor: true })
  const { url } = await aServer(hub.database)
  const put = (body: BodyInit, token?: string, headers: Record<string, string> = HERE) =>
    fetch(`${url}/lists`, {
      method: 'PUT',
      body,
      headers: { ...headers, ...(token === undefined ? {} : { cookie: `hubline=${token}` }) },
    })
  const bytes = new Uint8Array(await book())

  const read = await put(bytes, hub.tokens.adviser)
  expect(read.status).toBe(200)
  expect(read.headers.get('cache-control')).toBe('no-store')
  expect(await read.json()).toEqual({
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    sheets: [{ name: 'List', text: 'Name\t\n01234567\t', seal: expect.any(String) }],
    note: null,
  })

  const refused = [
    await put(bytes),
    await put(bytes, hub.tokens.auditor),
    await put(bytes, hub.tokens.adviser, {}),
    await put(bytes, hub.tokens.adviser, { ...HERE, 'sec-fetch-site': 'cross-site' }),
    await put(bytes.slice(0, 200), hub.tokens.adviser),
    await put(new Uint8Array(20 * 1024 * 1024 + 1), hub.tokens.adviser),
  ]
  expect(refused.map(({ status }) => status)).toEqual([401, 403, 403, 403, 400, 400])
  const sentences = await Promise.all(refused.map(async (each) => (await each.json()).error.message))
  expect(sentences.slice(4)).toEqual([expect.stringMatching(/is damaged/), expect.stringMatching(/at most 20 MB/)])
})

test('the template goes to those who lead, with the partner and the year in it, and its headings are read back', async () => {
  const hub = await aHub()
  const other = await aHub({ database: hub.database })
  const partner = await aRecord(hub, 'organisation', { name: 'Chamber of Amberwood', kind: 'chamber' })
  const { url } = await aServer(hub.database)
  const get = (file: string, token: string) =>
    fetch(`${url}/year/2021-22/partners/template.${file}`, { headers: { cookie: `hubline=${token}` } })

  for (const format of ['xlsx', 'ods']) {
    const answer = await get(`${format}?partner=${partner}`, hub.tokens.manager)
    expect(answer.headers.get('content-disposition')).toContain(`Partner return 2021-22 Chamber of Amberwood.${format}`)
    const { sheets } = await readListFile(new Uint8Array(await answer.arrayBuffer()))
    expect(sheets.map(({ name }) => name)).toEqual(['Businesses', 'Guidance'])
    expect(sheets[0]?.text).toBe('Business\tCompany number\tPostcode\tDay of support\tMinutes')
    expect(sheets[1]?.text).toContain('Partner\tChamber of Amberwood\nYear\t2021-22: from 01/04/2021 to 31/03/2022')
  }
  expect(await (await get('csv', hub.tokens.admin)).text()).toBe(
    'Business,Company number,Postcode,Day of support,Minutes\r\n',
  )
  const refused = [
    await get('xlsx', hub.tokens.adviser),
    await get(`xlsx?partner=${partner}`, other.tokens.manager),
    await get('xlsx?partner=no', hub.tokens.manager),
    await get('pdf', hub.tokens.manager),
  ]
  expect(refused.map(({ status }) => status)).toEqual([403, 404, 400, 404])
})
