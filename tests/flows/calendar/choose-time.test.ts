import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { makeLink } from '@hubline/api/by-link.ts'
import { callerOf, WEDNESDAY_NOON, aBookingForm, anOffer, theReview } from '../../given/bookings.ts'
import { refusalOf } from '../../given/forms.ts'
import { type TestHub, aHub } from '../../given/hub.ts'

/** Links run out by the database's own clock, so these tests stand in its time. */
const now = new Date()
const LATER = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const WHO = { attendee_name: 'Nadia Patel', attendee_email: 'nadia@bakery.example', attendee_phone: '01785 000111' }

async function aLink(hub: TestHub) {
  const business = await hub.aBusiness({ phone: '01785 999999' })
  const id = await anOffer(hub, business)
  await hub.inside((tx) =>
    tx
      .updateTable('skills_review')
      .set({ broker_id: hub.advisers.skills_broker, place: 'telephone' })
      .where('id', '=', id)
      .execute(),
  )
  const version = 2
  const token = await hub.inside((tx) => makeLink(tx, { purpose: 'book_review', record_id: id, until: LATER(60 * 24) }))
  const at = (moment = now) => callerOf(hub, moment).calendar
  // Not the earliest: at some hours of the day its notice would run out while a test moves on by half an hour.
  const far = (await at().offeredTimes({ token })).times.filter((start) => new Date(start) > LATER(60 * 48))
  const [first = '', second = ''] = far
  return { id, version, token, at, first, second, business }
}
const sent = (token: string) => ({ request_id: randomUUID(), token })

describe('a client without an account', () => {
  test('sees free times and nothing of anybody else', async () => {
    const hub = await aHub({ now })
    const { at, token } = await aLink(hub)

    const shown = await at().offeredTimes({ token })

    expect(shown.times.length).toBeGreaterThan(20)
    expect(shown).toMatchObject({ is_open: true, booking: null, held: null, minutes: 90 })
    expect(JSON.stringify(shown)).not.toMatch(/Amberwood|999999|@/)
  })

  test('holds a time, confirms it, moves it and gives it up, by the one link', async () => {
    const hub = await aHub({ now })
    const { id, at, token, first, second } = await aLink(hub)

    await at().holdTime({ ...sent(token), slot_start: first })
    await at().confirmTime({ ...sent(token), slot_start: first, ...WHO })
    expect(await theReview(hub, id)).toMatchObject({
      status: 'booked',
      slot_start: new Date(first),
      broker_id: hub.advisers.skills_broker,
      ...WHO,
    })
    await at().confirmTime({ ...sent(token), slot_start: second, ...WHO })
    expect(await theReview(hub, id)).toMatchObject({ slot_start: new Date(second), invitation: 1 })
    await at().giveUpTime(sent(token))

    expect(await theReview(hub, id)).toMatchObject({ status: 'cancelled', offered_on: '2026-11-16', invitation: 2 })
    expect(await at().offeredTimes({ token })).toMatchObject({ is_open: true, was_cancelled: true, booking: null })
  })

  test('sends the form twice and is booked once', async () => {
    const hub = await aHub({ now })
    const { id, at, token, first } = await aLink(hub)
    const form = { ...sent(token), slot_start: first, ...WHO }

    const [one, two] = await Promise.all([at().confirmTime(form), at().confirmTime(form)])

    expect(one).toEqual(two)
    expect(await theReview(hub, id)).toMatchObject({ invitation: 0 })
  })
})

describe('a held time', () => {
  test('is nobody else’s for ten minutes, and then it is', async () => {
    const hub = await aHub({ now })
    const [mine, theirs] = [await aLink(hub), await aLink(hub)]
    await mine.at().holdTime({ ...sent(mine.token), slot_start: mine.first })

    expect((await theirs.at().offeredTimes({ token: theirs.token })).times).not.toContain(mine.first)
    const early = theirs.at(LATER(9)).confirmTime({ ...sent(theirs.token), slot_start: mine.first, ...WHO })
    const refusal = await refusalOf(early)
    expect(refusal).toMatchObject({ code: 'invalid', field: 'slot_start' })
    expect(refusal.sentence).toMatch(/^That time is held for somebody else just now: the nearest free times are/)

    await theirs.at(LATER(11)).holdTime({ ...sent(theirs.token), slot_start: mine.first })
    expect(await refusalOf(mine.at(LATER(11)).holdTime({ ...sent(mine.token), slot_start: mine.first }))).toMatchObject(
      {
        field: 'slot_start',
      },
    )
  })

  test('is kept for ten minutes more as often as it is asked for', async () => {
    const hub = await aHub({ now })
    const { at, token, first } = await aLink(hub)
    for (const minute of [0, 9, 18, 27]) await at(LATER(minute)).holdTime({ ...sent(token), slot_start: first })

    expect((await at(LATER(36)).offeredTimes({ token })).held).toMatchObject({ held_until: LATER(37) })
  })

  test('is given back by choosing another, or by letting go', async () => {
    const hub = await aHub({ now })
    const [mine, theirs] = [await aLink(hub), await aLink(hub)]
    await mine.at().holdTime({ ...sent(mine.token), slot_start: mine.first })
    await mine.at().holdTime({ ...sent(mine.token), slot_start: mine.second })
    expect((await theirs.at().offeredTimes({ token: theirs.token })).times).toContain(mine.first)

    await mine.at().releaseTime(sent(mine.token))

    expect((await theirs.at().offeredTimes({ token: theirs.token })).times).toContain(mine.second)
  })

  test('keeps a broker from booking it for another client, and the database says so too', async () => {
    const hub = await aHub({ now })
    const { at, token, first } = await aLink(hub)
    await at().holdTime({ ...sent(token), slot_start: first })
    const id = await anOffer(hub, await hub.aBusiness())

    const form = aBookingForm(hub, { id, slot_start: first, place: 'telephone', anyway: true })
    expect((await refusalOf(hub.as('skills_broker').calendar.book(form))).sentence).toMatch(/^That time is held/)
    const behind = hub.inside((tx) =>
      tx
        .updateTable('skills_review')
        .set({
          status: 'booked',
          broker_id: hub.advisers.skills_broker,
          slot_start: first,
          slot_end: new Date(Date.parse(first) + 3_600_000),
        })
        .where('id', '=', id)
        .execute(),
    )
    await expect(behind).rejects.toMatchObject({ constraint: 'time_is_held' })
  })
})

test.each([
  ['attendee_name', { attendee_name: ' ' }],
  ['attendee_email', { attendee_email: 'nadia at bakery' }],
  ['slot_start', { slot_start: 'soon' }],
])('a time is not confirmed without a good %s', async (field, facts) => {
  const hub = await aHub({ now })
  const { id, at, token, first } = await aLink(hub)

  const refusal = await refusalOf(at().confirmTime({ ...sent(token), slot_start: first, ...WHO, ...facts }))

  expect(refusal).toMatchObject({ code: 'invalid', field })
  expect(await theReview(hub, id)).toMatchObject({ status: 'accepted' })
})

test('a time outside working hours, or in the next hours, cannot be had by whoever guesses it', async () => {
  const hub = await aHub({ now })
  const { at, token, first } = await aLink(hub)
  const night = new Date(Date.parse(first) - 7 * 3_600_000).toISOString()

  for (const slot_start of [night, LATER(30).toISOString()])
    expect(await refusalOf(at().confirmTime({ ...sent(token), slot_start, ...WHO }))).toMatchObject({
      field: 'slot_start',
    })
})

test('a link to a review that took place is closed, and one that has run out or was made up opens nothing', async () => {
  const hub = await aHub({ now })
  const { id, at, token, first } = await aLink(hub)
  await hub.inside((tx) =>
    tx.updateTable('skills_review').set({ status: 'held', held_on: '2026-11-20' }).where('id', '=', id).execute(),
  )

  expect(await at().offeredTimes({ token })).toMatchObject({ is_open: false, times: [] })
  expect((await refusalOf(at().confirmTime({ ...sent(token), slot_start: first, ...WHO }))).code).toBe('invalid')
  expect((await refusalOf(at().offeredTimes({ token: 'x'.repeat(43) }))).code).toBe('not_found')
  const old = await hub.inside((tx) => makeLink(tx, { purpose: 'book_review', record_id: id, until: LATER(-1) }))
  expect((await refusalOf(at().offeredTimes({ token: old }))).code).toBe('not_found')
})

test('a broker sends a client the link, and gets it once for passing it on', async () => {
  const hub = await aHub({ now: WEDNESDAY_NOON })
  const id = await anOffer(hub, await hub.aBusiness({ email: 'office@bakery.example' }))
  const form = { request_id: randomUUID(), id, version: 1, place: 'video' as const }

  const { link, told } = await hub.as('skills_broker').calendar.sendTimes(form)

  expect(link).toMatch(/^http:\/\/localhost:3000\/t\/[\w-]{43}$/)
  expect(told).toBe('office@bakery.example')
  expect(await theReview(hub, id)).toMatchObject({ place: 'video', attendee_email: 'office@bakery.example' })
  expect((await refusalOf(hub.as('skills_broker').calendar.sendTimes(form))).code).toBe('sent_before')
})
