import { expect, test } from 'vitest'
import { aPlace, anEvent, move, namesOn, pageOf, tick, walkIn } from '../../given/events.ts'
import { refusalOf } from '../../given/forms.ts'
import { aHub } from '../../given/hub.ts'
import { aRecord, theFigures, theUnits } from '../../given/records.ts'

const YEAR = '2021-22'
const KEY = 'local.event_businesses'

test('an event of forty: all came but three, and one who had not booked', async () => {
  const hub = await aHub()
  const event = await anEvent(hub, { capacity: 40 })
  const places: { id: string; business: string }[] = []
  for (let at = 0; at < 40; at++) {
    const business = await hub.aBusiness({ name: `Firm ${at}` })
    const { id } = await aPlace(hub, event, await hub.aPerson({ family_name: `Guest${at}` }), business)
    places.push({ id, business: business.reference })
  }
  const before = await theFigures(hub, YEAR)
  expect(before[KEY]).toBe('0')

  await tick(hub, event, places.slice(3))
  await walkIn(hub, event, 'Jo Marsh', { business_name: 'Marsh Pottery' })
  await move(hub, event, 'deliver')

  expect((await pageOf(hub, event)).counts).toMatchObject({ booked: 0, came: 38, absent: 3, to_match: 1 })
  expect((await theFigures(hub, YEAR))[KEY]).toBe('37')
  expect(await theUnits(hub, YEAR, KEY)).toEqual(
    places
      .slice(3)
      .map(({ business }) => business)
      .toSorted(),
  )
})

test('the hours of an event are credited once to a business, however many of its people came', async () => {
  const hub = await aHub()
  const event = await anEvent(hub, { minutes: 180 })
  const business = await hub.aBusiness()
  const places = [
    await aPlace(hub, event, await hub.aPerson(), business),
    await aPlace(hub, event, await hub.aPerson(), business),
  ]
  await tick(hub, event, places)

  const figures = await theFigures(hub, YEAR)
  expect(figures).toMatchObject({ [KEY]: '1', 'gh.light': '0', 'gh.medium': '1', 'lep.businesses_supported': '1' })
  const { reach } = await pageOf(hub, event)
  expect(reach.map(({ key, units }) => [key, units])).toEqual([
    ['lep.businesses_supported', 1],
    ['lep.individuals_helped_to_start', 0],
    ['gh.individuals_start', 0],
    [KEY, 1],
  ])
})

test('what an event brings in opens to the list of exactly those', async () => {
  const hub = await aHub()
  const [one, other] = [await anEvent(hub), await anEvent(hub)]
  const [here, there] = [await hub.aBusiness({ name: 'Here Ltd' }), await hub.aBusiness({ name: 'There Ltd' })]
  await tick(hub, one, [await aPlace(hub, one, await hub.aPerson(), here)])
  await tick(hub, other, [await aPlace(hub, other, await hub.aPerson(), there)])
  const advised = { kind: 'advice_session', channel: 'telephone', minutes: 60, occurred_on: '2021-06-14' } as const
  await aRecord(hub, 'interaction', { ...advised, business_id: there.id })

  const list = await hub.as('adviser').indicators.units({ key: KEY, year: YEAR, event: one.reference })

  expect(list).toMatchObject({ total: 1, event: { reference: one.reference }, rows: [{ name: 'Here Ltd' }] })
  const headline = { key: 'lep.businesses_supported', year: YEAR, event: one.reference }
  expect(await hub.as('adviser').indicators.units(headline)).toMatchObject({ total: 1, rows: [{ name: 'Here Ltd' }] })
  expect(await refusalOf(hub.as('adviser').indicators.units({ key: KEY, year: YEAR, event: 'EV-none' }))).toMatchObject(
    { code: 'not_found' },
  )
})

test('a tick and its undo leave the figures as they were', async () => {
  const hub = await aHub()
  const event = await anEvent(hub)
  const place = await aPlace(hub, event, await hub.aPerson(), await hub.aBusiness())
  await tick(hub, event, [place], { at: '2022-03-31T10:00:00Z' })
  expect((await theFigures(hub, YEAR))[KEY]).toBe('1')

  await tick(hub, event, [place], { came: false, at: '2022-03-31T10:01:00Z' })

  expect((await theFigures(hub, YEAR))[KEY]).toBe('0')
  expect(await namesOn(hub, event, 'booked')).toEqual(['Nadia Patel'])
})

test('two phones at the door come to the same list, in whichever order their words arrive', async () => {
  const hub = await aHub()
  const event = await anEvent(hub)
  const [a, b] = [await aPlace(hub, event, await hub.aPerson()), await aPlace(hub, event, await hub.aPerson())]

  // The second phone had a signal; the first one had none and sends later what was said earlier.
  await tick(hub, event, [a, b], { at: '2022-03-31T10:00:00Z' })
  await tick(hub, event, [a], { came: false, at: '2022-03-31T10:05:00Z' })
  await tick(hub, event, [a], { came: true, at: '2022-03-31T10:03:00Z' })

  expect((await pageOf(hub, event)).counts).toMatchObject({ came: 1, booked: 1 })
})

test('two who tick at the same moment both count, and nothing is lost', async () => {
  const hub = await aHub()
  const event = await anEvent(hub)
  const places = await Promise.all(Array.from({ length: 10 }, async () => aPlace(hub, event, await hub.aPerson())))

  await Promise.all([
    tick(hub, event, places.slice(0, 7)),
    tick(hub, event, places.slice(3).toReversed()),
    walkIn(hub, event, 'Jo Marsh'),
  ])

  expect((await pageOf(hub, event)).counts).toMatchObject({ came: 11, booked: 0 })
})

test('somebody who was waiting or had given up their place may come all the same', async () => {
  const hub = await aHub()
  const event = await anEvent(hub, { capacity: 1 })
  await aPlace(hub, event, await hub.aPerson())
  const waiting = await aPlace(hub, event, await hub.aPerson({ given_name: 'Wanda' }))

  await tick(hub, event, [waiting])
  expect(await namesOn(hub, event, 'came')).toEqual(['Wanda Patel'])
  await tick(hub, event, [waiting], { came: false, at: '2022-03-31T10:01:00Z' })
  expect(await namesOn(hub, event, 'waiting')).toEqual(['Wanda Patel'])
})

test('a walk-in needs a name only, also when the event is full, and is taken back by a tick', async () => {
  const hub = await aHub()
  const event = await anEvent(hub, { capacity: 1 })
  await aPlace(hub, event, await hub.aPerson())

  const made = await walkIn(hub, event, 'Jo Marsh', { business_name: 'Marsh Pottery' })

  const { guests } = await hub.as('adviser').events.checkInList({ reference: event.reference })
  expect(
    guests.map(({ name, business_name, status, is_walk_in }) => [name, business_name, status, is_walk_in]),
  ).toEqual([
    ['Jo Marsh', 'Marsh Pottery', 'attended', true],
    ['Nadia Patel', null, 'booked', false],
  ])
  expect(await refusalOf(walkIn(hub, event, '  '))).toMatchObject({ code: 'invalid', field: 'name' })
  await tick(hub, event, [made], { came: false, at: '2022-03-31T10:10:00Z' })
  expect(await namesOn(hub, event, 'cancelled')).toEqual(['Jo Marsh'])
})

test('a walk-in who is on record and on the list is ticked, not written down twice', async () => {
  const hub = await aHub()
  const event = await anEvent(hub)
  const nadia = await hub.aPerson()
  const place = await aPlace(hub, event, nadia)

  const first = await walkIn(hub, event, 'Nadia Patel', { person_id: nadia.id })
  const sam = await hub.aPerson({ given_name: 'Sam', family_name: 'Reed' })
  const [one, two] = await Promise.all([
    walkIn(hub, event, 'Sam Reed', { person_id: sam.id }),
    walkIn(hub, event, 'Sam Reed', { person_id: sam.id }),
  ])

  expect(first.id).toBe(place.id)
  expect(one.id).toBe(two.id)
  expect(await namesOn(hub, event, 'came')).toEqual(['Nadia Patel', 'Sam Reed'])
})

test.each([
  ['before its day', { held_on: '2022-04-01' }, undefined, 'held_on'],
  ['that is cancelled', {}, 'cancel', 'event_id'],
] as const)('nobody is ticked at an event %s', async (_, facts, done, field) => {
  const hub = await aHub()
  const event = await anEvent(hub, facts)
  const place = await aPlace(hub, event, await hub.aPerson())
  if (done) await move(hub, event, done)

  expect(await refusalOf(tick(hub, event, [place]))).toMatchObject({ code: 'invalid', field })
  expect(await refusalOf(walkIn(hub, event, 'Jo Marsh'))).toMatchObject({ code: 'invalid', field })
})

test('a place of another event, or of another hub, is not ticked, and nothing beside it either', async () => {
  const hub = await aHub()
  const other = await aHub({ database: hub.database })
  const [event, another] = [await anEvent(hub), await anEvent(hub)]
  const mine = await aPlace(hub, event, await hub.aPerson())
  const elsewhere = await aPlace(hub, another, await hub.aPerson())

  expect(await refusalOf(tick(hub, event, [mine, elsewhere]))).toMatchObject({ code: 'not_found' })
  expect(await refusalOf(tick(other, event, [mine]))).toMatchObject({ code: 'not_found' })
  expect((await pageOf(hub, event)).counts.came).toBe(0)
})

test('after the event is delivered a slip is put right: absent, and not booked', async () => {
  const hub = await aHub()
  const event = await anEvent(hub)
  const place = await aPlace(hub, event, await hub.aPerson())
  await tick(hub, event, [place])
  await move(hub, event, 'deliver')

  await tick(hub, event, [place], { came: false, at: '2022-03-31T10:30:00Z' })
  expect(await namesOn(hub, event, 'absent')).toEqual(['Nadia Patel'])
  await tick(hub, event, [place], { at: '2022-03-31T10:31:00Z' })
  expect(await namesOn(hub, event, 'came')).toEqual(['Nadia Patel'])
})
