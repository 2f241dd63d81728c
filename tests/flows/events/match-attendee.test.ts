import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aPlace, aRegistration, anEvent, namesOn, pageOf, sent, tick } from '../../given/events.ts'
import { countOf, refusalOf } from '../../given/forms.ts'
import { type Made, type TestHub, aHub } from '../../given/hub.ts'
import { theFigures } from '../../given/records.ts'

const queueOf = async (hub: TestHub, event: Made) =>
  (await hub.as('adviser').events.matchQueue({ event_id: event.id })).rows

const match = (hub: TestHub, attendance_id: string, facts: object) =>
  hub
    .as('adviser')
    .events.matchAttendee({ ...sent(), attendance_id, person: { id: randomUUID() }, business: null, ...facts })

test('the queue shows whom somebody may be, similar names first with the reason, and never decides', async () => {
  const hub = await aHub()
  const event = await anEvent(hub)
  const bakery = await hub.aBusiness({ name: 'Amberwood Bakery Ltd' })
  const nadia = await hub.aPerson({ given_name: 'Nadia', family_name: 'Patel', email: 'nadia@amberwood.example' })
  await hub.as('adviser').people.link({ ...sent(), id: randomUUID(), person_id: nadia.id, business_id: bakery.id })
  await hub.aPerson({ given_name: 'Nadia', family_name: 'Patell' })
  await hub.aPerson({ given_name: 'Oscar', family_name: 'Wild' })
  await aRegistration(hub, event, { email: 'nadia@amberwood.example', business_name: 'Amberwood Bakery' })

  const [one, ...others] = await queueOf(hub, event)

  expect(others).toEqual([])
  expect(one?.people.map(({ name, verdict }) => [name, verdict])[0]).toEqual(['Nadia Patel', 'same'])
  expect(one?.people[0]).toMatchObject({
    reason: expect.stringContaining('e-mail') as string,
    workplaces: [{ name: 'Amberwood Bakery Ltd' }],
  })
  expect(one?.people.map(({ name }) => name)).not.toContain('Oscar Wild')
  expect(one?.businesses[0]).toMatchObject({ name: 'Amberwood Bakery Ltd' })
  expect(one?.person).toBeNull()
})

test('somebody is linked with whom the hub knows, and their business counts', async () => {
  const hub = await aHub()
  const event = await anEvent(hub)
  const [business, person] = [await hub.aBusiness(), await hub.aPerson()]
  const { id } = await aRegistration(hub, event, {}, 'attended')
  expect((await theFigures(hub, '2021-22'))['local.event_businesses']).toBe('0')

  await match(hub, id, { person: { id: person.id }, business: { id: business.id } })

  expect((await theFigures(hub, '2021-22'))['local.event_businesses']).toBe('1')
  expect(await queueOf(hub, event)).toEqual([])
  const page = await hub.as('adviser').people.page({ reference: person.reference })
  expect(page.roles.map(({ business: { name } }) => name)).toEqual(['Amberwood Bakery Ltd'])
})

test('a person and a business that the hub has not met are added in the same go', async () => {
  const hub = await aHub()
  const event = await anEvent(hub)
  const similar = await hub.aPerson({ given_name: 'Jo', family_name: 'Marsh' })
  const { id } = await aRegistration(hub, event, {
    given_name: 'Jo',
    family_name: 'Marsh',
    business_name: 'Marsh Pottery',
  })

  const { person_id, business_id } = await match(hub, id, {
    person: { given_name: 'Jo', family_name: 'Marsh', email: 'jo@marsh.example', although_similar_to: [similar.id] },
    business: { name: 'Marsh Pottery', legal_form: 'sole_trader' },
  })

  expect(await namesOn(hub, event, 'booked')).toEqual(['Jo Marsh'])
  const [row] = (await hub.as('adviser').events.guests({ event_id: event.id, list: 'booked' })).rows
  expect(row).toMatchObject({ person: { name: 'Jo Marsh' }, business: { name: 'Marsh Pottery' }, to_match: false })
  const role = await hub.inside((tx) => tx.selectFrom('business_role').selectAll().executeTakeFirstOrThrow())
  expect(role).toMatchObject({ person_id, business_id })
})

test.each([
  ['a person of nowhere', { person: { id: randomUUID() } }, 'client'],
  ['nobody', { person: { given_name: '', family_name: 'Marsh' } }, 'person'],
  [
    'a business of no form',
    { person: { given_name: 'Jo', family_name: 'Marsh' }, business: { name: 'Marsh' } },
    'business',
  ],
])('matching with %s is refused and leaves nothing behind', async (_, facts, field) => {
  const hub = await aHub()
  const event = await anEvent(hub)
  const { id } = await aRegistration(hub, event)

  const refusal = await refusalOf(match(hub, id, facts))

  expect(refusal.code).toBe('invalid')
  expect(refusal.field?.split('.')[0]).toBe(field)
  expect([await countOf(hub, 'person'), await countOf(hub, 'business')]).toEqual([0, 0])
  expect((await pageOf(hub, event)).counts.to_match).toBe(1)
})

test('who has a place already is told of, and the two become one where a person says so', async () => {
  const hub = await aHub()
  const event = await anEvent(hub)
  const [nadia, business] = [await hub.aPerson(), await hub.aBusiness()]
  const first = await aPlace(hub, event, nadia)
  const second = await aRegistration(hub, event, {}, 'attended')
  const asked = { person: { id: nadia.id }, business: { id: business.id } }

  expect(await refusalOf(match(hub, second.id, asked))).toMatchObject({
    code: 'already_exists',
    field: 'person',
    sentence: expect.stringContaining('Nadia Patel is on the list already (booked)') as string,
  })
  const made = await match(hub, second.id, { ...asked, put_together: true })

  expect(made.attendance_id).toBe(first.id)
  expect((await pageOf(hub, event)).counts).toMatchObject({ came: 1, booked: 0, to_match: 0 })
  expect((await theFigures(hub, '2021-22'))['local.event_businesses']).toBe('1')

  // A phone without a signal may still speak of the place that is gone.
  await tick(hub, event, [second], { came: false, at: '2022-03-31T10:59:00Z' })
  expect((await pageOf(hub, event)).counts.came).toBe(0)
})

test('a wrong match is put right by matching again', async () => {
  const hub = await aHub()
  const event = await anEvent(hub)
  const [wrong, right] = [await hub.aPerson(), await hub.aPerson({ given_name: 'Sam', family_name: 'Reed' })]
  const { id } = await aRegistration(hub, event)
  await match(hub, id, { person: { id: wrong.id } })

  await match(hub, id, { person: { id: right.id } })

  expect(await namesOn(hub, event, 'booked')).toEqual(['Sam Reed'])
})

test('another hub’s queue is empty, and its people are not to be had', async () => {
  const hub = await aHub()
  const other = await aHub({ database: hub.database })
  const event = await anEvent(hub)
  const { id } = await aRegistration(hub, event)

  expect(await queueOf(other, event)).toEqual([])
  expect(await refusalOf(match(other, id, {}))).toMatchObject({ code: 'not_found' })
  expect(await refusalOf(match(hub, id, { person: { id: (await other.aPerson()).id } }))).toMatchObject({
    field: 'client',
  })
})
