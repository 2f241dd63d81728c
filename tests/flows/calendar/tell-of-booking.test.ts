import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { WEDNESDAY_NOON, aBookingForm, anOffer } from '../../given/bookings.ts'
import { calendarOf } from '../../given/calendar-program.ts'
import { refusalOf } from '../../given/forms.ts'
import { type TestHub, aHub } from '../../given/hub.ts'
import { aWorker, doWhatIsDue } from '../../given/jobs.ts'
import { aMailServer } from '../../given/mail-server.ts'

const now = WEDNESDAY_NOON
const sent = (id: string, version: number) => ({ request_id: randomUUID(), id, version })

async function aBookedReview(hub: TestHub, slot_start = '2026-12-02T10:00:00Z'): Promise<string> {
  const id = await anOffer(hub, await hub.aBusiness({ email: 'office@bakery.example' }))
  await hub.as('skills_broker').calendar.book(aBookingForm(hub, { id, slot_start }))
  return id
}

const reminders = (hub: TestHub) =>
  hub.inside((tx) =>
    tx
      .selectFrom('background_job')
      .select(['run_at', 'state'])
      .where('hub_id', '=', hub.hub_id)
      .where('kind', '=', 'remind_of_review')
      .orderBy('queued_at')
      .execute(),
  )

test('invitation, change and cancellation keep one entry in the calendars of client and broker', async () => {
  const hub = await aHub({ now })
  const mail = await aMailServer()
  const worker = aWorker(hub, { mail })
  const id = await aBookedReview(hub)
  await doWhatIsDue(hub, worker)
  await hub.as('skills_broker').calendar.move(aBookingForm(hub, { id, version: 2, slot_start: '2026-12-04T13:00:00Z' }))
  await doWhatIsDue(hub, worker)
  const moved = { sequence: 1, starts: '2026-12-04T13:00:00.000Z', status: 'CONFIRMED' }
  expect(await calendarOf(mail, 'office@bakery.example')).toEqual([moved])

  await hub.as('skills_broker').calendar.cancel(sent(id, 3))
  await doWhatIsDue(hub, worker)

  const cancelled = { sequence: 2, starts: '2026-12-04T13:00:00.000Z', status: 'CANCELLED' }
  expect(await calendarOf(mail, 'office@bakery.example')).toEqual([cancelled])
  expect(await calendarOf(mail, `skills_broker@${hub.slug}.example`)).toEqual([cancelled])
  expect(mail.raw[0]).toContain('method=REQUEST')
  expect(mail.raw.join('')).not.toContain('sender@here.invalid')
  const [first] = await mail.letters()
  expect(first?.text).toMatch(/http:\/\/localhost:3000\/t\/[\w-]{43}/)
})

test('a review booked again after its cancellation is the same entry, newer', async () => {
  const hub = await aHub({ now })
  const mail = await aMailServer()
  const id = await aBookedReview(hub)
  await hub.as('skills_broker').calendar.cancel(sent(id, 2))
  await hub.as('skills_broker').calendar.book(aBookingForm(hub, { id, version: 3, slot_start: '2026-12-07T10:00:00Z' }))

  await doWhatIsDue(hub, aWorker(hub, { mail }))

  expect(await calendarOf(mail, 'office@bakery.example')).toEqual([
    { sequence: 2, starts: '2026-12-07T10:00:00.000Z', status: 'CONFIRMED' },
  ])
})

test('another broker who takes over gets the entry, and it leaves the calendar of the one before', async () => {
  const hub = await aHub({ now })
  const mail = await aMailServer()
  await hub.inside((tx) =>
    tx.updateTable('adviser').set({ role: 'skills_broker' }).where('id', '=', hub.advisers.adviser).execute(),
  )
  const id = await aBookedReview(hub)

  await hub.as('manager').calendar.move(aBookingForm(hub, { id, version: 2, broker_id: hub.advisers.adviser }))
  await doWhatIsDue(hub, aWorker(hub, { mail }))

  expect(await calendarOf(mail, `skills_broker@${hub.slug}.example`)).toMatchObject([{ status: 'CANCELLED' }])
  expect(await calendarOf(mail, `adviser@${hub.slug}.example`)).toMatchObject([{ status: 'CONFIRMED' }])
})

test('a refused booking tells nobody anything', async () => {
  const hub = await aHub({ now })
  await aBookedReview(hub)
  const before = await hub.inside((tx) => tx.selectFrom('mail_message').select('id').execute())
  const id = await anOffer(hub, await hub.aBusiness({ email: 'other@kiln.example' }))

  await refusalOf(hub.as('skills_broker').calendar.book(aBookingForm(hub, { id })))

  expect(await hub.inside((tx) => tx.selectFrom('mail_message').select('id').execute())).toEqual(before)
  expect(await reminders(hub)).toHaveLength(1)
})

test('who has no address is booked all the same, and the screen is told so', async () => {
  const hub = await aHub({ now })
  const id = await anOffer(hub, await hub.aBusiness())

  expect(await hub.as('skills_broker').calendar.book(aBookingForm(hub, { id }))).toMatchObject({ told: false })
})

test('the reminder stands at nine the day before, moves with the booking and ends with it', async () => {
  const hub = await aHub({ now })
  const id = await aBookedReview(hub)
  expect(await reminders(hub)).toEqual([{ run_at: new Date('2026-12-01T09:00:00Z'), state: 'waiting' }])

  await hub.as('skills_broker').calendar.move(aBookingForm(hub, { id, version: 2, slot_start: '2026-12-09T10:00:00Z' }))
  expect(await reminders(hub)).toEqual([{ run_at: new Date('2026-12-08T09:00:00Z'), state: 'waiting' }])

  await hub.as('skills_broker').calendar.cancel(sent(id, 3))
  expect(await reminders(hub)).toMatchObject([{ state: 'cancelled' }])
})

test('a reminder is sent to who comes, and none for a review that is past or was missed', async () => {
  const hub = await aHub({ now })
  const mail = await aMailServer()
  const worker = aWorker(hub, { mail })
  await aBookedReview(hub)
  await aBookedReview(hub, '2026-12-02T14:00:00Z')
  await hub.inside((tx) =>
    tx
      .updateTable('skills_review')
      .set({ status: 'no_show' })
      .where('slot_start', '=', new Date('2026-12-02T14:00:00Z'))
      .execute(),
  )
  await doWhatIsDue(hub, worker)
  const before = mail.raw.length

  await doWhatIsDue(hub, worker, new Date('2026-12-01T09:01:00Z'))
  await doWhatIsDue(hub, worker, new Date('2026-12-01T09:02:00Z'))

  const news = (await mail.letters()).slice(before)
  expect(news.map(({ subject }) => subject)).toEqual([
    expect.stringMatching(/^Tomorrow: skills review with .*, Wed 2 Dec 10:00$/),
  ])
})

test('nobody is reminded of a review that was booked for tomorrow this afternoon', async () => {
  const hub = await aHub({ now })

  await aBookedReview(hub, '2026-11-26T14:00:00Z')

  expect(await reminders(hub)).toEqual([])
})
