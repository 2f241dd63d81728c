import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { type TestHub, aHub } from '../../given/hub.ts'
import { aWorker, doWhatIsDue, inSeconds } from '../../given/jobs.ts'
import { aMailServer } from '../../given/mail-server.ts'
import type { MailServer } from '../../given/smtp.ts'
import { aBrowser, refusalOf, tokenOf } from './visitor.ts'

const SAM = { email: 'sam.reed@people.example', name: 'Sam Reed', role: 'skills_broker' } as const
const PASSWORD = 'kiln otter marzipan'

const invite = (hub: TestHub) =>
  hub.as('admin', { sends_mail: true }).staff.invite({ request_id: randomUUID(), ...SAM })

async function linksIn(mail: MailServer): Promise<string[]> {
  return (await mail.letters()).map(({ text }) => /http\S+/.exec(text ?? '')?.[0] ?? '')
}

test('an invitation goes to the person alone, who comes in by it', async () => {
  const hub = await aHub()
  const mail = await aMailServer()

  expect(await invite(hub)).toEqual({ link: null })
  await doWhatIsDue(hub, aWorker(hub, { mail }))

  const [letter] = await mail.letters()
  expect(letter).toMatchObject({
    to: [{ address: SAM.email, name: 'Sam Reed' }],
    subject: `Invitation to Hub ${hub.slug}`,
  })
  expect(letter?.text).toMatch(/Your role: Skills broker/)
  const browser = aBrowser(hub.database)
  await browser.api().staff.acceptInvitation({ token: tokenOf((await linksIn(mail))[0] ?? ''), password: PASSWORD })
  expect(await browser.api().staff.me()).toMatchObject({ name: 'Sam Reed', role: 'skills_broker' })
})

test('the secret of the link is kept nowhere', async () => {
  const hub = await aHub()
  const mail = await aMailServer()
  await invite(hub)
  await doWhatIsDue(hub, aWorker(hub, { mail }))
  const secret = tokenOf((await linksIn(mail))[0] ?? '')

  const { rows } = await hub.database.owner.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c where c.relkind = 'r' and c.relnamespace in ('app'::regnamespace, 'auth'::regnamespace)`,
  )
  const holding: string[] = []
  for (const { name } of rows) {
    const found = await hub.database.owner.query(`select 1 from ${name} t where strpos(t::text, $1) > 0`, [secret])
    if (found.rowCount) holding.push(name)
  }
  expect(holding).toEqual([])
})

test('inviting again sends the newest link only, and that one works', async () => {
  const hub = await aHub()
  const mail = await aMailServer()
  await invite(hub)
  await invite(hub)
  await doWhatIsDue(hub, aWorker(hub, { mail }))
  await invite(hub)
  await doWhatIsDue(hub, aWorker(hub, { mail }))

  const [first = '', second = ''] = await linksIn(mail)
  expect(mail.raw).toHaveLength(2)
  const api = aBrowser(hub.database).api()
  expect(await refusalOf(api.staff.invitation({ token: tokenOf(first) }))).toMatchObject({ code: 'NOT_FOUND' })
  expect(await api.staff.invitation({ token: tokenOf(second) })).toMatchObject({ name: 'Sam Reed' })
})

test('who has left before the mail server came back gets no link', async () => {
  const hub = await aHub()
  const mail = await aMailServer()
  await mail.leave()
  await invite(hub)
  await doWhatIsDue(hub, aWorker(hub, { mail }))
  const sam = (await hub.as('admin').staff.people()).rows.find(({ email }) => email === SAM.email)
  await hub.as('admin').staff.deactivate({ request_id: randomUUID(), id: sam?.id ?? '', version: sam?.version ?? 0 })

  await mail.comeBack()
  await doWhatIsDue(hub, aWorker(hub, { mail }), inSeconds(3600))

  expect(mail.raw).toEqual([])
})

test('a link that waited for the mail server for a day still lasts a week', async () => {
  const hub = await aHub()
  const mail = await aMailServer()
  await invite(hub)
  await hub.database.owner.query(
    `update auth.invitation set expires_at = expires_at - interval '1 day' where hub_id = $1`,
    [hub.hub_id],
  )

  await doWhatIsDue(hub, aWorker(hub, { mail }))

  const sam = (await hub.as('admin').staff.people()).rows.find(({ email }) => email === SAM.email)
  expect(Number(sam?.invited_until)).toBeGreaterThan(Date.now() + 6.9 * 86_400_000)
})
