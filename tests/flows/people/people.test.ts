import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aPersonForm, countOf, refusalOf } from '../../given/forms.ts'
import { aHub } from '../../given/hub.ts'
import { aBusyBusiness } from '../../given/timeline.ts'

test('a person is registered with their role at a business, and each page names the other', async () => {
  const hub = await aHub()
  const business = await hub.aBusiness()

  const { reference } = await hub.as('adviser').people.register(aPersonForm({ works_at: { business_id: business.id } }))

  const { person, roles } = await hub.as('adviser').people.page({ reference })
  expect(person.name).toBe('Priya Shah')
  expect(roles.map((role) => role.business.reference)).toEqual([business.reference])
  expect(
    (await hub.as('adviser').businesses.page({ reference: business.reference })).people.map((each) => each.name),
  ).toEqual(['Priya Shah'])
})

test('a person whose business is of another hub is not registered at all', async () => {
  const [ours, theirs] = [await aHub(), await aHub()]
  const stranger = await theirs.aBusiness()

  const refusal = await refusalOf(
    ours.as('adviser').people.register(aPersonForm({ works_at: { business_id: stranger.id } })),
  )

  expect(refusal.sentence).toContain('not in this hub')
  expect([await countOf(ours, 'person'), await countOf(ours, 'business_role')]).toEqual([0, 0])
})

test('a person without a last name is refused at that field', async () => {
  const hub = await aHub()

  expect(await refusalOf(hub.as('adviser').people.register(aPersonForm({ family_name: '' })))).toMatchObject({
    code: 'invalid',
    field: 'family_name',
    sentence: 'Enter the last name',
  })
})

test('a form sent eight times at once registers one person', async () => {
  const hub = await aHub()
  const form = aPersonForm()

  await Promise.all(Array.from({ length: 8 }, () => hub.as('adviser').people.register(form)))

  expect(await countOf(hub, 'person')).toBe(1)
})

test('a stale form about a person is told what changed', async () => {
  const hub = await aHub()
  const { id } = await hub.aPerson()
  await hub.as('adviser').people.change({ request_id: randomUUID(), id, version: 1, phone: '07700 900123' })

  const refusal = await refusalOf(
    hub.as('manager').people.change({ request_id: randomUUID(), id, version: 1, family_name: 'Khan' }),
  )

  expect(refusal).toMatchObject({
    code: 'stale',
    sentence: expect.stringContaining(`adviser of ${hub.slug} changed the phone`),
  })
})

test('a role that ends stays on the page as a former one; it cannot end before it began', async () => {
  const hub = await aHub()
  const [business, person] = [await hub.aBusiness(), await hub.aPerson()]
  const adviser = hub.as('adviser')
  const role = await adviser.people.link({
    request_id: randomUUID(),
    id: randomUUID(),
    business_id: business.id,
    person_id: person.id,
    job_title: 'Owner',
    from_on: '2021-05-01',
  })

  expect(
    await refusalOf(adviser.people.unlink({ request_id: randomUUID(), id: role.id, version: 1, to_on: '2021-04-30' })),
  ).toMatchObject({ code: 'invalid', field: 'to_on' })
  await adviser.people.unlink({ request_id: randomUUID(), id: role.id, version: 1 })

  const { roles } = await adviser.people.page({ reference: person.reference })
  expect(roles).toMatchObject([{ job_title: 'Owner', from_on: '2021-05-01', to_on: '2022-03-31' }])
})

test('the timeline of a person holds what happened with them, with the business where it did', async () => {
  const hub = await aHub()
  const { person } = await aBusyBusiness(hub)

  const page = await hub.as('adviser').people.page({ reference: person.reference })

  expect(page.timeline.entries.map(({ kind, names }) => [kind, names])).toEqual([
    ['event', ['Amberwood Bakery Ltd']],
    ['participation', ['Amberwood Bakery Ltd']],
    ['interaction', ['Amberwood Bakery Ltd']],
  ])
  expect(page).toMatchObject({ minutes_this_year: 150, last_contact_on: '2022-01-20' })
  expect(await hub.as('adviser').people.timeline({ id: person.id, kinds: ['grant_award'] })).toEqual({
    entries: [],
    next: null,
  })
})

test('the other hub sees no person of ours', async () => {
  const [ours, theirs] = [await aHub(), await aHub()]
  const { reference } = await ours.aPerson({ reference: 'P-ours' })

  await expect(theirs.as('admin').people.page({ reference })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
