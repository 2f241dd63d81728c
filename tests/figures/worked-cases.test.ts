import { expect, test } from 'vitest'
import { type TestHub, aHub } from '../given/hub.ts'
import { aRecord, theFigures, theUnits } from '../given/records.ts'

/** The worked cases of the trade about businesses and people, as sentences. */

const advice = { kind: 'advice_session', channel: 'telephone', minutes: 60 } as const

async function anEventAttended(
  hub: TestHub,
  held_on: string,
  minutes: number,
  attendees: { business_id?: string; person_id?: string }[],
) {
  const event_id = await aRecord(hub, 'event', { title: 'Workshop', held_on, minutes, status: 'delivered' })
  for (const attendee of attendees) await aRecord(hub, 'attendance', { event_id, status: 'attended', ...attendee })
}

async function afterTwoCallsAndAWorkshop(hub: TestHub) {
  const { id: business_id, reference } = await hub.aBusiness()
  await aRecord(hub, 'interaction', { ...advice, business_id, occurred_on: '2021-05-03', minutes: 30 })
  await aRecord(hub, 'interaction', { ...advice, business_id, occurred_on: '2021-11-09', minutes: 60 })
  await anEventAttended(hub, '2022-02-02', 120, [{ business_id }])
  return { business_id, reference }
}

test('T1: two calls and a workshop are one business supported, with medium intensity', async () => {
  const hub = await aHub()

  await afterTwoCallsAndAWorkshop(hub)

  expect(await theFigures(hub, '2021-22')).toMatchObject({
    'lep.businesses_supported': '1',
    'gh.light': '0',
    'gh.medium': '1',
    'gh.high': '0',
  })
})

test('T2: exactly 720 minutes are high intensity, because the threshold is "at least"', async () => {
  const hub = await aHub()
  const { business_id } = await afterTwoCallsAndAWorkshop(hub)

  await aRecord(hub, 'interaction', { ...advice, business_id, occurred_on: '2022-03-30', minutes: 510 })

  expect(await theFigures(hub, '2021-22')).toMatchObject({ 'gh.light': '0', 'gh.medium': '0', 'gh.high': '1' })
})

test('T2: one minute less is medium intensity', async () => {
  const hub = await aHub()
  const { business_id } = await afterTwoCallsAndAWorkshop(hub)

  await aRecord(hub, 'interaction', { ...advice, business_id, occurred_on: '2022-03-30', minutes: 509 })

  expect(await theFigures(hub, '2021-22')).toMatchObject({ 'gh.medium': '1', 'gh.high': '0' })
})

test('T3: 31 March belongs to the year that ends and 1 April to the next, whenever they are entered', async () => {
  const hub = await aHub()
  const [last, first] = [await hub.aBusiness(), await hub.aBusiness()]

  await aRecord(hub, 'interaction', { ...advice, business_id: last.id, occurred_on: '2022-03-31' })
  await aRecord(hub, 'interaction', { ...advice, business_id: first.id, occurred_on: '2022-04-01' })

  expect(await theUnits(hub, '2021-22', 'lep.businesses_supported')).toEqual([last.reference])
  expect(await theUnits(hub, '2022-23', 'lep.businesses_supported')).toEqual([first.reference])
})

test('T4: two founders and their company are two people, one business supported and one started, never four helped', async () => {
  const hub = await aHub()
  const founders = [
    await hub.aPerson({ trading_since: '2021-09-06' }),
    await hub.aPerson({ trading_since: '2021-09-06' }),
  ]
  for (const founder of founders)
    await aRecord(hub, 'interaction', {
      ...advice,
      person_id: founder.id,
      occurred_on: '2021-06-14',
      start_up_support: true,
    })

  const company = await hub.aBusiness()
  await aRecord(hub, 'outcome', {
    kind: 'business_started',
    business_id: company.id,
    state: 'evidenced',
    evidence_level: 'documented',
    occurred_on: '2021-09-06',
  })
  await aRecord(hub, 'interaction', { ...advice, business_id: company.id, occurred_on: '2021-10-11' })

  expect(await theFigures(hub, '2021-22')).toMatchObject({
    'lep.individuals_helped_to_start': '2',
    'lep.businesses_supported': '1',
    'lep.businesses_started': '1',
  })
})

test('T4: start-up support on the very day on which a person begins to trade does not count', async () => {
  const hub = await aHub()
  const person = await hub.aPerson({ trading_since: '2021-06-14' })

  await aRecord(hub, 'interaction', {
    ...advice,
    person_id: person.id,
    occurred_on: '2021-06-14',
    start_up_support: true,
  })

  expect(await theFigures(hub, '2021-22')).toMatchObject({ 'lep.individuals_helped_to_start': '0' })
})

test('T5: one firm entered twice and merged is one business supported, and its former name still leads there', async () => {
  const hub = await aHub()
  const survivor = await hub.aBusiness({ name: 'SMITH POTTERY LTD', company_number: '01234567' })
  const twin = await hub.aBusiness({ name: 'Smith Pottery', merged_into_id: survivor.id })

  await aRecord(hub, 'interaction', { ...advice, business_id: survivor.id, occurred_on: '2021-06-14' })
  await aRecord(hub, 'interaction', { ...advice, business_id: twin.id, occurred_on: '2021-07-14' })

  expect(await theUnits(hub, '2021-22', 'lep.businesses_supported')).toEqual([survivor.reference])
})

test('an event gives a business its minutes once, however many of its people came', async () => {
  const hub = await aHub()
  const { id: business_id } = await hub.aBusiness()
  const people = [await hub.aPerson(), await hub.aPerson(), await hub.aPerson()]

  await anEventAttended(
    hub,
    '2021-10-05',
    90,
    people.map((person) => ({ business_id, person_id: person.id })),
  )

  expect(await theFigures(hub, '2021-22')).toMatchObject({
    'gh.light': '1',
    'gh.medium': '0',
    'local.event_businesses': '1',
  })
})

test('a voided record no longer counts', async () => {
  const hub = await aHub()
  const { id: business_id } = await hub.aBusiness()
  const id = await aRecord(hub, 'interaction', { ...advice, business_id, occurred_on: '2021-06-14' })

  await hub.inside((tx) =>
    tx
      .updateTable('interaction')
      .set({ voided_at: new Date(), void_reason: 'Entered for the wrong firm' })
      .where('hub_id', '=', hub.hub_id)
      .where('id', '=', id)
      .execute(),
  )

  expect(await theFigures(hub, '2021-22')).toMatchObject({ 'lep.businesses_supported': '0' })
})

test("another hub's records change nothing", async () => {
  const [hub, other] = [await aHub(), await aHub()]
  const { id: business_id } = await other.aBusiness()

  await aRecord(other, 'interaction', { ...advice, business_id, occurred_on: '2021-06-14' })

  expect(await theFigures(hub, '2021-22')).toMatchObject({ 'lep.businesses_supported': '0' })
  expect(await theFigures(other, '2021-22')).toMatchObject({ 'lep.businesses_supported': '1' })
})
