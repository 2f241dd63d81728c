import { randomUUID } from 'node:crypto'
import { sendMail } from '@hubline/api/mail/send-mail.ts'
import { expect, test } from 'vitest'
import { refusalOf } from '../../given/forms.ts'
import { type TestHub, aHub } from '../../given/hub.ts'
import { aWorker, doWhatIsDue, inSeconds } from '../../given/jobs.ts'
import { aMailServer } from '../../given/mail-server.ts'

const write = (hub: TestHub, subject: string, to = 'sam@people.example') =>
  hub.inside((tx) => sendMail(tx, { kind: 'invitation', to, subject, text: `About ${subject}` }))

const again = (hub: TestHub, { id, version }: { id: string; version: number }) =>
  hub.as('admin', { sends_mail: true }).mail.sendAgain({ request_id: randomUUID(), id, version })

test('the outbox shows every message of the hub, newest first, a page at a time', async () => {
  const hub = await aHub()
  for (let n = 1; n <= 7; n++) await write(hub, `Visit ${n}`)
  const api = hub.as('admin')

  const first = await api.mail.outbox({ size: 3 })
  const second = await api.mail.outbox({ size: 3, after: first.next })
  const third = await api.mail.outbox({ size: 3, after: second.next })
  const back = await api.mail.outbox({ size: 3, before: third.previous })

  const subjects = [first, second, third].flatMap(({ rows }) => rows.map(({ subject }) => subject))
  expect(subjects).toEqual([7, 6, 5, 4, 3, 2, 1].map((n) => `Visit ${n}`))
  expect(third.next).toBeNull()
  expect(back.rows).toEqual(second.rows)
})

test('the outbox narrows to one state', async () => {
  const hub = await aHub()
  const mail = await aMailServer({ unknown: ['gone@people.example'] })
  await write(hub, 'One')
  await write(hub, 'Two', 'gone@people.example')
  await doWhatIsDue(hub, aWorker(hub, { mail }))
  await write(hub, 'Three')

  const of = async (state: 'sent' | 'failed' | 'waiting' | 'kept') =>
    (await hub.as('admin').mail.outbox({ state })).rows.map(({ subject }) => subject)
  expect([await of('sent'), await of('failed'), await of('waiting'), await of('kept')]).toEqual([
    ['One'],
    ['Two'],
    ['Three'],
    [],
  ])
})

test('a message is shown whole, with why it has not gone yet', async () => {
  const hub = await aHub()
  const mail = await aMailServer()
  await mail.leave()
  const id = await write(hub, 'Visit')
  await doWhatIsDue(hub, aWorker(hub, { mail }))

  expect(await hub.as('admin').mail.message({ id })).toMatchObject({
    to_address: 'sam@people.example',
    subject: 'Visit',
    text: 'About Visit',
    state: 'waiting',
    reason: 'The mail server cannot be reached',
    attempts: 1,
    next_attempt_at: expect.any(Date),
    about: null,
  })
  expect((await hub.as('admin').mail.outbox({})).rows).toMatchObject([{ reason: 'The mail server cannot be reached' }])
})

test('an invitation is shown without its link, and leads to the person', async () => {
  const hub = await aHub()
  await hub
    .as('admin', { sends_mail: true })
    .staff.invite({ request_id: randomUUID(), email: 'sam@people.example', name: 'Sam Reed', role: 'adviser' })

  const [row] = (await hub.as('admin').mail.outbox({})).rows
  const shown = await hub.as('admin').mail.message({ id: row?.id ?? '' })

  expect(shown.text).toContain('{link}')
  expect(shown.text).not.toMatch(/http/)
  expect(shown.about).toMatchObject({ kind: 'adviser', reference: 'sam@people.example' })
})

test('what was kept is sent once there is a mail server', async () => {
  const hub = await aHub()
  const id = await write(hub, 'Visit')
  await doWhatIsDue(hub)
  const kept = await hub.as('admin').mail.message({ id })
  expect(
    await refusalOf(hub.as('admin').mail.sendAgain({ request_id: randomUUID(), id, version: kept.version })),
  ).toMatchObject({
    code: 'invalid',
    sentence: expect.stringMatching(/No mail server is set/),
  })

  await again(hub, kept)
  const mail = await aMailServer()
  await doWhatIsDue(hub, aWorker(hub, { mail }))

  expect(await hub.as('admin').mail.message({ id })).toMatchObject({ state: 'sent', reason: null, attempts: 1 })
  expect(mail.raw).toHaveLength(1)
})

test('a message that waits for its next attempt is tried at once', async () => {
  const hub = await aHub()
  const mail = await aMailServer()
  await mail.leave()
  const id = await write(hub, 'Visit')
  await doWhatIsDue(hub, aWorker(hub, { mail }))
  await mail.comeBack()

  await again(hub, await hub.as('admin').mail.message({ id }))
  await doWhatIsDue(hub, aWorker(hub, { mail }), inSeconds(1))

  expect(await hub.as('admin').mail.message({ id })).toMatchObject({ state: 'sent' })
})

test('what was sent is not sent again, nor what moved on meanwhile', async () => {
  const hub = await aHub()
  const mail = await aMailServer({ unknown: ['gone@people.example'] })
  const sent = await write(hub, 'Visit')
  const failed = await write(hub, 'Visit', 'gone@people.example')
  await doWhatIsDue(hub, aWorker(hub, { mail }))
  const [one, two] = [
    await hub.as('admin').mail.message({ id: sent }),
    await hub.as('admin').mail.message({ id: failed }),
  ]

  expect(await refusalOf(again(hub, one))).toMatchObject({ code: 'invalid' })
  await again(hub, two)
  expect(await refusalOf(again(hub, two))).toMatchObject({ code: 'stale' })
})

test('only admins see outgoing mail, and only their hub’s', async () => {
  const [hub, other] = [await aHub(), await aHub()]
  const id = await write(hub, 'Visit')

  for (const role of ['adviser', 'skills_broker', 'manager'] as const)
    expect(await refusalOf(hub.as(role).mail.message({ id }))).toMatchObject({ code: 'not_allowed' })
  expect(await refusalOf(other.as('admin').mail.message({ id }))).toMatchObject({ code: 'not_found' })
  expect((await other.as('admin').mail.outbox({})).rows).toEqual([])
})
