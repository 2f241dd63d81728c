import { Writable } from 'node:stream'
import { MOST_ATTEMPTS } from '@hubline/api/jobs/back-off.ts'
import { type Message, sendMail } from '@hubline/api/mail/send-mail.ts'
import { makeLog } from '@hubline/api/web/log.ts'
import { expect, test } from 'vitest'
import { type TestHub, aHub } from '../../given/hub.ts'
import { aWorker, doWhatIsDue, inSeconds } from '../../given/jobs.ts'
import { aMailServer } from '../../given/mail-server.ts'

const LETTER: Message = {
  kind: 'invitation',
  to: 'Sam.Reed@people.example',
  to_name: 'Sam Reed',
  subject: 'Your visit on Monday',
  text: 'Hello Sam\n\nSee you on Monday – bring your £5 voucher.\n.\nThe hub',
}
const CALENDAR = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Hubline//EN',
  'METHOD:REQUEST',
  'BEGIN:VEVENT',
  'UID:review-1@hubline.example',
  'DTSTAMP:20220331T110000Z',
  'DTSTART:20220404T090000Z',
  'DTEND:20220404T100000Z',
  'SUMMARY:Skills review',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n')

const write = (hub: TestHub, letter: Partial<Message> = {}) =>
  hub.inside((tx) => sendMail(tx, { ...LETTER, ...letter }))

async function mailOf(hub: TestHub) {
  const { rows } = await hub.database.owner.query(
    'select state, reason, attempts, sent_at, version from app.mail_message where hub_id = $1 order by id',
    [hub.hub_id],
  )
  return rows as { state: string; reason: string | null; attempts: number; sent_at: Date | null; version: number }[]
}

test('a message arrives as it was written', async () => {
  const hub = await aHub()
  const mail = await aMailServer()
  const id = await write(hub, { reply_to: 'broker@people.example' })

  await doWhatIsDue(hub, aWorker(hub, { mail }))

  expect(await mail.letters()).toMatchObject([
    {
      from: { address: 'post@hubline.example', name: `Hub ${hub.slug}` },
      to: [{ address: 'Sam.Reed@people.example', name: 'Sam Reed' }],
      replyTo: [{ address: 'broker@people.example' }],
      subject: LETTER.subject,
      messageId: `<${id}@hubline.example>`,
    },
  ])
  expect((await mail.letters())[0]?.text?.trim()).toBe(LETTER.text)
  expect(await mailOf(hub)).toMatchObject([{ state: 'sent', reason: null, attempts: 1, sent_at: expect.any(Date) }])
})

test('a calendar entry is an invitation to the calendar programs', async () => {
  const hub = await aHub()
  const mail = await aMailServer()
  await write(hub, { calendar: { method: 'REQUEST', ics: CALENDAR } })

  await doWhatIsDue(hub, aWorker(hub, { mail }))

  const [letter] = await mail.letters()
  const parts = letter?.attachments.filter(({ mimeType }) => mimeType === 'text/calendar') ?? []
  expect(parts.length).toBeGreaterThan(0)
  expect(mail.raw[0]).toMatch(/content-type: text\/calendar;[^]*?method=REQUEST/i)
  const { content = '' } = parts[0] ?? {}
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content)
  expect(text.split(/\r?\n/)).toEqual(CALENDAR.split('\r\n'))
})

test('without a mail server a message is kept, with the reason', async () => {
  const hub = await aHub()
  await write(hub)

  await doWhatIsDue(hub)

  expect(await mailOf(hub)).toMatchObject([{ state: 'kept', reason: 'No mail server is set', sent_at: null }])
})

test('what is undone is not sent', async () => {
  const hub = await aHub()
  const mail = await aMailServer()

  await hub
    .inside(async (tx) => {
      await sendMail(tx, LETTER)
      throw new Error('Something else went wrong')
    })
    .catch(() => undefined)
  await doWhatIsDue(hub, aWorker(hub, { mail }))

  expect(mail.raw).toEqual([])
  expect(await mailOf(hub)).toEqual([])
})

test('a server that refuses an address for good is asked once, and its answer is kept', async () => {
  const hub = await aHub()
  const mail = await aMailServer({ unknown: ['sam.reed@people.example'] })
  await write(hub, { to: 'sam.reed@people.example' })

  await doWhatIsDue(hub, aWorker(hub, { mail }))

  expect(await mailOf(hub)).toMatchObject([
    {
      state: 'failed',
      attempts: 1,
      reason: expect.stringMatching(/^The mail server refused it: 550 .*no such person/),
    },
  ])
  expect(await doWhatIsDue(hub, aWorker(hub, { mail }), inSeconds(90_000))).toBe(0)
})

test('a server that asks to come back is asked again, for about a day', async () => {
  const hub = await aHub()
  const mail = await aMailServer({ busy: ['sam.reed@people.example'] })
  await write(hub, { to: 'sam.reed@people.example' })
  const worker = aWorker(hub, { mail })

  await doWhatIsDue(hub, worker)
  expect(await mailOf(hub)).toMatchObject([{ state: 'waiting', version: 1 }])
  for (let hour = 1; hour < MOST_ATTEMPTS; hour++) await doWhatIsDue(hub, worker, inSeconds(hour * 3600))

  expect(await mailOf(hub)).toMatchObject([
    { state: 'failed', attempts: MOST_ATTEMPTS, reason: expect.stringMatching(/^The mail server wants it later: 451/) },
  ])
})

test('a server that is away and comes back gets every message once', async () => {
  const hub = await aHub()
  const mail = await aMailServer()
  await mail.leave()
  for (let n = 0; n < 5; n++) await write(hub, { subject: `Visit ${n}` })
  const worker = aWorker(hub, { mail })

  await doWhatIsDue(hub, worker)
  expect((await mailOf(hub)).map(({ state }) => state)).toEqual(Array.from({ length: 5 }, () => 'waiting'))
  await mail.comeBack()
  await doWhatIsDue(hub, worker, inSeconds(60))

  expect((await mail.letters()).map(({ subject }) => subject).toSorted()).toEqual(
    [0, 1, 2, 3, 4].map((n) => `Visit ${n}`),
  )
  expect((await mailOf(hub)).every(({ state }) => state === 'sent')).toBe(true)
})

test('a wrong password for the mail server is named, and nothing is lost', async () => {
  const hub = await aHub()
  const mail = await aMailServer({ locked: true })
  await write(hub)

  await doWhatIsDue(hub, aWorker(hub, { mail }))

  const { rows } = await hub.database.owner.query('select trouble from app.background_job where hub_id = $1', [
    hub.hub_id,
  ])
  expect(rows).toEqual([{ trouble: 'The mail server does not accept the name and password in SMTP_URL' }])
  expect(await mailOf(hub)).toMatchObject([{ state: 'waiting' }])
})

test.each([
  { subject: 'Hello\r\nBcc: everyone@people.example' },
  { to_name: 'Sam\r\nBcc: everyone@people.example\r\n\r\n' },
  { subject: 'Hello\u2028Bcc: everyone@people.example\u0085Bcc: b@people.example' },
  { to_name: 'Sam" <everyone@people.example>, "Reed' },
  {
    text: 'Hello\r\n.\r\nMAIL FROM:<x@people.example>\r\nRCPT TO:<everyone@people.example>\r\nDATA\r\nBcc: x\r\n.\r\n',
  },
])('nothing that is written can become an order to the mail server: %o', async (letter) => {
  const hub = await aHub()
  const mail = await aMailServer()
  await write(hub, letter)

  await doWhatIsDue(hub, aWorker(hub, { mail }))

  const letters = await mail.letters()
  expect(letters).toHaveLength(1)
  expect(letters[0]?.to).toMatchObject([{ address: LETTER.to }])
  expect(letters[0]?.bcc ?? []).toEqual([])
  expect(letters[0]?.headers.map(({ key }) => key)).not.toContain('bcc')
})

test.each([
  '',
  'nobody',
  'a@b',
  'one@people.example, two@people.example',
  'a@people.example\r\nBcc: b@people.example',
  'a b@people.example',
])('mail is not queued for the address "%s"', async (to) => {
  const hub = await aHub()

  await expect(write(hub, { to })).rejects.toMatchObject({ code: 'invalid', field: 'to' })
  expect(await mailOf(hub)).toEqual([])
})

test('the database refuses what got past: an address with an order in it, a subject of two lines', async () => {
  const hub = await aHub()
  const insert = (to: string, subject: string) =>
    hub.inside((tx) =>
      tx
        .insertInto('mail_message')
        .values({ reference: to, kind: 'invitation', to_address: to, subject, text: 'x' })
        .execute(),
    )

  await expect(insert('a@b.example\nBcc: c@d.example', 'x')).rejects.toMatchObject({
    constraint: 'mail_message_goes_to_one_address',
  })
  await expect(insert('a@b.example', 'x\ny')).rejects.toMatchObject({ constraint: 'mail_message_subject_is_one_line' })
})

test('the log never says to whom, about what or why', async () => {
  const hub = await aHub()
  const lines: string[] = []
  const to = new Writable({ write: (line: Buffer, _encoding, done) => (lines.push(line.toString()), done()) })
  const log = makeLog({ level: 'trace', to })
  const mail = await aMailServer({ unknown: ['unknown@canary.example'], busy: ['busy@canary.example'] })
  for (const who of ['unknown', 'busy', 'fine'])
    await write(hub, { to: `${who}@canary.example`, to_name: 'Canary', subject: 'Canary', text: 'Canary' })

  await doWhatIsDue(hub, aWorker(hub, { mail, log }))
  await mail.leave()
  await doWhatIsDue(hub, aWorker(hub, { mail, log }), inSeconds(60))

  expect(lines).toHaveLength(2)
  expect(lines.join('')).not.toMatch(/canary/i)
  expect(lines[0]).toMatch(/"kind":"deliver_mail","attempt":1/)
})
