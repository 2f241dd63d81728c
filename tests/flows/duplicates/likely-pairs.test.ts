import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aMeeting } from '../../given/cases.ts'
import { countOf, refusalOf } from '../../given/forms.ts'
import { aHub } from '../../given/hub.ts'
import { aMergeForm, aSharedWorld, oneOfEach, theClients } from '../../given/merges.ts'
import { aRecord, theFigures } from '../../given/records.ts'

test('pairs are offered by number, then by name and postcode, page by page; what was said not to be the same is not', async () => {
  const hub = await aHub()
  const numbered = [
    await hub.aBusiness({ company_number: '1234567' }),
    await hub.aBusiness({ company_number: '01234567' }),
  ]
  const named = [
    await hub.aBusiness({ name: 'Kiln Works Ltd', postcode: 'ST1 1AA' }),
    await hub.aBusiness({ name: 'Kiln Works', postcode: 'st11aa' }),
  ]
  const list = (after?: string | null) => hub.as('manager').duplicates.list({ kind: 'business', size: 1, after })

  const first = await list()
  const second = await list(first.next)

  const found = [first, second].map(({ rows }) =>
    rows.map(({ one, other, reason }) => [[one.id, other.id].toSorted(), reason]),
  )
  expect(found).toEqual([
    [[numbered.map(({ id }) => id).toSorted(), expect.stringMatching(/^Same company number 0?1234567$/)]],
    [[named.map(({ id }) => id).toSorted(), expect.stringMatching(/^Same name and postcode/)]],
  ])
  const [one_id = '', other_id = ''] = numbered.map(({ id }) => id)
  await hub.as('adviser').businesses.sayDifferent({ request_id: randomUUID(), one_id, other_id })
  expect((await list()).rows[0]?.reason).toMatch(/^Same name/)
})

test('people are offered by e-mail and family name, and never once they are merged', async () => {
  const hub = await aHub()
  const [a, b] = [await hub.aPerson({ email: 'nadia@example.org' }), await hub.aPerson({ email: 'Nadia@example.org' })]
  const list = () => hub.as('manager').duplicates.list({ kind: 'person' })
  expect((await list()).rows).toHaveLength(1)

  await hub.as('manager').people.merge(aMergeForm(a, b))

  expect((await list()).rows).toEqual([])
})

test('a preview says what moves and how figures change, leaves everything as it was, and is what the merge then does', async () => {
  const hub = await aHub()
  const world = await aSharedWorld(hub)
  const [survivor, merged] = [await hub.aBusiness(), await hub.aBusiness()]
  for (const { id } of [survivor, merged])
    await oneOfEach(hub, world, { business_id: id, person_id: (await hub.aPerson()).id })
  const [start, before] = [await theClients(hub), await theFigures(hub, '2021-22')]

  // Boards that were counted stay good, because nothing was changed.
  const changes = () =>
    hub.inside((tx) => tx.selectFrom('hub_change').select('changes').executeTakeFirst()).then((row) => row?.changes)
  const marked = await changes()
  const told = await hub.as('manager').duplicates.preview({ ...aMergeForm(survivor, merged), kind: 'business' })

  expect(await theClients(hub)).toEqual(start)
  expect(await changes()).toBe(marked)
  expect(await countOf(hub, 'client_merge')).toBe(0)
  await hub.as('manager').businesses.merge(aMergeForm(survivor, merged))
  const after = await theFigures(hub, '2021-22')
  const changed = Object.keys(after).filter((key) => after[key] !== before[key])
  expect(told.figures.map(({ key }) => key).toSorted()).toEqual(changed.toSorted())
  expect(told.figures.every((each) => each.before === before[each.key] && each.after === after[each.key])).toBe(true)
  expect(changed).toContain('lep.businesses_supported')
  expect(told.moved).toContainEqual({ noun: 'interaction', count: 1 })
})

test('two records are compared fact by fact; one of another hub is not there', async () => {
  const [hub, elsewhere] = [await aHub(), await aHub()]
  const [a, b, foreign] = [await hub.aBusiness(), await hub.aBusiness({ phone: '1' }), await elsewhere.aBusiness()]
  const compare = (one: string, other: string) => hub.as('manager').duplicates.compare({ kind: 'business', one, other })

  expect((await compare(a.reference, b.reference)).second.facts).toMatchObject({ phone: '1', company_number: null })
  expect(await refusalOf(compare(a.reference, foreign.reference))).toMatchObject({ code: 'not_found' })
})

test('a preview tells bands and first contacts as the merge leaves them, also from boards that are kept', async () => {
  const hub = await aHub()
  const [survivor, merged] = [await hub.aBusiness(), await hub.aBusiness()]
  const person = await hub.aPerson()
  const at = { hub_id: hub.hub_id, channel: 'telephone', status: 'answered' } as const
  await aRecord(hub, 'enquiry', { ...at, business_id: survivor.id, received_on: '2021-05-01' })
  await aRecord(hub, 'enquiry', { ...at, business_id: merged.id, person_id: person.id, received_on: '2021-06-01' })
  for (const { id } of [survivor, merged]) await aMeeting(hub, { id } as typeof survivor, '2021-07-01', 400)
  const before = await theFigures(hub, '2021-22')
  await hub.as('manager').indicators.board({ year: '2021-22' })

  const told = await hub.as('manager').duplicates.preview({ ...aMergeForm(survivor, merged), kind: 'business' })

  await hub.as('manager').businesses.merge(aMergeForm(survivor, merged))
  const after = await theFigures(hub, '2021-22')
  const changed = Object.keys(after).filter((key) => after[key] !== before[key])
  expect(Object.fromEntries(told.figures.map((one) => [one.key, one.after]))).toEqual(
    Object.fromEntries(changed.map((key) => [key, after[key]])),
  )
  expect(changed).toEqual(expect.arrayContaining(['local.initial_contacts', 'gh.medium', 'gh.high']))
})
