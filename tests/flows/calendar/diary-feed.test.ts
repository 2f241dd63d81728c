import { randomUUID } from 'node:crypto'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { aServer } from '../../security/listening.ts'
import { aBookingForm, anOffer } from '../../given/bookings.ts'
import { type TestHub, aHub } from '../../given/hub.ts'

const DAY = 86_400_000
const sent = () => ({ request_id: randomUUID() })

/** A Wednesday in a month, at ten in the morning: calendar programs read feeds by the real clock. */
function soon(): Date {
  const day = new Date(Date.now() + 21 * DAY)
  day.setUTCDate(day.getUTCDate() + ((3 - day.getUTCDay() + 7) % 7))
  day.setUTCHours(10, 0, 0, 0)
  return day
}

async function aBookedReview(hub: TestHub, name: string): Promise<string> {
  const id = await anOffer(hub, await hub.aBusiness({ name }), { offered_on: new Date().toISOString().slice(0, 10) })
  await hub.as('skills_broker').calendar.book(
    aBookingForm(hub, {
      id,
      slot_start: soon().toISOString(),
      attendee_name: 'Nadia Patel',
      attendee_phone: '01785 000111',
      anyway: true,
    }),
  )
  return id
}

async function read(url: string) {
  const answer = await fetch(url)
  const text = await answer.text()
  if (!answer.ok) return { status: answer.status, text, events: [] }
  const calendar = new ICAL.Component(ICAL.parse(text) as never[])
  for (const zone of calendar.getAllSubcomponents('vtimezone'))
    ICAL.TimezoneService.register(new ICAL.Timezone(zone), 'Europe/London')
  const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
  return { status: answer.status, text, events, type: answer.headers.get('content-type') }
}

/** A broker's feed as their calendar program asks for it. */
async function aFeed(hub: TestHub) {
  const { url } = await aServer(hub.database)
  const { link } = await hub.as('skills_broker').calendar.makeFeed(sent())
  return url + new URL(link).pathname
}

test('a calendar program reads a broker’s reviews and absences by a link, as they stand now', async () => {
  const hub = await aHub({ now: new Date() })
  const id = await aBookedReview(hub, 'Amberwood Bakery Ltd')
  const from_on = new Date(Date.now() + 40 * DAY).toISOString().slice(0, 10)
  await hub
    .as('skills_broker')
    .calendar.addAbsence({ ...sent(), id: randomUUID(), kind: 'leave', from_on, to_on: from_on })
  const feed = await aFeed(hub)

  const { events, type } = await read(feed)

  expect(type).toBe('text/calendar; charset=utf-8')
  const [review, leave] = events
  expect(review).toMatchObject({ uid: `${id}@hubline`, sequence: 0, summary: 'Skills review: Amberwood Bakery Ltd' })
  expect(review?.startDate.toJSDate()).toEqual(soon())
  expect(review?.description).toContain('Nadia Patel, 01785 000111')
  expect([leave?.summary, leave?.startDate.isDate, leave?.startDate.toString()]).toEqual(['Leave', true, from_on])

  await hub.as('skills_broker').calendar.cancel({ ...sent(), id, version: 2 })
  expect((await read(feed)).events.map(({ summary }) => summary)).toEqual(['Leave'])
})

test('a feed shows one person’s diary in one hub, and no other', async () => {
  const hub = await aHub({ now: new Date() })
  const other = await aHub({ database: hub.database, now: new Date() })
  await aBookedReview(other, 'Foreignword Kilns')
  await aBookedReview(hub, 'Amberwood Bakery Ltd')
  const { url } = await aServer(hub.database)
  const { link } = await hub.as('adviser').calendar.makeFeed(sent())

  const { text, events } = await read(url + new URL(link).pathname)

  expect(events).toEqual([])
  expect(text).not.toMatch(/Foreignword|Amberwood/)
})

test('a feed that was ended, replaced, altered or whose owner has left shows nothing', async () => {
  const hub = await aHub({ now: new Date() })
  await aBookedReview(hub, 'Amberwood Bakery Ltd')
  const first = await aFeed(hub)
  const second = await aFeed(hub)
  const refused = async (url: string) => {
    const { status, text } = await read(url)
    expect(text).not.toContain('Amberwood')
    expect(status).toBe(404)
  }
  await refused(first)
  await refused(second.replace(/.(?=\.ics$)/, (letter) => (letter === 'A' ? 'B' : 'A')))
  expect((await read(second)).events).toHaveLength(1)

  await hub.inside((tx) =>
    tx.updateTable('adviser').set({ is_active: false }).where('id', '=', hub.advisers.skills_broker).execute(),
  )
  await refused(second)
  await hub.inside((tx) =>
    tx.updateTable('adviser').set({ is_active: true }).where('id', '=', hub.advisers.skills_broker).execute(),
  )
  await hub.as('skills_broker').calendar.endFeed(sent())
  await refused(second)
})

test('the settings say whether one’s own diary can be read by a link, and say nothing of another’s', async () => {
  const hub = await aHub({ now: new Date() })
  const feedOf = async (who: 'skills_broker' | 'manager') =>
    (await hub.as(who).calendar.settings({ adviser_id: hub.advisers.skills_broker })).feed
  expect(await feedOf('skills_broker')).toBeNull()

  await hub.as('skills_broker').calendar.makeFeed(sent())
  expect((await feedOf('skills_broker'))?.expires_at.getTime()).toBeGreaterThan(Date.now() + 399 * DAY)
  expect(await feedOf('manager')).toBeNull()

  await hub.as('skills_broker').calendar.endFeed(sent())
  expect(await feedOf('skills_broker')).toBeNull()
})
