import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { json } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { aPdf, attach } from '../given/documents.ts'
import { aHub } from '../given/hub.ts'
import { aRecord } from '../given/records.ts'
import { aServer } from './listening.ts'

/** Somebody who sends the beginning of a file and then nothing more. */
function slowSender(url: string, token: string): ClientRequest {
  const headers = { 'x-hubline': '1', cookie: `hubline=${token}`, 'content-length': 5_000_000 }
  const sending = request(url, { method: 'PUT', headers })
  sending.on('error', () => undefined)
  sending.write(aPdf(100_000))
  onTestFinished(() => void sending.destroy())
  return sending
}

async function toldTo(sending: ClientRequest): Promise<[number | undefined, unknown]> {
  const [answer] = (await once(sending, 'response')) as [IncomingMessage]
  return [answer.statusCode, await json(answer)]
}

const told = (message: string) => ({ error: { message: expect.stringContaining(message) } })

async function aVisit() {
  const hub = await aHub()
  const { id: business_id } = await hub.aBusiness()
  const facts = { kind: 'advice_session', channel: 'video', occurred_on: '2021-06-02', minutes: 60 } as const
  const record_id = await aRecord(hub, 'interaction', { business_id, ...facts })
  const documentAt = (url: string) =>
    `${url}/documents/${randomUUID()}?${new URLSearchParams({ kind: 'interaction', record_id, name: 'Log.pdf' })}`
  return { hub, record_id, documentAt }
}

test('four files that somebody sends slowly hold up no file of anybody else, and a fifth of theirs waits', async () => {
  const { hub, record_id, documentAt } = await aVisit()
  const { url } = await aServer(hub.database)
  const slow = [`${url}/lists`, `${url}/lists`, documentAt(url), documentAt(url)].map((place) =>
    slowSender(place, hub.tokens.adviser),
  )
  // Once all four are counted, nothing more of theirs is taken.
  const mine = () => fetch(`${url}/lists`, { method: 'PUT', body: 'Name', headers: mineOf(hub.tokens.adviser) })
  await expect.poll(async () => (await mine()).status, { timeout: 5000 }).toBe(429)
  expect(await (await mine()).json()).toMatchObject(told('You are sending 4 files already'))
  expect((await attach(url, aPdf(), { token: hub.tokens.adviser, record_id })).status).toBe(429)

  const theirs = await fetch(`${url}/lists`, { method: 'PUT', body: 'Name', headers: mineOf(hub.tokens.manager) })
  expect(theirs.status).toBe(200)
  expect((await attach(url, aPdf(), { token: hub.tokens.manager, record_id })).status).toBe(201)

  for (const sending of slow) sending.destroy()
  await expect.poll(async () => (await mine()).status).toBe(200)
})

test('a file that stops coming is refused with a sentence, and nothing of it stays', async () => {
  const { hub, record_id, documentAt } = await aVisit()
  const { url } = await aServer(hub.database, { patience_ms: 200 })

  for (const place of [`${url}/lists`, documentAt(url)])
    expect(await toldTo(slowSender(place, hub.tokens.adviser))).toMatchObject([400, told('The file stopped coming')])

  expect(await hub.as('adviser').documents.of({ kind: 'interaction', record_id })).toEqual([])
})

const mineOf = (token: string) => ({ 'x-hubline': '1', cookie: `hubline=${token}` })
