import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aCase } from '../../given/cases.ts'
import { type TestHub, aHub } from '../../given/hub.ts'
import { aBrowser, refusalOf, tokenOf } from './visitor.ts'

const PASSWORD = 'kiln otter marzipan'
const invited = (email: string) => ({ request_id: randomUUID(), email, name: 'Sam Reed', role: 'adviser' as const })

async function personOf(hub: TestHub, role: 'adviser' | 'manager' | 'admin') {
  const { rows: people } = await hub.as('admin').staff.people()
  const person = people.find(({ id }) => id === hub.advisers[role])
  if (!person) throw new Error(`no ${role}`)
  return { id: person.id, version: person.version, request_id: randomUUID() }
}

test('an invitation names who is invited where, and asks for a new password', async () => {
  const hub = await aHub()
  const { link } = await hub.as('admin').staff.invite(invited('sam@people.example'))

  expect(link).toMatch(/^http:\/\/localhost:3000\/invitation\/[\w-]{43}$/)
  expect(
    await aBrowser(hub.database)
      .api()
      .staff.invitation({ token: tokenOf(link) }),
  ).toEqual({
    hub_name: `Hub ${hub.slug}`,
    name: 'Sam Reed',
    email: 'sam@people.example',
    role: 'adviser',
    has_account: false,
  })
})

test('only the hash of an invitation is kept', async () => {
  const hub = await aHub()
  const { link } = await hub.as('admin').staff.invite(invited('hash@people.example'))

  const { rows } = await hub.database.owner.query<{ text: string }>(
    `select to_jsonb(t)::text as text from auth.invitation t where hub_id = $1
     union all select to_jsonb(t)::text from app.received_request t where hub_id = $1`,
    [hub.hub_id],
  )

  expect(rows).toHaveLength(2)
  expect(rows.filter(({ text }) => text.includes(tokenOf(link)))).toEqual([])
})

test('an invitation works once, and a new one takes its place', async () => {
  const hub = await aHub()
  const first = await hub.as('admin').staff.invite(invited('once@people.example'))
  const second = await hub.as('admin').staff.invite(invited('once@people.example'))
  const browser = aBrowser(hub.database)

  expect(
    await refusalOf(browser.api().staff.acceptInvitation({ token: tokenOf(first.link), password: PASSWORD })),
  ).toMatchObject({ code: 'NOT_FOUND' })
  await browser.api().staff.acceptInvitation({ token: tokenOf(second.link), password: PASSWORD })
  expect(
    await refusalOf(browser.api().staff.acceptInvitation({ token: tokenOf(second.link), password: PASSWORD })),
  ).toMatchObject({ code: 'NOT_FOUND' })
  expect(await browser.api().staff.me()).toMatchObject({ email: 'once@people.example', hub: { slug: hub.slug } })
})

test('two who open one link at once make one account', async () => {
  const hub = await aHub()
  const { link } = await hub.as('admin').staff.invite(invited('twice@people.example'))

  const outcomes = await Promise.allSettled(
    ['kiln otter marzipan', 'plum anvil sextant'].map((password) =>
      aBrowser(hub.database)
        .api()
        .staff.acceptInvitation({ token: tokenOf(link), password }),
    ),
  )

  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('an invitation that has run out is refused', async () => {
  const hub = await aHub()
  const { link } = await hub.as('admin').staff.invite(invited('late@people.example'))
  await hub.database.owner.query('update auth.invitation set expires_at = now() where hub_id = $1', [hub.hub_id])

  expect(
    await refusalOf(
      aBrowser(hub.database)
        .api()
        .staff.invitation({ token: tokenOf(link) }),
    ),
  ).toMatchObject({ code: 'NOT_FOUND' })
})

test('a weak password is refused and leaves the invitation open', async () => {
  const hub = await aHub()
  const { link } = await hub.as('admin').staff.invite(invited('weak@people.example'))
  const browser = aBrowser(hub.database)

  expect(
    await refusalOf(browser.api().staff.acceptInvitation({ token: tokenOf(link), password: 'short' })),
  ).toMatchObject({ code: 'BAD_REQUEST' })
  await browser.api().staff.acceptInvitation({ token: tokenOf(link), password: PASSWORD })
})

test('someone with an account joins a second hub by the password they have', async () => {
  const [one, two] = [await aHub(), await aHub()]
  const first = await one.as('admin').staff.invite(invited('both@people.example'))
  await aBrowser(one.database)
    .api()
    .staff.acceptInvitation({ token: tokenOf(first.link), password: PASSWORD })
  const second = await two.as('admin').staff.invite(invited('both@people.example'))
  const browser = aBrowser(two.database)

  expect(await browser.api().staff.invitation({ token: tokenOf(second.link) })).toMatchObject({ has_account: true })
  expect(
    await refusalOf(
      browser.api().staff.acceptInvitation({ token: tokenOf(second.link), password: 'some other words' }),
    ),
  ).toMatchObject({ code: 'BAD_REQUEST' })
  await browser.api().staff.acceptInvitation({ token: tokenOf(second.link), password: PASSWORD })

  expect((await browser.api().staff.me())?.hubs).toHaveLength(2)
})

test('someone who came with an import keeps their record when invited', async () => {
  const hub = await aHub()
  const imported = await hub.inside((tx) =>
    tx
      .insertInto('adviser')
      .values({ reference: 'A-7', email: 'Imported@People.example', name: 'I. Mported', role: 'skills_broker' })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )

  await hub.as('admin').staff.invite(invited('imported@people.example'))

  const { rows: people } = await hub.as('admin').staff.people()
  expect(people.find(({ id }) => id === imported.id)).toMatchObject({
    name: 'Sam Reed',
    role: 'adviser',
    has_account: false,
    invited_until: expect.any(Date),
  })
  expect(people).toHaveLength(5)
})

test('the same invitation sent twice is made once', async () => {
  const hub = await aHub()
  const sent = invited('doubled@people.example')
  await hub.as('admin').staff.invite(sent)

  expect(await refusalOf(hub.as('admin').staff.invite(sent))).toMatchObject({ code: 'UNPROCESSABLE_CONTENT' })
  expect((await hub.as('admin').staff.people()).rows.filter(({ email }) => email === sent.email)).toHaveLength(1)
})

test('a new role is in force at the next call', async () => {
  const hub = await aHub()
  const manager = hub.as('manager')
  expect(await refusalOf(manager.staff.invite(invited('early@people.example')))).toMatchObject({ code: 'FORBIDDEN' })

  await hub.as('admin').staff.changeRole({ ...(await personOf(hub, 'manager')), role: 'admin' })

  expect(await manager.staff.invite(invited('now@people.example'))).toHaveProperty('link')
})

test('someone who left is out at their next call, and stays out of that session when they come back', async () => {
  const hub = await aHub()
  const adviser = hub.as('adviser')
  expect((await adviser.staff.people()).rows).toHaveLength(4)

  const left = await hub.as('admin').staff.deactivate(await personOf(hub, 'adviser'))
  expect(await refusalOf(adviser.staff.people())).toMatchObject({ code: 'UNAUTHORIZED' })

  await hub.as('admin').staff.reactivate({ id: left.id, version: left.version, request_id: randomUUID() })
  expect(await refusalOf(adviser.staff.people())).toMatchObject({ code: 'UNAUTHORIZED' })
})

test('the last admin can neither leave nor step down', async () => {
  const hub = await aHub()

  expect(await refusalOf(hub.as('admin').staff.deactivate(await personOf(hub, 'admin')))).toMatchObject({
    message: expect.stringMatching(/at least one admin/),
  })
  expect(
    await refusalOf(hub.as('admin').staff.changeRole({ ...(await personOf(hub, 'admin')), role: 'manager' })),
  ).toMatchObject({ code: 'BAD_REQUEST' })
  expect(
    await refusalOf(hub.as('admin').staff.invite({ ...invited(`admin@${hub.slug}.example`), role: 'manager' })),
  ).toMatchObject({ code: 'CONFLICT' })
})

test('two admins who remove each other at once leave one', async () => {
  const hub = await aHub()
  await hub.as('admin').staff.changeRole({ ...(await personOf(hub, 'manager')), role: 'admin' })
  const [one, two] = [await personOf(hub, 'admin'), await personOf(hub, 'manager')]

  const outcomes = await Promise.allSettled([
    hub.as('admin').staff.deactivate(two),
    hub.as('manager').staff.deactivate(one),
  ])

  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const { rows } = await hub.database.owner.query(
    "select 1 from app.adviser where hub_id = $1 and role = 'admin' and is_active",
    [hub.hub_id],
  )
  expect(rows).toHaveLength(1)
})

test('a change from an old page is refused', async () => {
  const hub = await aHub()
  const adviser = await personOf(hub, 'adviser')
  await hub.as('admin').staff.changeRole({ ...adviser, role: 'manager' })

  expect(
    await refusalOf(hub.as('admin').staff.changeRole({ ...adviser, request_id: randomUUID(), role: 'skills_broker' })),
  ).toMatchObject({ code: 'CONFLICT' })
})

test('a person of another hub answers as one that does not exist', async () => {
  const [hub, other] = [await aHub(), await aHub()]
  const call = (id: string) => hub.as('admin').staff.deactivate({ request_id: randomUUID(), id, version: 1 })

  expect(await refusalOf(call(other.advisers.adviser))).toEqual(await refusalOf(call(randomUUID())))
  expect((await other.as('adviser').staff.people()).rows).toHaveLength(4)
})

test('the list of people says when each was last here and how many open cases they have', async () => {
  const hub = await aHub()
  await aCase(hub, await hub.aBusiness())
  await aCase(hub, await hub.aBusiness(), { status: 'closed' })

  const { rows: people } = await hub.as('adviser').staff.people()

  expect(people.find(({ id }) => id === hub.advisers.adviser)).toMatchObject({
    last_seen_at: expect.any(Date),
    open_cases: 1,
  })
  expect((await hub.as('adviser').cases.caseload({ whose: hub.advisers.adviser })).counts.all).toBe(1)
  await hub.as('admin').staff.invite(invited('never@people.example'))
  expect(
    (await hub.as('admin').staff.people()).rows.find(({ email }) => email === 'never@people.example'),
  ).toMatchObject({
    last_seen_at: null,
    open_cases: 0,
  })
})

test('a new link ends the one before', async () => {
  const hub = await aHub()
  const first = await hub.as('admin').staff.invite(invited('again@people.example'))
  const sam = (await hub.as('admin').staff.people()).rows.find(({ email }) => email === 'again@people.example')
  const wanted = { request_id: randomUUID(), id: sam?.id ?? '', version: sam?.version ?? 0 }

  const second = await hub.as('admin').staff.newLink(wanted)

  const api = aBrowser(hub.database).api()
  expect(await refusalOf(api.staff.invitation({ token: tokenOf(first.link) }))).toMatchObject({ code: 'NOT_FOUND' })
  expect(await api.staff.invitation({ token: tokenOf(second.link) })).toMatchObject({ name: 'Sam Reed' })
})

test('a new link is for those who work here and cannot sign in', async () => {
  const hub = await aHub()
  const link = async (person: { id: string; version: number }) =>
    hub.as('admin').staff.newLink({ request_id: randomUUID(), id: person.id, version: person.version })

  expect(await refusalOf(link(await personOf(hub, 'adviser')))).toMatchObject({ code: 'CONFLICT' })
  const left = await hub.as('admin').staff.deactivate(await personOf(hub, 'adviser'))
  expect(await refusalOf(link(left))).toMatchObject({ code: 'BAD_REQUEST', message: expect.stringMatching(/left/) })
})
