import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aMeeting } from '../../given/cases.ts'
import { type TestHub, aHub } from '../../given/hub.ts'
import { aMergeForm } from '../../given/merges.ts'
import { aRecord } from '../../given/records.ts'

const YEAR = '2021-22'
const BUSINESSES = 'lep.businesses_supported'
const PEOPLE = 'lep.individuals_upskilled'

type Looking = { key?: string; role?: 'adviser' | 'auditor'; as_at?: string; now?: Date }

/** The first page of a list, as it is read: asked twice, of which the second is told from what was kept. */
async function listOf(hub: TestHub, { key = BUSINESSES, role = 'adviser', as_at, now }: Looking = {}) {
  const ask = () => hub.as(role, now ? { now } : {}).indicators.units({ key, year: YEAR, ...(as_at ? { as_at } : {}) })
  const first = await ask()
  expect(await ask()).toEqual(first)
  expect(first.value).toBe(String(first.total))
  return first.rows.map(({ name, district }) => `${name}, ${district ?? 'unknown'}`)
}

async function twoClients(where: Parameters<typeof aHub>[0] = {}) {
  const hub = await aHub(where)
  const [amber, birch] = [await hub.aBusiness({ name: 'Amber Ltd' }), await hub.aBusiness({ name: 'Birch Ltd' })]
  for (const client of [amber, birch]) await aMeeting(hub, client, '2021-06-01')
  return { hub, amber, birch }
}

/** Somebody who completed a course. */
async function aLearner(hub: TestHub) {
  const person = await hub.aPerson({ given_name: 'Zettie', family_name: 'Quill' })
  await aRecord(hub, 'participation', {
    person_id: person.id,
    course_id: await aRecord(hub, 'course', { title: 'Lean working' }),
    status: 'completed',
    qualifying_start_on: '2021-06-02',
    evidence_level: 'documented',
  })
  return person
}

test('a list that was opened gives the new name and district of a client, and one line for two that were merged', async () => {
  const { hub, amber, birch } = await twoClients()
  const { change, merge } = hub.as('manager').businesses
  const request_id = randomUUID
  expect(await listOf(hub)).toEqual(['Amber Ltd, Stafford', 'Birch Ltd, Stafford'])

  await change({ request_id: request_id(), id: birch.id, version: 1, name: 'Beech Ltd' })
  expect(await listOf(hub)).toEqual(['Amber Ltd, Stafford', 'Beech Ltd, Stafford'])

  await change({ request_id: request_id(), id: birch.id, version: 2, district_code: 'E06000021' })
  expect(await listOf(hub)).toEqual(['Amber Ltd, Stafford', 'Beech Ltd, Stoke-on-Trent'])

  const { merge_id: id } = await merge(aMergeForm(amber, birch, { merged_version: 3 }))
  expect(await listOf(hub)).toEqual(['Amber Ltd, Stafford'])

  await hub.as('manager').duplicates.undoMerge({ request_id: request_id(), id, version: 1 })
  expect(await listOf(hub)).toHaveLength(2)
})

test('a list that was opened gives the name of nobody who was erased since', async () => {
  const hub = await aHub()
  const { id, reference } = await aLearner(hub)
  expect(await listOf(hub, { key: PEOPLE })).toEqual(['Zettie Quill, Stafford'])

  await hub.as('manager').people.erase({ request_id: randomUUID(), id, version: 1, reason: 'asked', typed: reference })

  expect(await listOf(hub, { key: PEOPLE })).toEqual(['Erased person, Stafford'])
})

test('a list that an adviser opened names nobody to an auditor, nor is it told to the adviser without names', async () => {
  const hub = await aHub({ with_auditor: true })
  const { reference } = await aLearner(hub)
  const [named, masked] = ['Zettie Quill, Stafford', `Person ${reference}, Stafford`]

  for (const [role, told] of [
    ['adviser', named],
    ['auditor', masked],
    ['adviser', named],
  ] as const)
    expect(await listOf(hub, { key: PEOPLE, role })).toEqual([told])
})

test('the list as at a moment is not the one that was kept of today, nor today’s the one of that moment', async () => {
  const { hub, birch } = await twoClients({ now: new Date() })
  const before = new Date()
  await hub.as('manager').businesses.change({ request_id: randomUUID(), id: birch.id, version: 1, name: 'Beech Ltd' })
  const [then, today] = [{ as_at: before.toISOString(), now: new Date() }, {}]

  for (const [looking, told] of [
    [then, 'Birch Ltd, Stafford'],
    [today, 'Beech Ltd, Stafford'],
    [then, 'Birch Ltd, Stafford'],
  ] as const)
    expect(await listOf(hub, looking)).toEqual(['Amber Ltd, Stafford', told])
})

test('two hubs that ask the same of one server are each told of their own clients', async () => {
  const { hub } = await twoClients()
  const other = await aHub({ database: hub.database })
  await aMeeting(other, await other.aBusiness({ name: 'Cedar Ltd' }), '2021-06-01')

  expect([await listOf(hub), await listOf(other), await listOf(hub)]).toEqual([
    ['Amber Ltd, Stafford', 'Birch Ltd, Stafford'],
    ['Cedar Ltd, Stafford'],
    ['Amber Ltd, Stafford', 'Birch Ltd, Stafford'],
  ])
})
