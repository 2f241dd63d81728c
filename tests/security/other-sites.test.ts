import { randomUUID } from 'node:crypto'
import { appRouter } from '@hubline/api/router.ts'
import { createHTTPHandler } from '@trpc/server/adapters/standalone'
import { expect, test } from 'vitest'
import { type TestDatabase, aDatabase } from '../given/database.ts'
import { type TestHub, aHub, contextFor } from '../given/hub.ts'
import { noted } from '../given/noted.ts'
import { aServer, listening } from './listening.ts'

/** What a page of another site can make the browser of a signed-in person send: everything here must do nothing. */
type Probe = { what: string; headers: Record<string, string>; body: () => BodyInit }

const form = () => {
  const data = new FormData()
  data.set('request_id', randomUUID())
  return data
}
const JSON_HEADERS = { 'content-type': 'application/json', 'x-hubline': '1' }

const PROBES: readonly Probe[] = [
  { what: 'a form with files', headers: {}, body: form },
  { what: 'a form with files that also has our header', headers: { 'x-hubline': '1' }, body: form },
  {
    what: 'an ordinary form',
    headers: { 'x-hubline': '1', 'content-type': 'application/x-www-form-urlencoded' },
    body: () => 'a=b',
  },
  {
    what: 'plain text that looks like JSON',
    headers: { 'x-hubline': '1', 'content-type': 'text/plain' },
    body: () => '{}',
  },
  { what: 'bytes', headers: { 'x-hubline': '1', 'content-type': 'application/octet-stream' }, body: () => '{}' },
  { what: 'JSON without our header', headers: { 'content-type': 'application/json' }, body: () => '{}' },
  {
    what: 'JSON from another origin',
    headers: { ...JSON_HEADERS, origin: 'https://elsewhere.example' },
    body: () => '{}',
  },
  { what: 'JSON from an origin of no name', headers: { ...JSON_HEADERS, origin: 'null' }, body: () => '{}' },
  {
    what: 'JSON that the browser says is cross-site',
    headers: { ...JSON_HEADERS, 'sec-fetch-site': 'cross-site' },
    body: () => '{}',
  },
  { what: 'JSON from a sister site', headers: { ...JSON_HEADERS, 'sec-fetch-site': 'same-site' }, body: () => '{}' },
]

/** The probes that did something: the session of the victim ended. */
async function passed(url: string, hub: TestHub): Promise<{ what: string; status: number }[]> {
  const through: { what: string; status: number }[] = []
  for (const { what, headers, body } of PROBES) {
    const { status } = await fetch(`${url}/trpc/staff.signOut`, {
      method: 'POST',
      headers: { cookie: `hubline=${hub.tokens.adviser}`, ...headers },
      body: body(),
    })
    const { rowCount } = await hub.database.owner.query(
      'select 1 from auth.session where hub_id = $1 and adviser_id = $2 and ended_at is not null',
      [hub.hub_id, hub.advisers.adviser],
    )
    if (rowCount) through.push({ what, status })
    await hub.database.owner.query('update auth.session set ended_at = null where hub_id = $1', [hub.hub_id])
  }
  return through
}

test('another site cannot make the browser of someone signed in do anything', async () => {
  const hub = await aHub()
  const { url } = await aServer(hub.database)

  expect(await passed(url, hub)).toEqual([])
})

test('a link on another site takes no list, and writes no words into the trail', async () => {
  const hub = await aHub()
  const { url } = await aServer(hub.database)
  const year = '/year/2021-22'
  const files = [
    '/indicators/lep.businesses_supported/units.csv?year=2021-22&why=Words',
    '/skills-reviews.csv?why=Words',
    '/skills-demand.csv?year=2021-22&why=Words',
    '/events/EV-1/guests.csv?why=Words',
    `${year}/evidence/1/audit-pack.zip?reason=Words`,
    `${year}/pack.zip?reason=Words`,
  ]
  const ask = (file: string, site: string) =>
    fetch(url + file, { headers: { cookie: `hubline=${hub.tokens.manager}`, 'sec-fetch-site': site } })

  for (const file of files)
    for (const site of ['cross-site', 'same-site']) {
      const answer = await ask(file, site)
      expect({ file, status: answer.status }).toEqual({ file, status: 403 })
      expect(await answer.text()).toContain('another site asked for it')
    }
  expect(await noted(hub)).toEqual([])
  for (const site of ['same-origin', 'none']) expect(await (await ask(files[0]!, site)).text()).toContain('reference')
})

/** The same calls without our guards before them. */
const unguarded = (database: TestDatabase) =>
  listening(() =>
    createHTTPHandler({
      router: appRouter,
      basePath: '/trpc/',
      createContext: ({ req }) => contextFor(database, /hubline=([\w-]+)/.exec(req.headers.cookie ?? '')?.[1]),
    }),
  )

test('without the guards forms and foreign pages would get through', async () => {
  const hub = await aHub()
  const { url } = await unguarded(hub.database)

  const through = (await passed(url, hub)).map(({ what }) => what)

  expect(through).toEqual(
    expect.arrayContaining([
      'a form with files',
      'JSON without our header',
      'JSON from another origin',
      'JSON that the browser says is cross-site',
    ]),
  )
})

test('each refusal says what to do, in the shape of every other refusal', async () => {
  const hub = await aHub()
  const { url } = await aServer(hub.database)

  const told = await Promise.all(
    PROBES.map(async ({ headers, body }) => {
      const answer = await fetch(`${url}/trpc/staff.signOut`, { method: 'POST', headers, body: body() })
      const said = (await answer.json()) as { error: { message: string; data: { httpStatus: number } } }
      return { status: answer.status, same: said.error.data.httpStatus === answer.status, sentence: said.error.message }
    }),
  )

  expect(told.map(({ status }) => status)).toEqual([403, 415, 415, 415, 415, 403, 403, 403, 403, 403])
  expect(told.filter(({ same, sentence }) => !same || !/: /.test(sentence))).toEqual([])
})

test('our own pages pass, by the name of this machine or by the public address', async () => {
  const hub = await aHub()
  const near = await aServer(hub.database)
  const far = await aServer(hub.database, { public_url: 'https://hub.example' })
  const ask = (url: string, headers: Record<string, string>) =>
    fetch(`${url}/trpc/staff.signOut`, { method: 'POST', headers: { ...JSON_HEADERS, ...headers }, body: '{}' }).then(
      ({ status }) => status,
    )

  expect(await ask(near.url, { origin: near.url, 'sec-fetch-site': 'same-origin' })).toBe(200)
  expect(await ask(far.url, { origin: 'https://hub.example', 'sec-fetch-site': 'same-origin' })).toBe(200)
  // An address that resolves here but is not the public one is another site.
  expect(await ask(far.url, { origin: far.url })).toBe(403)
})

test('the session cookie is out of reach of scripts and other sites, and bound to https where there is https', async () => {
  const hub = await aHub()
  const session = hub.tokens.adviser
  const cookieOf = async (public_url: string | undefined, name: string) => {
    const { url } = await aServer(hub.database, public_url === undefined ? {} : { public_url })
    const answer = await fetch(`${url}/trpc/staff.enterHub`, {
      method: 'POST',
      headers: { ...JSON_HEADERS, cookie: `${name}=${session}` },
      body: JSON.stringify({ slug: hub.slug }),
    })
    await hub.database.owner.query('update auth.session set ended_at = null where hub_id = $1', [hub.hub_id])
    return answer.headers.get('set-cookie')
  }

  expect(await cookieOf(undefined, 'hubline')).toMatch(/^hubline=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
  expect(await cookieOf('https://hub.example', '__Host-hubline')).toMatch(
    /^__Host-hubline=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  )
  // A cookie without the prefix could have been set by a sister site: over https it is not read.
  expect(await cookieOf('https://hub.example', 'hubline')).toBeNull()
})

test('answers are never kept, and pages allow no script but our own', async () => {
  const { url } = await aServer(await aDatabase())
  const answer = await fetch(`${url}/trpc/staff.me`)

  expect(answer.headers.get('cache-control')).toBe('no-store')
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'self'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toMatch(/unsafe|\*|http:/)
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
  expect(answer.headers.has('x-powered-by')).toBe(false)
})
