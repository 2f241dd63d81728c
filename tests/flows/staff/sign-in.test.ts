import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aDatabase } from '../../given/database.ts'
import { aHub } from '../../given/hub.ts'
import { aBrowser, refusalOf, tokenOf } from './visitor.ts'

const PASSWORD = 'kiln otter marzipan'

async function aMember(email: string, role: 'adviser' | 'manager' = 'adviser') {
  const hub = await aHub()
  const { link } = await hub.as('admin').staff.invite({ request_id: randomUUID(), email, name: 'Jo Marsh', role })
  const browser = aBrowser(hub.database)
  await browser.api().staff.acceptInvitation({ token: tokenOf(link), password: PASSWORD })
  return { hub, browser }
}

test('a person of one hub signs straight into it', async () => {
  const { hub } = await aMember('one@signs.example')
  const browser = aBrowser(hub.database)

  expect(await browser.api().staff.signIn({ email: 'One@Signs.example', password: PASSWORD })).toMatchObject({
    signed_in_to: hub.slug,
  })

  expect(await browser.api().staff.me()).toMatchObject({
    name: 'Jo Marsh',
    role: 'adviser',
    hub: { slug: hub.slug, is_demonstration: false },
  })
})

test('a person of two hubs chooses, and may go over to the other', async () => {
  const { hub: first } = await aMember('two@signs.example')
  const second = await aHub()
  const { link } = await second
    .as('admin')
    .staff.invite({ request_id: randomUUID(), email: 'two@signs.example', name: 'Jo Marsh', role: 'manager' })
  await aBrowser(second.database)
    .api()
    .staff.acceptInvitation({ token: tokenOf(link), password: PASSWORD })
  const browser = aBrowser(first.database)

  const told = await browser.api().staff.signIn({ email: 'two@signs.example', password: PASSWORD })
  expect(told.hubs.map(({ slug }) => slug).toSorted()).toEqual([first.slug, second.slug].toSorted())
  expect(told).not.toHaveProperty('signed_in_to')
  expect(await browser.api().staff.me()).toBeNull()
  expect(await refusalOf(browser.api().staff.people())).toMatchObject({ code: 'UNAUTHORIZED' })

  await browser.api().staff.enterHub({ slug: second.slug })
  const [before, people] = [browser.token(), await browser.api().staff.people()]
  expect(people.rows).toHaveLength(5)
  expect(await browser.api().staff.me()).toMatchObject({ role: 'manager', hub: { slug: second.slug } })

  await browser.api().staff.enterHub({ slug: first.slug })
  expect(browser.token()).not.toBe(before)
  expect(
    await aBrowser(first.database, { token: before ?? '' })
      .api()
      .staff.me(),
  ).toBeNull()
  expect(await browser.api().staff.me()).toMatchObject({ role: 'adviser', hub: { slug: first.slug } })
})

test('a hub that is not theirs cannot be entered, and answers as one that does not exist', async () => {
  const { browser } = await aMember('three@signs.example')
  const other = await aHub()

  expect(await refusalOf(browser.api().staff.enterHub({ slug: other.slug }))).toEqual(
    await refusalOf(browser.api().staff.enterHub({ slug: 'no-such-hub' })),
  )
})

test('signing out ends the session itself, not only the cookie', async () => {
  const { browser } = await aMember('four@signs.example')
  const kept = browser.token()

  await browser.api().staff.signOut()

  expect(browser.token()).toBeUndefined()
  const thief = aBrowser(await aDatabase(), { token: kept ?? '' })
  expect(await refusalOf(thief.api().staff.people())).toMatchObject({ code: 'UNAUTHORIZED' })
})

test('signing in gives a new secret and ends the one before', async () => {
  const { browser } = await aMember('five@signs.example')
  const before = browser.token()

  await browser.api().staff.signIn({ email: 'five@signs.example', password: PASSWORD })

  expect(browser.token()).not.toBe(before)
  expect(
    await aBrowser(await aDatabase(), { token: before ?? '' })
      .api()
      .staff.me(),
  ).toBeNull()
})

test.each([
  ["started_at = now() - interval '12 hours 1 second', last_seen_at = now()", 'after twelve hours'],
  ["last_seen_at = now() - interval '61 minutes'", 'after an hour of rest'],
])('a session ends: %s', async (set, what) => {
  const { hub, browser } = await aMember(`${what.replaceAll(' ', '-')}@signs.example`)

  await hub.database.owner.query(`update auth.session set ${set} where hub_id = $1`, [hub.hub_id])

  expect(await browser.api().staff.me()).toBeNull()
  expect(await refusalOf(browser.api().staff.people())).toMatchObject({ code: 'UNAUTHORIZED' })
})

test('a wrong password and an unknown account get the same answer', async () => {
  const { hub } = await aMember('six@signs.example')
  const browser = aBrowser(hub.database)

  const wrong = await refusalOf(
    browser.api().staff.signIn({ email: 'six@signs.example', password: 'not the password' }),
  )
  const unknown = await refusalOf(
    browser.api().staff.signIn({ email: 'nobody@signs.example', password: 'not the password' }),
  )

  expect(wrong).toEqual(unknown)
  expect(browser.token()).toBeUndefined()
})

test('who came, who was refused and who left is in the trail of the hub', async () => {
  const { hub, browser } = await aMember('seven@signs.example')

  await refusalOf(browser.api().staff.signIn({ email: 'seven@signs.example', password: 'not the password' }))
  await browser.api().staff.signIn({ email: 'seven@signs.example', password: PASSWORD })
  await browser.api().staff.signOut()

  const entries = () =>
    hub.inside((tx) =>
      tx.selectFrom('audit_entry').select('what').where('hub_id', '=', hub.hub_id).orderBy('at').execute(),
    )
  await expect
    .poll(async () => (await entries()).map(({ what }) => what).toSorted())
    .toEqual(['invitation_accepted', 'sign_in_refused', 'signed_in', 'signed_out'])
})

test('a stranger who guesses is stopped, and the person still gets in from where they work', async () => {
  const { hub } = await aMember('eight@signs.example')
  const office = aBrowser(hub.database, { address: '203.0.113.5' })
  await office.api().staff.signIn({ email: 'eight@signs.example', password: PASSWORD })

  const guesses = await Promise.all(
    Array.from({ length: 30 }, (_, n) =>
      refusalOf(
        aBrowser(hub.database, { address: `2001:db8:0:${n.toString(16)}::1` })
          .api()
          .staff.signIn({ email: 'eight@signs.example', password: `guess number ${n}` }),
      ),
    ),
  )

  expect(guesses.filter(({ code }) => code === 'BAD_REQUEST')).toHaveLength(10)
  expect(guesses.filter(({ code }) => code === 'TOO_MANY_REQUESTS')).toHaveLength(20)
  expect(await office.api().staff.signIn({ email: 'eight@signs.example', password: PASSWORD })).toMatchObject({
    signed_in_to: hub.slug,
  })
})

test('one network cannot try one password on many accounts, however its addresses are written', async () => {
  const database = await aDatabase()
  const spellings = ['2001:db8:77::1', '2001:0DB8:0077:0000::2', '2001:db8:77:0:ffff::3']

  const tries = await Promise.all(
    Array.from({ length: 105 }, (_, n) =>
      refusalOf(
        aBrowser(database, { address: spellings[n % 3] ?? '' })
          .api()
          .staff.signIn({ email: `person${n}@sprayed.example`, password: 'Welcome2021!' }),
      ),
    ),
  )

  expect(tries.filter(({ code }) => code === 'TOO_MANY_REQUESTS')).toHaveLength(5)
})
