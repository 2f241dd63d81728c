import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { aCase } from '../../given/cases.ts'
import { countOf, refusalOf } from '../../given/forms.ts'
import { type Made, type TestHub, aHub } from '../../given/hub.ts'
import { aRecord } from '../../given/records.ts'
import { aCallList } from '../../given/call-lists.ts'
import { aReview } from '../../given/skills-reviews.ts'

type Criteria = Parameters<ReturnType<TestHub['as']>['callLists']['count']>[0]
const form = (criteria: Criteria, more: { most?: number; name?: string } = {}) => ({
  request_id: randomUUID(),
  id: randomUUID(),
  name: 'Autumn calls',
  criteria,
  most: 40,
  ...more,
})
const found = async (hub: TestHub, criteria: Criteria) => {
  const { total, first } = await hub.as('skills_broker').callLists.count(criteria)
  expect(first).toHaveLength(total)
  return first.map(({ name }) => name)
}
const facts = (hub: TestHub, { id }: Made, values: Record<string, string>) =>
  hub.inside((tx) =>
    tx.updateTable('business').set(values).where('hub_id', '=', hub.hub_id).where('id', '=', id).execute(),
  )

describe('a call list finds', () => {
  test('those never offered a review first, then those whose last offer is longest ago', async () => {
    const hub = await aHub()
    const [amber, birch, cedar, dogwood] = [
      await hub.aBusiness({ name: 'Amber' }),
      await hub.aBusiness({ name: 'Birch' }),
      await hub.aBusiness({ name: 'Cedar' }),
      await hub.aBusiness({ name: 'Dogwood' }),
    ]
    await aReview(hub, amber, { status: 'declined', offered_on: '2020-05-01' })
    await aReview(hub, birch, { status: 'no_response', offered_on: '2019-05-01' })
    await aReview(hub, dogwood, { status: 'declined', offered_on: '2021-03-31' })
    await aReview(hub, dogwood, { status: 'declined', offered_on: '2018-03-31' })

    // To the day twelve months before is not "in the last twelve months" once the day is over.
    expect(await found(hub, {})).toEqual(['Cedar', 'Birch', 'Amber'])
    expect(await found(hub, { not_offered_months: 0 })).toEqual(['Cedar', 'Birch', 'Amber', 'Dogwood'])
    expect(await found(hub, { not_offered_months: 24 })).toEqual(['Cedar', 'Birch'])
    expect(cedar.id).toBeTruthy()
  })

  test('by sector, size and district', async () => {
    const hub = await aHub()
    const [amber, birch] = [
      await hub.aBusiness({ name: 'Amber', district_code: 'E06000021' }),
      await hub.aBusiness({ name: 'Birch' }),
    ]
    await facts(hub, amber, { sic_code: '10710', employees_fte: '9.5' })
    await facts(hub, birch, { sic_code: '62020', employees_fte: '10' })

    expect(await found(hub, { sectors: ['C'] })).toEqual(['Amber'])
    expect(await found(hub, { sectors: ['C', 'J'] })).toEqual(['Amber', 'Birch'])
    expect(await found(hub, { sizes: ['small'] })).toEqual(['Birch'])
    expect(await found(hub, { districts: ['E06000021'] })).toEqual(['Amber'])
    expect(await found(hub, { sectors: ['C'], sizes: ['small'] })).toEqual([])
  })

  test('those referred for skills, those with a skills case, and those never reviewed', async () => {
    const hub = await aHub()
    const [amber, birch, cedar] = [
      await hub.aBusiness({ name: 'Amber' }),
      await hub.aBusiness({ name: 'Birch' }),
      await hub.aBusiness({ name: 'Cedar' }),
    ]
    const organisation_id = await aRecord(hub, 'organisation', { hub_id: hub.hub_id, name: 'College', kind: 'college' })
    await aRecord(hub, 'referral', {
      hub_id: hub.hub_id,
      business_id: birch.id,
      organisation_id,
      category: 'Skills and training',
      status: 'made',
      made_on: '2022-02-01',
      consent_on: '2022-02-01',
    })
    await aCase(hub, cedar, { kind: 'skills' })
    await aReview(hub, amber, { status: 'held', offered_on: '2019-05-01', held_on: '2019-06-01' })

    expect(await found(hub, { referred: true })).toEqual(['Birch', 'Cedar'])
    expect(await found(hub, { never_reviewed: true })).toEqual(['Birch', 'Cedar'])
  })

  test('those with somebody to ask for, a telephone or an address', async () => {
    const hub = await aHub()
    const [amber, birch] = [
      await hub.aBusiness({ name: 'Amber', phone: '01782 555123' }),
      await hub.aBusiness({ name: 'Birch' }),
    ]
    const person = await hub.aPerson({ email: 'nadia@birch.example' })
    await aRecord(hub, 'business_role', { hub_id: hub.hub_id, business_id: birch.id, person_id: person.id })

    expect(await found(hub, { has_contact: true })).toEqual(['Birch'])
    expect(await found(hub, { has_phone: true })).toEqual(['Amber'])
    expect(await found(hub, { has_email: true })).toEqual(['Birch'])
    expect(amber.id).toBeTruthy()
  })

  test('those who wait for an answer, to ask for it', async () => {
    const hub = await aHub()
    await hub.aBusiness({ name: 'Amber' })
    await aReview(hub, await hub.aBusiness({ name: 'Birch' }))

    expect(await found(hub, { waiting: true })).toEqual(['Birch'])
    expect(await found(hub, { not_offered_months: 0 })).toEqual(['Amber'])
  })
})

test('nobody is called who has a review in hand, waits on another list, lies elsewhere, ceased, or was merged or voided', async () => {
  const hub = await aHub()
  const survivor = await hub.aBusiness({ name: 'Survivor' })
  await hub.aBusiness({ name: 'Merged', merged_into_id: survivor.id })
  await aReview(hub, await hub.aBusiness({ name: 'Booked' }), { status: 'booked', offered_on: '2020-03-01' })
  await aCallList(hub, [await hub.aBusiness({ name: 'Listed' })])
  await hub.aBusiness({ name: 'Elsewhere', district_code: 'E08000035' })
  await facts(hub, await hub.aBusiness({ name: 'Ceased' }), { trading_status: 'ceased' })
  await facts(hub, await hub.aBusiness({ name: 'Voided' }), { voided_at: '2022-01-01', void_reason: 'Twice' })
  await hub.aBusiness({ name: 'Unknown place', district_code: null })

  expect(await found(hub, { not_offered_months: 0 })).toEqual(['Survivor', 'Unknown place'])
})

test('what was counted is what the list has, in that order and no more than was asked for', async () => {
  const hub = await aHub()
  for (const name of ['Cedar', 'Amber', 'Birch']) await hub.aBusiness({ name })
  const broker = hub.as('skills_broker').callLists

  const made = await broker.make(form({}, { most: 2 }))

  expect(made).toMatchObject({ reference: 'CL-00001', businesses: 2 })
  const page = await broker.page({ reference: made.reference })
  expect(page).toMatchObject({ name: 'Autumn calls', counts: { all: 2, to_call: 2, done: 0 }, put_away: false })
  const entries = await broker.entries({ id: made.id })
  expect(entries.rows.map(({ place, business }) => [place, business.name])).toEqual([
    [1, 'Amber'],
    [2, 'Birch'],
  ])
  // Those on the list are not on the next one.
  expect(await found(hub, {})).toEqual(['Cedar'])
})

describe('a call list is not made', () => {
  test('of nobody', async () => {
    const hub = await aHub()

    expect(await refusalOf(hub.as('skills_broker').callLists.make(form({})))).toEqual({
      code: 'invalid',
      sentence: 'No business matches: take one of the conditions out',
      field: 'criteria',
    })
    expect(await countOf(hub, 'call_list')).toBe(0)
    expect(await countOf(hub, 'reference_counter')).toBe(0)
  })

  test.each([
    ['without a name', { name: ' ' }, 'name'],
    ['of more than 500', { most: 501 }, 'most'],
  ])('%s', async (_, more, field) => {
    const hub = await aHub()
    await hub.aBusiness()

    expect(await refusalOf(hub.as('skills_broker').callLists.make(form({}, more)))).toMatchObject({
      code: 'invalid',
      field,
    })
    expect(await countOf(hub, 'call_list')).toBe(0)
  })

  test('by an adviser, nor of another hub’s businesses', async () => {
    const [hub, other] = [await aHub(), await aHub()]
    await other.aBusiness()

    expect(await refusalOf(hub.as('adviser').callLists.make(form({})))).toMatchObject({ code: 'not_allowed' })
    expect(await refusalOf(hub.as('skills_broker').callLists.make(form({})))).toMatchObject({ field: 'criteria' })
  })
})

test('a list that is put away frees its businesses for another, and keeps what was logged', async () => {
  const hub = await aHub()
  const list = await aCallList(hub, [await hub.aBusiness({ name: 'Amber' })])
  const broker = hub.as('skills_broker').callLists
  expect(await found(hub, {})).toEqual([])

  await broker.putAway({ request_id: randomUUID(), id: list.id, version: 1 })

  expect(await found(hub, {})).toEqual(['Amber'])
  expect((await broker.list({})).rows).toEqual([])
  expect((await broker.list({ put_away: true })).rows).toMatchObject([{ reference: list.reference, put_away: true }])
  expect(
    await refusalOf(hub.as('adviser').callLists.putAway({ request_id: randomUUID(), id: list.id, version: 2 })),
  ).toMatchObject({ code: 'not_allowed' })
})
