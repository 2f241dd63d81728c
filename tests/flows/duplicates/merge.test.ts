import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { countOf, refusalOf } from '../../given/forms.ts'
import { aHub } from '../../given/hub.ts'
import { aChance, aMergeForm, aPair, aSharedWorld, countedAs, oneOfEach, theClients } from '../../given/merges.ts'
import { aRecord, theFigures } from '../../given/records.ts'

const all = () => true
const theMerge = (id: string, version = 1) => ({ request_id: randomUUID(), id, version })

test('everything of a business moves to the one that remains, which keeps its facts but those chosen from the other', async () => {
  const hub = await aHub()
  const world = await aSharedWorld(hub)
  const person = await hub.aPerson()
  const survivor = await hub.aBusiness({ name: 'Smith Pottery Ltd', company_number: '01234567' })
  const merged = await hub.aBusiness({ name: 'SMITH POTTERY', phone: '01782 555123', postcode: 'ST1 1AA' })
  const made = await oneOfEach(hub, world, { business_id: merged.id, person_id: person.id })

  const done = await hub
    .as('manager')
    .businesses.merge({ ...aMergeForm(survivor, merged), take: ['phone'], reason: 'Same firm' })

  expect(done.moved.reduce((sum, { count }) => sum + count, 0)).toBe(made)
  const page = await hub.as('adviser').businesses.page({ reference: survivor.reference })
  expect(page.business).toMatchObject({
    name: 'Smith Pottery Ltd',
    company_number: '01234567',
    phone: '01782 555123',
    postcode: null,
  })
  expect(page.merged_from).toEqual([
    { reference: merged.reference, name: 'SMITH POTTERY', merge: { id: done.merge_id, version: 1 } },
  ])
  const former = await hub.as('adviser').businesses.page({ reference: merged.reference })
  expect(former.merged_into).toEqual({ reference: survivor.reference, name: 'Smith Pottery Ltd' })
  expect(former.business).toMatchObject({ name: 'SMITH POTTERY', postcode: 'ST1 1AA' })
})

test('what the survivor has already stays with the record that was merged: one place, one call, one letter', async () => {
  const hub = await aHub()
  const world = await aSharedWorld(hub)
  const business = await hub.aBusiness()
  const other = await hub.aBusiness()
  const [survivor, merged] = [
    await hub.aPerson({ email: 'nadia@example.org' }),
    await hub.aPerson({ email: 'nadia@example.org' }),
  ]
  await oneOfEach(hub, world, { business_id: business.id, person_id: survivor.id })
  const made = await oneOfEach(hub, world, { business_id: other.id, person_id: merged.id })

  const people = await hub.as('manager').people.merge(aMergeForm(survivor, merged))
  const firms = await hub.as('manager').businesses.merge(aMergeForm(business, other))

  const count = (moved: { count: number }[]) => moved.reduce((sum, each) => sum + each.count, 0)
  // A grant and a call are no person's; a place at the event and one at the session stay.
  expect(count(people.moved)).toBe(made - 2 - 2)
  // A call and a letter stay.
  expect(count(firms.moved)).toBe(made - 2)
})

test('a merge that was undone gives every row back, and what came since stays with the survivor', async () => {
  const hub = await aHub()
  const world = await aSharedWorld(hub)
  const [survivor, merged, person] = [await hub.aBusiness(), await hub.aBusiness({ phone: '1' }), await hub.aPerson()]
  await oneOfEach(hub, world, { business_id: merged.id, person_id: person.id })
  const { merge_id } = await hub
    .as('manager')
    .businesses.merge({ ...aMergeForm(survivor, merged), take: ['phone', 'town'] })
  const since = await aRecord(hub, 'enquiry', { business_id: survivor.id, received_on: '2021-07-01', status: 'new' })
  await hub.as('adviser').businesses.change({ request_id: randomUUID(), id: survivor.id, version: 2, town: 'Leek' })

  const undone = await hub.as('manager').duplicates.undoMerge(theMerge(merge_id))

  expect(undone).toMatchObject({ given_back: 15, kept: ['town'], reference: merged.reference })
  const owner = await hub.inside((tx) =>
    tx.selectFrom('enquiry').select('business_id').where('id', '=', since).executeTakeFirstOrThrow(),
  )
  expect(owner.business_id).toBe(survivor.id)
  expect((await hub.as('adviser').businesses.page({ reference: survivor.reference })).business).toMatchObject({
    phone: null,
    town: 'Leek',
  })
  expect(await refusalOf(hub.as('manager').duplicates.undoMerge(theMerge(merge_id, 2)))).toMatchObject({
    sentence: 'This merge was undone already: reload the page to see it',
  })
})

test('a chain of merges is undone from its end', async () => {
  const hub = await aHub()
  const [a, b, c] = [await hub.aBusiness(), await hub.aBusiness(), await hub.aBusiness()]
  const start = await theClients(hub)
  const first = await hub.as('manager').businesses.merge(aMergeForm(b, a))
  const second = await hub.as('manager').businesses.merge(aMergeForm(c, b, { merged_version: 2 }))
  expect((await hub.as('adviser').businesses.page({ reference: a.reference })).merged_into?.reference).toBe(c.reference)

  expect(await refusalOf(hub.as('manager').duplicates.undoMerge(theMerge(first.merge_id)))).toEqual({
    code: 'invalid',
    sentence: `Amberwood Bakery Ltd, ${b.reference}, became part of ${c.reference} since: undo that merge first`,
  })
  await hub.as('manager').duplicates.undoMerge(theMerge(second.merge_id))
  await hub.as('manager').duplicates.undoMerge(theMerge(first.merge_id))

  expect(await theClients(hub)).toEqual(start)
})

test('of two merges of one record at once, either way round, one is done and the other is told', async () => {
  const hub = await aHub()
  const [a, b, c] = [await hub.aBusiness(), await hub.aBusiness(), await hub.aBusiness()]

  const done = await Promise.allSettled([
    hub.as('manager').businesses.merge(aMergeForm(b, a)),
    hub.as('admin').businesses.merge(aMergeForm(a, b)),
    hub.as('admin').businesses.merge(aMergeForm(c, a)),
  ])

  const refused = done.flatMap((each) => (each.status === 'rejected' ? [each.reason as Error] : []))
  expect(done.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(1)
  for (const { message } of refused) expect(message).toMatch(/is part of|changed|reload/)
  const pages = await Promise.all([a, b, c].map(({ reference }) => hub.as('adviser').businesses.page({ reference })))
  expect(pages.filter(({ merged_into }) => merged_into === null).length).toBe(3 - (await countOf(hub, 'client_merge')))
})

test('a merge that fails on the way leaves nothing moved', async () => {
  const hub = await aHub()
  const world = await aSharedWorld(hub)
  const [survivor, merged, person] = [await hub.aBusiness(), await hub.aBusiness(), await hub.aPerson()]
  await oneOfEach(hub, world, { business_id: merged.id, person_id: person.id })
  const start = await theClients(hub)
  await hub.database.owner.query(`
    create function public.no_more() returns trigger language plpgsql as $$ begin raise exception 'the disk is full'; end $$;
    create trigger no_more before update on app.survey_response for each row execute function public.no_more()`)

  await expect(hub.as('manager').businesses.merge(aMergeForm(survivor, merged))).rejects.toThrow('the disk is full')

  await hub.database.owner.query('drop function public.no_more cascade')
  expect(await theClients(hub)).toEqual(start)
  expect([await countOf(hub, 'client_merge'), await countOf(hub, 'merged_row')]).toEqual([0, 0])
})

test('refusals: the same record twice, one merged before, one of another hub, a version of yesterday; nothing is left behind', async () => {
  const [hub, elsewhere] = [await aHub(), await aHub()]
  const [a, b, foreign] = [await hub.aBusiness(), await hub.aBusiness(), await elsewhere.aBusiness()]
  const gone = await hub.aBusiness({ merged_into_id: b.id })
  const merge = (form: ReturnType<typeof aMergeForm>) => refusalOf(hub.as('manager').businesses.merge(form))

  expect(await merge(aMergeForm(a, a))).toMatchObject({ code: 'invalid', field: 'merged_id' })
  expect(await merge(aMergeForm(a, gone))).toMatchObject({ code: 'invalid', field: 'merged_id' })
  expect(await merge(aMergeForm(gone, a))).toMatchObject({ code: 'invalid', field: 'survivor_id' })
  expect(await merge(aMergeForm(a, foreign))).toMatchObject({ code: 'not_found', field: 'merged_id' })
  expect(await merge(aMergeForm(a, b, { merged_version: 7 }))).toMatchObject({ code: 'stale' })
  expect(await refusalOf(hub.as('adviser').businesses.merge(aMergeForm(a, b)))).toMatchObject({ code: 'not_allowed' })
  expect([await countOf(hub, 'client_merge'), await countOf(hub, 'merged_row')]).toEqual([0, 0])
})

test('who refused offers by e-mail on either record has refused them on the one that remains', async () => {
  const hub = await aHub()
  const [survivor, merged] = [await hub.aPerson(), await hub.aPerson()]
  await hub.as('adviser').people.change({ request_id: randomUUID(), id: merged.id, version: 1, mailings: 'refused' })

  const { merge_id } = await hub.as('manager').people.merge(aMergeForm(survivor, merged, { merged_version: 2 }))

  const said = async () => (await hub.as('adviser').people.page({ reference: survivor.reference })).person.mailings
  expect(await said()).toBe('refused')
  await hub.as('manager').duplicates.undoMerge(theMerge(merge_id))
  expect(await said()).toBeNull()
})

/** Eight are enough for every run; `HUBLINE_PAIRS=1000` takes as many. */
const PAIRS = Number(process.env['HUBLINE_PAIRS'] ?? 8)
const IN_A_HUB = 8

test('random pairs: undoing a merge gives the start again, whatever each of the two had', async () => {
  const chance = aChance()
  let hub = await aHub()
  let world = await aSharedWorld(hub)
  for (let pair = 0; pair < PAIRS; pair++) {
    if (pair > 0 && pair % IN_A_HUB === 0) {
      hub = await aHub({ database: hub.database })
      world = await aSharedWorld(hub)
    }
    const [survivor, merged] = await aPair(hub, world, pair % 2 === 0 ? 'business' : 'person', chance)
    const start = await theClients(hub)
    const as = pair % 2 === 0 ? hub.as('manager').businesses : hub.as('manager').people

    const { merge_id } = await as.merge(aMergeForm(survivor, merged))
    await hub.as('manager').duplicates.undoMerge(theMerge(merge_id))

    expect(await theClients(hub)).toEqual(start)
    await as.merge(aMergeForm(survivor, merged, { survivor_version: 2, merged_version: 3 }))
  }
})

test.each(['business', 'person'] as const)(
  'figures after merging a %s are those of one client, and after undoing it those of two',
  async (kind) => {
    const [hub, mirror] = [await aHub(), await aHub()]
    const [one, other] = [
      await aPair(hub, await aSharedWorld(hub), kind, all),
      await aPair(mirror, await aSharedWorld(mirror), kind, all),
    ]
    const figures = await theFigures(hub, '2021-22')
    const as = kind === 'business' ? hub.as('manager').businesses : hub.as('manager').people

    const { merge_id } = await as.merge(aMergeForm(...one))
    await countedAs(mirror, kind, ...other)

    const merged = await theFigures(hub, '2021-22')
    expect(merged).toEqual(await theFigures(mirror, '2021-22'))
    await hub.as('manager').duplicates.undoMerge(theMerge(merge_id))
    expect(await theFigures(hub, '2021-22')).toEqual(figures)
  },
)

test('who compares or decides a pair that somebody has merged meanwhile is told of which record it is part', async () => {
  const hub = await aHub()
  const [survivor, merged] = [await hub.aBusiness(), await hub.aBusiness({ name: 'Orme Kilns' })]
  const asked = { kind: 'business', one: survivor.reference, other: merged.reference } as const
  const standing = await hub.as('manager').duplicates.compare(asked)
  await hub.as('manager').businesses.merge(aMergeForm(survivor, merged))

  const [now, refusal] = [
    await hub.as('manager').duplicates.compare(asked),
    await refusalOf(
      hub.as('adviser').businesses.sayDifferent({ request_id: randomUUID(), one_id: survivor.id, other_id: merged.id }),
    ),
  ]

  expect([standing.first.part_of, standing.second.part_of]).toEqual([null, null])
  expect([now.first.part_of, now.second.part_of]).toEqual([null, survivor.reference])
  expect(refusal).toMatchObject({
    code: 'invalid',
    sentence: `Orme Kilns, ${merged.reference}, counts as one with ${survivor.reference}: if they are two, undo the merge first`,
  })
  expect(await countOf(hub, 'not_a_duplicate')).toBe(0)
})
