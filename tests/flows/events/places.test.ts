import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aPlace, anEvent, move, namesOn, pageOf, sent, untilTheServerHasTime } from '../../given/events.ts'
import { refusalOf } from '../../given/forms.ts'
import { type Made, type TestHub, aHub } from '../../given/hub.ts'

const people = (hub: TestHub, names: readonly string[]) =>
  Promise.all(names.map((family_name) => hub.aPerson({ given_name: 'Guest', family_name })))

const cancel = (hub: TestHub, attendance_id: string) =>
  hub.as('adviser').events.cancelPlace({ ...sent(), attendance_id })

test('whoever asks when the places are gone waits, in the order of asking', async () => {
  const hub = await aHub()
  const event = await anEvent(hub, { capacity: 2 })
  const statuses: string[] = []
  for (const person of await people(hub, ['D', 'C', 'B', 'A'])) statuses.push((await aPlace(hub, event, person)).status)

  expect(statuses).toEqual(['booked', 'booked', 'waitlist', 'waitlist'])
  expect(await namesOn(hub, event, 'waiting')).toEqual(['Guest B', 'Guest A'])
  expect(await pageOf(hub, event)).toMatchObject({ stage: 'full', counts: { booked: 2, waiting: 2 } })
})

test('a place given up goes at once to the first who waits; who comes back stands last', async () => {
  const hub = await aHub()
  const event = await anEvent(hub, { capacity: 1 })
  const [first, second, third] = await people(hub, ['First', 'Second', 'Third'])
  const place = await aPlace(hub, event, first as Made)
  await aPlace(hub, event, second as Made)
  await aPlace(hub, event, third as Made)

  expect(await cancel(hub, place.id)).toEqual({ moved_up: 1 })
  expect(await namesOn(hub, event, 'booked')).toEqual(['Guest Second'])

  const again = await hub.as('adviser').events.takePlaceAgain({ ...sent(), attendance_id: place.id })
  expect(again).toEqual({ status: 'waitlist' })
  expect(await namesOn(hub, event, 'waiting')).toEqual(['Guest Third', 'Guest First'])
})

test('more places go to those who wait, and none beyond', async () => {
  const hub = await aHub()
  const event = await anEvent(hub, { capacity: 1 })
  for (const person of await people(hub, ['1', '2', '3', '4'])) await aPlace(hub, event, person)
  const { version } = (await pageOf(hub, event)).event

  const { moved_up } = await hub.as('adviser').events.change({ ...sent(), id: event.id, version, capacity: 3 })

  expect(moved_up).toBe(2)
  expect(await namesOn(hub, event, 'waiting')).toEqual(['Guest 4'])
})

test('an invitation takes no place until it is taken up', async () => {
  const hub = await aHub()
  const event = await anEvent(hub, { capacity: 1 })
  const [asked, quick] = await people(hub, ['Asked', 'Quick'])
  const form = { ...sent(), id: randomUUID(), event_id: event.id, person_id: (asked as Made).id, only_invite: true }
  const { status } = await hub.as('adviser').events.bookPlace(form)
  expect(status).toBe('invited')
  expect((await aPlace(hub, event, quick as Made)).status).toBe('booked')

  const taken = await hub.as('adviser').events.takePlaceAgain({ ...sent(), attendance_id: form.id })

  expect(taken).toEqual({ status: 'waitlist' })
})

test('a person has one place at an event, also where two records of them are one', async () => {
  const hub = await aHub()
  const event = await anEvent(hub)
  const nadia = await hub.aPerson()
  const double = await hub.aPerson({ merged_into_id: nadia.id })
  await aPlace(hub, event, nadia)

  for (const person of [nadia, double])
    expect(await refusalOf(aPlace(hub, event, person))).toMatchObject({
      code: 'already_exists',
      field: 'person_id',
      sentence: 'Nadia Patel is on the list already: booked',
    })
  expect((await pageOf(hub, event)).counts.booked).toBe(1)
})

test('two colleagues who book the same person at once book them once', async () => {
  const hub = await aHub()
  const event = await anEvent(hub)
  const nadia = await hub.aPerson()

  const tries = await Promise.allSettled([1, 2, 3, 4].map(() => aPlace(hub, event, nadia)))

  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await namesOn(hub, event, 'booked')).toEqual(['Nadia Patel'])
})

test('a hundred who ask at once for forty places get forty, and the others wait in order', async () => {
  const hub = await aHub()
  const event = await anEvent(hub, { capacity: 40 })
  const guests = await people(
    hub,
    Array.from({ length: 100 }, (_, at) => `N${at}`),
  )

  const given = await Promise.all(guests.map((person) => untilTheServerHasTime(() => aPlace(hub, event, person))))

  expect(given.filter(({ status }) => status === 'booked')).toHaveLength(40)
  const rows = await hub.inside((tx) =>
    tx
      .selectFrom('attendance')
      .select(['id', 'status', 'booking_no'])
      .where('event_id', '=', event.id)
      .orderBy('booking_no')
      .execute(),
  )
  expect(rows.map(({ booking_no }) => booking_no)).toEqual(guests.map((_, at) => at + 1))
  expect(rows.map(({ status }) => status)).toEqual([
    ...Array.from({ length: 40 }, () => 'booked'),
    ...Array.from({ length: 60 }, () => 'waitlist'),
  ])

  // Ten leave at once while ten more ask: the first ten who waited are in, nobody passes them.
  const leaving = rows.slice(0, 10)
  const late = await people(
    hub,
    Array.from({ length: 10 }, (_, at) => `Late${at}`),
  )
  const [, asked] = await Promise.all([
    Promise.all(leaving.map(({ id }) => untilTheServerHasTime(() => cancel(hub, id)))),
    Promise.all(late.map((person) => untilTheServerHasTime(() => aPlace(hub, event, person)))),
  ])
  expect(asked.every(({ status }) => status === 'waitlist')).toBe(true)
  const booked = await hub.inside((tx) =>
    tx
      .selectFrom('attendance')
      .select('booking_no')
      .where('event_id', '=', event.id)
      .where('status', '=', 'booked')
      .orderBy('booking_no')
      .execute(),
  )
  expect(booked.map(({ booking_no }) => booking_no)).toEqual(Array.from({ length: 40 }, (_, at) => at + 11))
}, 120_000)

test('the database itself refuses a booking that finds no place', async () => {
  const hub = await aHub()
  const event = await anEvent(hub, { capacity: 1 })
  await aPlace(hub, event, await hub.aPerson())

  const beside = hub.inside((tx) =>
    tx
      .insertInto('attendance')
      .values({ hub_id: hub.hub_id, reference: 'AT-x', event_id: event.id, status: 'booked', booking_no: 2 })
      .execute(),
  )

  await expect(beside).rejects.toMatchObject({ constraint: 'event_has_a_place_left' })
})

test.each([
  ['cancel', /cancelled/],
  ['deliver', /check-in list/],
] as const)('after "%s" nobody is booked any more', async (done, sentence) => {
  const hub = await aHub()
  const event = await anEvent(hub)
  await move(hub, event, done)

  expect(await refusalOf(aPlace(hub, event, await hub.aPerson()))).toMatchObject({
    code: 'invalid',
    field: 'event_id',
    sentence: expect.stringMatching(sentence) as string,
  })
})

test('a place that was given up cannot be given up again, and that of another hub not at all', async () => {
  const hub = await aHub()
  const other = await aHub({ database: hub.database })
  const event = await anEvent(hub)
  const place = await aPlace(hub, event, await hub.aPerson())

  expect(await refusalOf(cancel(other, place.id))).toMatchObject({ code: 'not_found' })
  await cancel(hub, place.id)
  expect(await refusalOf(cancel(hub, place.id))).toMatchObject({ code: 'invalid', field: 'attendance_id' })
})

test('somebody of another hub cannot be booked', async () => {
  const hub = await aHub()
  const other = await aHub({ database: hub.database })
  const event = await anEvent(hub)

  expect(await refusalOf(aPlace(hub, event, await other.aPerson()))).toMatchObject({ field: 'client' })
  expect((await pageOf(hub, event)).counts.booked).toBe(0)
})
