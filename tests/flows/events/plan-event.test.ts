import { expect, test } from 'vitest'
import { aPlace, anEvent, anEventForm, move, namesOn, pageOf, sent, tick } from '../../given/events.ts'
import { countOf, refusalOf } from '../../given/forms.ts'
import { aHub } from '../../given/hub.ts'

test('an event is planned as a draft, published, delivered, and each of these is taken back', async () => {
  const hub = await aHub()
  const event = await anEvent(hub, { draft: true })
  expect(event.reference).toBe('EV-2122-00001')
  expect(await pageOf(hub, event)).toMatchObject({ stage: 'draft', moves: ['publish', 'cancel'], public_address: null })

  const { version } = await hub.as('adviser').events.move({ ...sent(), id: event.id, version: 1, move: 'publish' })

  const published = await pageOf(hub, event)
  expect(published).toMatchObject({ stage: 'open', year: '2021-22', event: { version, booking: 'open' } })
  expect(published.public_address).toMatch(/^http:\/\/localhost:3000\/e\/[\w-]{43}$/)
  await move(hub, event, 'deliver')
  expect(await pageOf(hub, event)).toMatchObject({ stage: 'delivered', moves: ['reopen'] })
  await move(hub, event, 'reopen')
  await move(hub, event, 'cancel')
  await move(hub, event, 'reinstate')
  expect(await pageOf(hub, event)).toMatchObject({ stage: 'closed', public_address: published.public_address })
})

test.each([
  ['without a title', { title: ' ' }, 'title', /title/],
  ['without a real day', { held_on: '2022-02-30' }, 'held_on', /day/],
  ['that ends before it starts', { starts_at: '12:00', ends_at: '09:00' }, 'ends_at', /after the start/],
  ['at half past twenty-five', { starts_at: '25:30' }, 'starts_at', /09:30/],
  ['with no places', { capacity: 0 }, 'capacity', /places/],
  ['of a week without sleep', { minutes: 10_000 }, 'minutes', /2,400/],
  ['with a link that is none', { online_link: 'javascript:alert(1)' }, 'online_link', /https/],
])('an event %s is refused', async (_, facts, field, sentence) => {
  const hub = await aHub()

  const refusal = await refusalOf(hub.as('adviser').events.create(anEventForm(facts)))

  expect(refusal).toMatchObject({ code: 'invalid', field, sentence: expect.stringMatching(sentence) as string })
  expect((await hub.as('adviser').events.list({})).rows).toEqual([])
})

test.each([
  ['over already', { held_on: '2022-03-30' }, 'held_on'],
  ['without a start', { starts_at: '' }, 'starts_at'],
  ['nowhere', { place: '' }, 'place'],
])('an event that is %s cannot be published', async (_, facts, field) => {
  const hub = await aHub()
  const event = await anEvent(hub, { draft: true, ...facts })

  const refusal = await refusalOf(
    hub.as('adviser').events.move({ ...sent(), id: event.id, version: 1, move: 'publish' }),
  )

  expect(refusal).toMatchObject({ code: 'invalid', field })
  expect(await pageOf(hub, event)).toMatchObject({ stage: 'draft', public_address: null })
})

test('a move that does not fit is refused, and a stale one is told who changed what', async () => {
  const hub = await aHub()
  const event = await anEvent(hub)
  const stale = await refusalOf(
    hub.as('manager').events.change({ ...sent(), id: event.id, version: 1, title: 'Another' }),
  )
  expect(stale).toMatchObject({ code: 'stale', sentence: expect.stringContaining('adviser of') as string })

  const { event: now } = await pageOf(hub, event)
  const refusal = await refusalOf(
    hub.as('adviser').events.move({ ...sent(), id: event.id, version: now.version, move: 'publish' }),
  )
  expect(refusal).toMatchObject({
    code: 'invalid',
    field: 'move',
    sentence: 'Only a draft can be published: it is open for booking',
  })
})

test('nobody is late before the day: an event to come is not delivered', async () => {
  const hub = await aHub()
  const event = await anEvent(hub, { held_on: '2022-04-01' })

  expect(await refusalOf(move(hub, event, 'deliver'))).toMatchObject({ code: 'invalid', field: 'held_on' })
})

test('whoever had a place and was not ticked is set down as absent when the event is delivered', async () => {
  const hub = await aHub()
  const event = await anEvent(hub)
  const [nadia, sam] = [await hub.aPerson(), await hub.aPerson({ given_name: 'Sam', family_name: 'Reed' })]
  const place = await aPlace(hub, event, nadia)
  await aPlace(hub, event, sam)
  await tick(hub, event, [place])

  await move(hub, event, 'deliver')

  expect(await namesOn(hub, event, 'came')).toEqual(['Nadia Patel'])
  expect(await namesOn(hub, event, 'absent')).toEqual(['Sam Reed'])
})

test('an event to which people came is not cancelled, nor moved into the future', async () => {
  const hub = await aHub()
  const event = await anEvent(hub)
  await tick(hub, event, [await aPlace(hub, event, await hub.aPerson())])
  const { version } = (await pageOf(hub, event)).event

  expect(await refusalOf(move(hub, event, 'cancel'))).toMatchObject({ code: 'invalid', field: 'move' })
  expect(
    await refusalOf(hub.as('adviser').events.change({ ...sent(), id: event.id, version, held_on: '2022-04-02' })),
  ).toMatchObject({ code: 'invalid', field: 'held_on' })
})

test('an event that is announced stays fit to be announced, and holds those who are booked', async () => {
  const hub = await aHub()
  const event = await anEvent(hub, { capacity: 2 })
  await aPlace(hub, event, await hub.aPerson())
  await aPlace(hub, event, await hub.aPerson())
  const { version } = (await pageOf(hub, event)).event
  const change = (facts: object) => hub.as('adviser').events.change({ ...sent(), id: event.id, version, ...facts })
  const before = await countOf(hub, 'history')

  expect(await refusalOf(change({ place: '' }))).toMatchObject({ code: 'invalid', field: 'place' })
  expect(await refusalOf(change({ capacity: 1 }))).toMatchObject({ code: 'invalid', field: 'capacity' })
  expect(await refusalOf(change({ ends_at: '09:00' }))).toMatchObject({ code: 'invalid', field: 'ends_at' })
  expect(await countOf(hub, 'history')).toBe(before)
})

test('a sheet that was signed makes who came documented; what was verified stays', async () => {
  const hub = await aHub()
  const event = await anEvent(hub)
  const places = [await aPlace(hub, event, await hub.aPerson()), await aPlace(hub, event, await hub.aPerson())]
  await tick(hub, event, places)
  await hub.inside((tx) =>
    tx
      .updateTable('attendance')
      .set({ evidence_level: 'verified' })
      .where('id', '=', places[1]?.id ?? '')
      .execute(),
  )
  const levels = async () =>
    (await hub.as('adviser').events.guests({ event_id: event.id, list: 'came' })).rows
      .map(({ evidence_level }) => evidence_level)
      .toSorted()
  expect(await levels()).toEqual(['self_declared', 'verified'])

  const { version } = (await pageOf(hub, event)).event
  await hub.as('adviser').events.change({ ...sent(), id: event.id, version, sheet_kept: true })

  expect(await levels()).toEqual(['documented', 'verified'])
})

test('another hub neither sees nor changes the event', async () => {
  const hub = await aHub()
  const other = await aHub({ database: hub.database })
  const event = await anEvent(hub)

  expect((await other.as('admin').events.list({})).rows).toEqual([])
  expect(await refusalOf(pageOf(other, event))).toMatchObject({ code: 'not_found' })
  expect(
    await refusalOf(other.as('admin').events.move({ ...sent(), id: event.id, version: 2, move: 'cancel' })),
  ).toMatchObject({ code: 'not_found' })
})
