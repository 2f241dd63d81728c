import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { WEDNESDAY_NOON, aBooking, aBookingForm, aRoom, anOffer, theReview } from '../../given/bookings.ts'
import { countOf, refusalOf } from '../../given/forms.ts'
import { aHub } from '../../given/hub.ts'
import { aRecord, theFigures } from '../../given/records.ts'

const now = WEDNESDAY_NOON

test('an accepted review is booked: a broker, a time, a place, and who comes', async () => {
  const hub = await aHub({ now })
  const business = await hub.aBusiness({ email: 'office@bakery.example', phone: '01785 000111' })
  const person = await hub.aPerson({ email: 'nadia@bakery.example' })
  await aRecord(hub, 'business_role', {
    hub_id: hub.hub_id,
    business_id: business.id,
    person_id: person.id,
    is_main: true,
  })
  const id = await anOffer(hub, business)

  const booked = await hub.as('skills_broker').calendar.book(aBookingForm(hub, { id }))

  expect(booked).toMatchObject({ id, version: 2 })
  expect(await theReview(hub, id)).toMatchObject({
    status: 'booked',
    offered_on: '2026-11-16',
    booked_on: '2026-11-25',
    broker_id: hub.advisers.skills_broker,
    slot_start: new Date('2026-12-02T10:00:00Z'),
    slot_end: new Date('2026-12-02T11:30:00Z'),
    place: 'their_site',
    attendee_name: 'Nadia Patel',
    attendee_email: 'nadia@bakery.example',
    attendee_phone: '01785 000111',
    invitation: 0,
  })
})

test('the form says who comes where that is somebody else', async () => {
  const hub = await aHub({ now })
  const id = await anOffer(hub, await hub.aBusiness({ email: 'office@bakery.example' }))

  await hub.as('skills_broker').calendar.book(aBookingForm(hub, { id, attendee_name: 'Sam Reed', attendee_email: '' }))

  expect(await theReview(hub, id)).toMatchObject({ attendee_name: 'Sam Reed', attendee_email: null })
})

describe('a broker cannot be in two places at once', () => {
  test.each([
    ['at the same time', '2026-12-02T10:00:00Z'],
    ['overlapping its start', '2026-12-02T09:00:00Z'],
    ['overlapping its end', '2026-12-02T11:00:00Z'],
  ])('%s', async (_, slot_start) => {
    const hub = await aHub({ now })
    await aBooking(hub)
    const id = await anOffer(hub, await hub.aBusiness())

    const refusal = await refusalOf(hub.as('skills_broker').calendar.book(aBookingForm(hub, { id, slot_start })))

    expect(refusal).toMatchObject({ code: 'invalid', field: 'slot_start' })
    expect(refusal.sentence).toMatch(
      /^skills_broker of .* has another skills review at that time: the nearest free times are Wed 2 Dec .*, Wed 2 Dec .* and Wed 2 Dec/,
    )
    expect(await theReview(hub, id)).toMatchObject({ status: 'accepted', version: 1 })
  })

  test('nor leave one visit and arrive at the next in the same minute, unless they know that they can', async () => {
    const hub = await aHub({ now })
    await aBooking(hub)
    const id = await anOffer(hub, await hub.aBusiness())
    const form = aBookingForm(hub, { id, slot_start: '2026-12-02T11:45:00Z' })

    expect((await refusalOf(hub.as('skills_broker').calendar.book(form))).sentence).toMatch(
      /^That leaves no time for the way to or from another visit: the nearest free times are/,
    )
    await hub.as('skills_broker').calendar.book({ ...form, request_id: randomUUID(), anyway: true })

    expect(await theReview(hub, id)).toMatchObject({ status: 'booked' })
  })

  test('but the next call may begin when the one before ends', async () => {
    const hub = await aHub({ now })
    await aBooking(hub, { place: 'telephone' })
    const id = await anOffer(hub, await hub.aBusiness())

    await hub
      .as('skills_broker')
      .calendar.book(aBookingForm(hub, { id, slot_start: '2026-12-02T11:30:00Z', place: 'video' }))

    expect(await theReview(hub, id)).toMatchObject({ status: 'booked' })
  })
})

test.each<[string, object, string, RegExp]>([
  ['in the past', { slot_start: '2026-11-25T09:00:00Z' }, 'slot_start', /^That time is past/],
  [
    'on a bank holiday',
    { slot_start: '2026-12-25T10:00:00Z' },
    'slot_start',
    /^That day is a bank holiday: the nearest/,
  ],
  ['on a Sunday', { slot_start: '2026-12-06T10:00:00Z' }, 'slot_start', /does not work at that time: the nearest/],
  ['years ahead', { slot_start: '2029-12-03T10:00:00Z' }, 'slot_start', /^That is more than two years ahead/],
  ['to a second', { slot_start: '2026-12-02T10:00:30Z' }, 'slot_start', /^Choose a time to the minute/],
  ['for five minutes', { minutes: 5 }, 'minutes', /^A review lasts at least 15 minutes/],
  ['in no room', { place: 'our_room' }, 'room_id', /^Choose the room/],
  ['in a room of nowhere', { place: 'our_room', room_id: randomUUID() }, 'room_id', /^That room is not open/],
  ['with nobody', { broker_id: randomUUID() }, 'broker_id', /^That person holds no reviews/],
  [
    'for somebody without a real address',
    { attendee_email: 'nadia at bakery' },
    'attendee_email',
    /^Enter an e-mail address/,
  ],
])('a review cannot be booked %s', async (_, facts, field, sentence) => {
  const hub = await aHub({ now })
  const id = await anOffer(hub, await hub.aBusiness())

  const refusal = await refusalOf(hub.as('skills_broker').calendar.book(aBookingForm(hub, { id, ...facts })))

  expect(refusal).toMatchObject({ code: 'invalid', field })
  expect(refusal.sentence).toMatch(sentence)
  expect(await theReview(hub, id)).toMatchObject({ status: 'accepted', version: 1, slot_start: null })
})

test('a broker who agrees to an evening books it knowingly, and an absence is not passed over', async () => {
  const hub = await aHub({ now })
  const adviser_id = hub.advisers.skills_broker
  await hub.as('skills_broker').calendar.addAbsence({
    request_id: randomUUID(),
    id: randomUUID(),
    adviser_id,
    kind: 'leave',
    from_on: '2026-12-03',
    to_on: '2026-12-03',
  })
  const id = await anOffer(hub, await hub.aBusiness())

  const away = aBookingForm(hub, { id, slot_start: '2026-12-03T10:00:00Z', anyway: true })
  expect((await refusalOf(hub.as('skills_broker').calendar.book(away))).sentence).toMatch(/is away at that time/)
  await hub
    .as('skills_broker')
    .calendar.book(aBookingForm(hub, { id, slot_start: '2026-12-02T18:00:00Z', anyway: true }))

  expect(await theReview(hub, id)).toMatchObject({ status: 'booked', slot_start: new Date('2026-12-02T18:00:00Z') })
})

describe('a room holds one review at a time', () => {
  test('the second is told which rooms are free then', async () => {
    const hub = await aHub({ now })
    const [room_id] = [await aRoom(hub), await aRoom(hub, 'Saggar Room')]
    await hub.inside((tx) =>
      tx.updateTable('adviser').set({ role: 'skills_broker' }).where('id', '=', hub.advisers.adviser).execute(),
    )
    await aBooking(hub, { place: 'our_room', room_id })
    const id = await anOffer(hub, await hub.aBusiness())
    const form = aBookingForm(hub, { id, place: 'our_room', room_id, broker_id: hub.advisers.adviser })

    expect(await refusalOf(hub.as('skills_broker').calendar.book(form))).toEqual({
      code: 'invalid',
      field: 'room_id',
      sentence: 'Kiln Room is taken at that time: free then: Saggar Room',
    })
  })

  test('the database says so too, wherever a booking comes from', async () => {
    const hub = await aHub({ now })
    const room_id = await aRoom(hub)
    const review = async (broker_id: string) =>
      hub.inside(async (tx) =>
        tx
          .insertInto('skills_review')
          .values({
            hub_id: hub.hub_id,
            reference: randomUUID(),
            business_id: (await hub.aBusiness()).id,
            offered_on: '2026-11-16',
            status: 'booked',
            broker_id,
            room_id,
            slot_start: '2026-12-02T10:00Z',
            slot_end: '2026-12-02T11:00Z',
          })
          .execute(),
      )
    await review(hub.advisers.skills_broker)

    await expect(review(hub.advisers.adviser)).rejects.toMatchObject({ constraint: 'one_review_in_a_room' })
  })
})

test('a declined review that changes its mind is booked, and one that was held is not', async () => {
  const hub = await aHub({ now })
  const [declined, held] = [
    await anOffer(hub, await hub.aBusiness(), { status: 'declined' }),
    await aRecord(hub, 'skills_review', {
      hub_id: hub.hub_id,
      business_id: (await hub.aBusiness()).id,
      offered_on: '2026-10-01',
      held_on: '2026-10-10',
      status: 'held',
    }),
  ]

  await hub.as('skills_broker').calendar.book(aBookingForm(hub, { id: declined }))
  const refusal = await refusalOf(
    hub.as('skills_broker').calendar.book(aBookingForm(hub, { id: held, slot_start: '2026-12-03T10:00:00Z' })),
  )

  expect(await theReview(hub, declined)).toMatchObject({ status: 'booked' })
  expect(refusal).toMatchObject({ code: 'invalid', field: 'status' })
})

test('a stale form is told what happened meanwhile', async () => {
  const hub = await aHub({ now })
  const id = await aBooking(hub)

  const refusal = await refusalOf(hub.as('manager').calendar.book(aBookingForm(hub, { id, version: 1 })))

  expect(refusal.code).toBe('stale')
  expect(refusal.sentence).toMatch(/^skills_broker of .* changed .*the status/)
})

test('a booking is one review offered, in the year in which it was offered, however often it is moved', async () => {
  const hub = await aHub({ now })
  const id = await aBooking(hub)
  const before = await theFigures(hub, '2026-27')

  await hub
    .as('skills_broker')
    .calendar.move({ ...aBookingForm(hub, { id, version: 2, slot_start: '2026-12-04T10:00:00Z' }) })
  await hub.as('skills_broker').calendar.cancel({ request_id: randomUUID(), id, version: 3 })

  expect(before['lep.skills_reviews_offered']).toBe('1')
  expect(await theFigures(hub, '2026-27')).toEqual(before)
})

test('another hub’s review, broker or room cannot be booked', async () => {
  const [hub, other] = [await aHub({ now }), await aHub({ now })]
  const theirs = await anOffer(other, await other.aBusiness())
  const id = await anOffer(hub, await hub.aBusiness())
  const book = hub.as('skills_broker').calendar.book

  expect((await refusalOf(book(aBookingForm(hub, { id: theirs })))).code).toBe('not_found')
  expect(await refusalOf(book(aBookingForm(hub, { id, broker_id: other.advisers.skills_broker })))).toMatchObject({
    field: 'broker_id',
  })
  expect(
    await refusalOf(book(aBookingForm(hub, { id, place: 'our_room', room_id: await aRoom(other) }))),
  ).toMatchObject({ field: 'room_id' })
  expect(await theReview(other, theirs)).toMatchObject({ status: 'accepted' })
  expect(await countOf(hub, 'history')).toBe(0)
})

test('a business that asks for a review is offered and booked in one, and counts as offered', async () => {
  const hub = await aHub({ now })
  const business = await hub.aBusiness()
  const id = randomUUID()

  await hub.as('adviser').calendar.book({ ...aBookingForm(hub, { id, business_id: business.id }), version: null })

  expect(await theReview(hub, id)).toMatchObject({
    reference: 'SR-2627-00001',
    status: 'booked',
    offered_on: '2026-11-25',
    offered_by_id: hub.advisers.adviser,
    broker_id: hub.advisers.skills_broker,
  })
  expect(await theFigures(hub, '2026-27')).toMatchObject({ 'lep.skills_reviews_offered': '1' })
})

test('a business with a review in hand is not offered another by booking', async () => {
  const hub = await aHub({ now })
  const business = await hub.aBusiness()
  await anOffer(hub, business)

  const again = { ...aBookingForm(hub, { id: randomUUID(), business_id: business.id }), version: null }

  expect((await refusalOf(hub.as('adviser').calendar.book(again))).code).toBe('already_exists')
  expect(await countOf(hub, 'skills_review')).toBe(1)
})
