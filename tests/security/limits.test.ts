import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aDatabase } from '../given/database.ts'
import { aPaste, aRow } from '../given/pasted.ts'
import { aCourse } from '../given/training.ts'
import { aHub } from '../given/hub.ts'
import { aServer, call } from './listening.ts'

test('a batch of more than ten calls is refused as a whole', async () => {
  const hub = await aHub()
  const { url } = await aServer(hub.database)
  const batch = (n: number) =>
    fetch(`${url}/trpc/${Array.from({ length: n }, () => 'staff.me').join(',')}?batch=1&input=%7B%7D`, {
      headers: { cookie: `hubline=${hub.tokens.adviser}` },
    })

  expect((await batch(10)).status).toBe(200)
  expect((await batch(11)).status).toBe(400)
  const posted = await call(url, Array.from({ length: 1500 }, () => 'staff.signOut').join(',') + '?batch=1', {
    cookie: hub.tokens.adviser,
  })
  expect([400, 431]).toContain(posted.status)
  const thousands = await call(url, Array.from({ length: 5000 }, () => 'staff.signOut').join(',') + '?batch=1', {
    cookie: hub.tokens.adviser,
  }).then(
    ({ status }) => status,
    () => 431,
  )
  expect([400, 414, 431]).toContain(thousands)
  // Nothing of them ran.
  expect((await hub.as('adviser').staff.people()).rows).toHaveLength(4)
})

test('a body of more than 256 KiB is refused with a sentence, also when it does not say how long it is', async () => {
  const { url } = await aServer(await aDatabase())
  const long = JSON.stringify({ email: 'x'.repeat(260 * 1024), password: 'x' })
  const stream = new ReadableStream({
    start: (controller) => (controller.enqueue(new TextEncoder().encode(long)), controller.close()),
  })
  const unsaid = fetch(`${url}/trpc/staff.signIn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-hubline': '1' },
    body: stream,
    duplex: 'half',
  } as RequestInit)

  for (const answer of [await call(url, 'staff.signIn', { body: long }), await unsaid]) {
    expect(answer.status).toBe(413)
    expect(((await answer.json()) as { error: { message: string } }).error.message).toMatch(/shorten the notes/)
  }
})

test('a pasted list may be longer than other forms, up to its own end, and only where lists are read', async () => {
  const hub = await aHub()
  const { url } = await aServer(hub.database)
  const course_id = await aCourse(hub)
  const rows = Array.from({ length: 2000 }, (_, at) => ({
    ...aRow(at + 1, { full_name: `Priya Shah ${at}`, email: `priya.shah.${at}@a-provider-with-a-long-name.example` }),
    business_id: '',
  }))
  const send = (name: string, body: object) =>
    call(url, name, { cookie: hub.tokens.adviser, body: JSON.stringify(body) })
  const list = aPaste(course_id, rows)
  expect(JSON.stringify(list).length).toBeGreaterThan(400 * 1024)

  expect((await send('training.pasteLearners', list)).status).toBe(200)
  expect((await send('training.enrol', list)).status).toBe(413)
  // Its form takes as much: it is read, and refused for who sent it.
  expect((await send('partners.receive', { text: 'x'.repeat(400_000) })).status).toBe(403)
  expect((await send('training.pasteLearners', { ...list, more: 'x'.repeat(1536 * 1024) })).status).toBe(413)
})

test('one person writes at most 120 times a minute, and the others go on', async () => {
  const hub = await aHub()
  const { url } = await aServer(hub.database, { writes_a_minute: 120 })
  const write = (cookie: string) =>
    call(url, 'staff.invite', {
      cookie,
      body: JSON.stringify({
        request_id: randomUUID(),
        email: `${randomUUID()}@many.example`,
        name: 'Many',
        role: 'adviser',
      }),
    }).then(({ status }) => status)

  const statuses: number[] = []
  for (let n = 0; n < 122; n++) statuses.push(await write(hub.tokens.admin))

  expect(statuses.filter((status) => status === 200)).toHaveLength(120)
  expect(statuses.slice(-2)).toEqual([429, 429])
  expect(await write(hub.tokens.manager)).toBe(403)
})

test('an account that exists answers as late as one that does not', async () => {
  const hub = await aHub()
  const { url } = await aServer(hub.database)
  await hub.database.owner.query(
    "update auth.account set password_hash = '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQxMjM0NTY3OA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' where email like $1",
    [`%@${hub.slug}.example`],
  )
  const time = async (email: string) => {
    const began = performance.now()
    await call(url, 'staff.signIn', { body: JSON.stringify({ email, password: 'not the password' }) }).then((answer) =>
      answer.text(),
    )
    return performance.now() - began
  }
  const known: number[] = []
  const unknown: number[] = []
  for (let n = 0; n < 9; n++) {
    known.push(await time(`adviser@${hub.slug}.example`))
    unknown.push(await time(`nobody@${hub.slug}.example`))
  }

  // The quickest of each: what else the machine does only ever adds. A password that was not looked at would answer in
  // a tenth of the time.
  expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) * 0.6)
  expect(Math.min(...unknown)).toBeLessThan(Math.min(...known) * 1.7)
})

test('the log has the names of things and nothing that anybody typed', async () => {
  const hub = await aHub()
  const { url, log } = await aServer(hub.database)
  await call(url, 'staff.signIn', {
    body: JSON.stringify({ email: 'canary@canary.example', password: 'canary-password-1' }),
  }).then((answer) => answer.text())
  await call(url, `staff.invitation?input=${encodeURIComponent(JSON.stringify({ token: 'canary'.padEnd(43, 'x') }))}`, {
    method: 'GET',
  }).then((answer) => answer.text())
  await call(url, 'staff.canaryProcedure', { method: 'GET' }).then((answer) => answer.text())
  await call(url, 'staff.people', { method: 'GET', cookie: hub.tokens.adviser }).then((answer) => answer.text())
  await fetch(`${url}/canary/page?canary=canary`).then((answer) => answer.text())

  await expect.poll(() => log.length).toBeGreaterThanOrEqual(5)
  expect(log.join('\n')).not.toMatch(/canary/i)
  expect(log.join('\n')).not.toContain(hub.tokens.adviser)
  const line = log
    .map((text) => JSON.parse(text) as Record<string, unknown>)
    .find(({ procedures }) => String(procedures) === 'staff.people')
  expect(line).toMatchObject({
    method: 'GET',
    kind: 'call',
    status: 200,
    hub_id: hub.hub_id,
    adviser_id: hub.advisers.adviser,
    request_id: expect.any(String),
    ms: expect.any(Number),
  })
})

test('a session in use is marked as such, and one that ended is not brought back', async () => {
  const hub = await aHub()
  const { url } = await aServer(hub.database)
  const rest = (minutes: number) =>
    hub.database.owner.query(
      'update auth.session set last_seen_at = now() - make_interval(mins => $2) where hub_id = $1',
      [hub.hub_id, minutes],
    )
  const rested = async () =>
    Number(
      (
        await hub.database.owner.query<{ s: string }>(
          'select extract(epoch from now() - last_seen_at) as s from auth.session where hub_id = $1 and adviser_id = $2',
          [hub.hub_id, hub.advisers.adviser],
        )
      ).rows[0]?.s,
    )
  const ask = () =>
    call(url, 'staff.people', { method: 'GET', cookie: hub.tokens.adviser }).then(({ status }) => status)

  await rest(4)
  expect(await ask()).toBe(200)
  expect(await rested()).toBeGreaterThan(200)

  await rest(30)
  expect(await ask()).toBe(200)
  await expect.poll(rested).toBeLessThan(20)

  await rest(61)
  expect(await ask()).toBe(401)
  expect(await rested()).toBeGreaterThan(3600)
})
