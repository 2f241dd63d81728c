import { noteTaken } from '@hubline/api/web/note-taken.ts'
import { findDefinition } from '@hubline/domain/indicators/catalogue.ts'
import { ROLES, STAFF_ROLES } from '@hubline/domain/staff/permissions.ts'
import { expect, test } from 'vitest'
import { aHub } from '../given/hub.ts'
import { noted } from '../given/noted.ts'
import { aServer } from './listening.ts'
import { aSituation } from './situation.ts'

const FILE = '/indicators/lep.businesses_supported/units.csv?year=2021-22&why=The+board'
const guestsOf = (reference: string) => `/events/${encodeURIComponent(reference)}/guests.csv?why=The+board`

/** Files are no procedures, so the matrix does not see them: the same questions are asked of them here. */
test('the list behind a figure goes to everyone of the hub, with its own records only, and is noted', async () => {
  const [own, other] = [await aHub({ with_auditor: true }), await aHub()]
  await aSituation(own, 'Ownword')
  await aSituation(other, 'Foreignword')
  const { url, log } = await aServer(own.database)

  for (const role of ROLES) {
    const answer = await fetch(url + FILE, { headers: { cookie: `hubline=${own.tokens[role]}` } })
    const text = await answer.text()
    expect({ role, status: answer.status }).toEqual({ role, status: 200 })
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(text).toContain('Ownword')
    expect(text).not.toContain('Foreignword')
  }

  await expect.poll(() => noted(own)).toEqual(ROLES.flatMap(() => ['units.asked', 'units.downloaded']))
  expect(log[0]).toContain('"kind":"download","route":"/indicators/:key/units.csv"')
  // Somebody else asks, and goes away before all of it was sent.
  await own.inside((tx) => noteTaken(tx, own.hub_id, 'guests.asked', { event: 7, reason: 'Checking the records' }))
  // As it was noted once.
  await own.inside((tx) =>
    tx
      .insertInto('audit_entry')
      .values({ hub_id: own.hub_id, what: 'demand.published', detail: '{"year":"2020-21"}' })
      .execute(),
  )
  const { rows } = await own.as('manager').audit.taken({})
  expect(rows).toHaveLength(2 + ROLES.length)
  expect(rows[0]).toMatchObject({ file: 'Skills demand for publication', of: { year: '2020-21' }, whole: true })
  // An event that is no text is left out, and nothing else.
  expect(rows[1]).toMatchObject({
    file: 'Guests of an event',
    reason: 'Checking the records',
    many: null,
    whole: false,
  })
  const { title: figure } = findDefinition('lep.businesses_supported')!
  const list = {
    file: 'List behind a figure',
    figure,
    of: { year: '2021-22' },
    reason: 'The board',
    many: 1,
    whole: true,
  }
  for (const row of rows.slice(2)) expect(row).toMatchObject({ ...list, by: expect.any(String) })
})

test('the guests of an event go to everyone of the hub, and to nobody of another', async () => {
  const own = await aHub({ with_auditor: true })
  const other = await aHub({ database: own.database })
  const { event_reference } = await aSituation(own, 'Ownword')
  const foreign = await aSituation(other, 'Foreignword')
  const { url } = await aServer(own.database)
  const get = (reference: string, token?: string) =>
    fetch(url + guestsOf(reference), token === undefined ? {} : { headers: { cookie: `hubline=${token}` } })

  for (const role of STAFF_ROLES) {
    const answer = await get(event_reference, own.tokens[role])
    expect({ role, status: answer.status }).toEqual({ role, status: 200 })
    expect((await answer.text()).split('\r\n').filter(Boolean)).toHaveLength(3)
  }
  const refused = [
    await get(event_reference),
    await get(event_reference, 'x'.repeat(43)),
    await get(foreign.event_reference, own.tokens.admin),
    await get('EV-none', own.tokens.admin),
    await get(event_reference, own.tokens.auditor),
  ]
  expect(refused.map(({ status }) => status)).toEqual([401, 401, 404, 404, 403])
  for (const answer of refused) expect(await answer.text()).not.toMatch(/Ownword Ownword|Foreignword Foreignword/)
  await expect.poll(() => noted(own)).toEqual(STAFF_ROLES.flatMap(() => ['guests.asked', 'guests.downloaded']))
})

test('what businesses need goes to everyone of the hub, and leaves it for publication without a name', async () => {
  const own = await aHub({ with_auditor: true })
  const other = await aHub({ database: own.database })
  await aSituation(own, 'Ownword')
  await aSituation(other, 'Foreignword')
  const { url } = await aServer(own.database)
  const get = (file: string, token?: string) =>
    fetch(
      `${url}/${file}?year=2021-22&why=The+board`,
      token === undefined ? {} : { headers: { cookie: `hubline=${token}` } },
    )

  for (const role of STAFF_ROLES) {
    const [list, tables] = [
      await get('skills-demand.csv', own.tokens[role]),
      await get('skills-demand-published.csv', own.tokens[role]),
    ]
    expect({ role, answers: [list.status, tables.status] }).toEqual({ role, answers: [200, 200] })
    const said = await list.text()
    expect(said).toContain('Ownword')
    expect(said).not.toContain('Foreignword')
    expect(await tables.text()).not.toMatch(/Ownword|Foreignword/)
  }
  for (const file of ['skills-demand.csv', 'skills-demand-published.csv'])
    expect([await get(file), await get(file, 'x'.repeat(43)), await get(file, own.tokens.auditor)]).toMatchObject([
      { status: 401 },
      { status: 401 },
      { status: 403 },
    ])
})

test('the review of a year goes to everyone of the hub, is noted, and says nothing of another', async () => {
  const own = await aHub({ with_auditor: true })
  const other = await aHub({ database: own.database })
  const { url } = await aServer(own.database)
  const get = (token?: string) =>
    fetch(`${url}/year/2021-22/review.json`, token === undefined ? {} : { headers: { cookie: `hubline=${token}` } })

  for (const role of ROLES) {
    const answer = await get(own.tokens[role])
    expect({ role, status: answer.status }).toEqual({ role, status: 200 })
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.json()).toMatchObject({ organisation: `Hub ${own.slug}`, year: '2021-22' })
  }
  expect(await (await get(other.tokens.manager)).json()).toMatchObject({ organisation: `Hub ${other.slug}` })
  expect([await get(), await get('x'.repeat(43))]).toMatchObject([{ status: 401 }, { status: 401 }])
  await expect.poll(() => noted(own)).toEqual(ROLES.map(() => 'review.downloaded'))
})

test('nobody takes a list of records without saying what for', async () => {
  const hub = await aHub()
  const { event_reference } = await aSituation(hub, 'Ownword')
  const { url } = await aServer(hub.database)
  const lists = [
    '/indicators/lep.businesses_supported/units.csv?year=2021-22',
    '/skills-reviews.csv?',
    '/skills-demand.csv?year=2021-22',
    `${guestsOf(event_reference).split('?')[0]}?`,
  ]

  for (const list of lists)
    for (const reason of ['', '&why=%20', `&why=${'x'.repeat(201)}`]) {
      const answer = await fetch(url + list + reason, { headers: { cookie: `hubline=${hub.tokens.manager}` } })
      expect({ list, status: answer.status }).toEqual({ list, status: 400 })
      expect(await answer.json()).toMatchObject({ error: { message: expect.stringMatching(/^Say what|^Use at most/) } })
    }
  expect(await noted(hub)).toEqual([])
})

test.each([
  ['a visitor', undefined],
  ['a made-up session', 'x'.repeat(43)],
])('%s gets no file', async (_who, token) => {
  const hub = await aHub()
  await aSituation(hub, 'Ownword')
  const { url } = await aServer(hub.database)

  const answer = await fetch(url + FILE, token === undefined ? {} : { headers: { cookie: `hubline=${token}` } })

  expect(answer.status).toBe(401)
  expect(await answer.text()).not.toContain('Ownword')
})

test('someone who left gets no file', async () => {
  const hub = await aHub()
  await hub.inside((tx) =>
    tx
      .updateTable('adviser')
      .set({ is_active: false })
      .where('hub_id', '=', hub.hub_id)
      .where('id', '=', hub.advisers.manager)
      .execute(),
  )
  const { url } = await aServer(hub.database)

  const answer = await fetch(url + FILE, { headers: { cookie: `hubline=${hub.tokens.manager}` } })

  expect(answer.status).toBe(401)
})

test('the document of a plan goes to everyone of its hub as a PDF, is noted, and is nothing to anybody else', async () => {
  const [own, other] = [await aHub(), await aHub()]
  const { skills_review_reference: reference } = await aSituation(own, 'Ownword')
  const { url } = await aServer(own.database)
  const ask = (token: string | undefined) =>
    fetch(`${url}/reviews/${encodeURIComponent(reference)}/plan.pdf`, {
      headers: token === undefined ? {} : { cookie: `hubline=${token}` },
    })

  for (const role of STAFF_ROLES) {
    const answer = await ask(own.tokens[role])
    expect({ role, status: answer.status }).toEqual({ role, status: 200 })
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  }

  expect((await ask(other.tokens.manager)).status).toBe(404)
  expect((await ask(undefined)).status).toBe(401)
  await expect.poll(() => noted(own)).toEqual(STAFF_ROLES.map(() => 'plan.downloaded'))
})

test.each([
  '/indicators/lep.businesses_supported/units.csv?year=2021-22&text=%00&why=The+board',
  '/indicators/lep.businesses_supported/units.csv?year=2021-22&district=%00&why=The+board',
  '/indicators/lep.businesses_supported/units.csv?year=2021-22&event=%00&why=The+board',
  '/skills-reviews.csv?text=%00&why=The+board',
  '/skills-demand.csv?year=2021-22&place=%00&why=The+board',
  '/events/%00/guests.csv?why=The+board',
  '/reviews/%00/plan.pdf',
])('%s is refused in a sentence, and nothing is noted', async (address) => {
  const hub = await aHub()
  const { url, log } = await aServer(hub.database)

  const answer = await fetch(url + address, { headers: { cookie: `hubline=${hub.tokens.manager}` } })

  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({ error: { message: 'Take out the characters that are not text' } })
  expect(log.filter((line) => line.includes('"fault"'))).toEqual([])
  expect(await noted(hub)).toEqual([])
})
