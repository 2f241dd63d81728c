import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aBusinessForm, countOf, refusalOf } from '../../given/forms.ts'
import { aHub } from '../../given/hub.ts'

test('a business is registered with the next reference, stepping over those that came with an import', async () => {
  const hub = await aHub()
  await hub.aBusiness({ reference: 'B-00001' })

  const first = await hub.as('adviser').businesses.register(aBusinessForm())
  const second = await hub.as('adviser').businesses.register(aBusinessForm({ name: 'Another Ltd' }))

  expect([first.reference, second.reference]).toEqual(['B-00002', 'B-00003'])
  expect((await hub.as('adviser').businesses.page({ reference: first.reference })).business).toMatchObject({
    name: 'Trentham Tiles Ltd',
    town: null,
  })
})

test('a business without a name is refused at that field, and nothing is left behind', async () => {
  const hub = await aHub()

  expect(await refusalOf(hub.as('adviser').businesses.register(aBusinessForm({ name: '  ' })))).toMatchObject({
    code: 'invalid',
    field: 'name',
    sentence: 'Enter the name of the business',
  })
  expect([await countOf(hub, 'business'), await countOf(hub, 'reference_counter')]).toEqual([0, 0])
})

test.each(['445566', '00445566', ' 00 445566 '])(
  'a company number that the hub has already is refused, written as "%s"',
  async (company_number) => {
    const hub = await aHub()
    const there = await hub.aBusiness({ company_number: '00445566' })

    const refusal = await refusalOf(hub.as('adviser').businesses.register(aBusinessForm({ company_number })))

    expect(refusal).toMatchObject({ code: 'already_exists', field: 'company_number' })
    expect(refusal.sentence).toContain(`Amberwood Bakery Ltd (${there.reference})`)
    expect(await countOf(hub, 'business')).toBe(1)
  },
)

test('another business with the same number is taken once the person says that it is another, and is not asked about again', async () => {
  const hub = await aHub()
  const there = await hub.aBusiness({ company_number: '00445566' })
  const form = aBusinessForm({ company_number: '00445566', although_similar_to: [there.id] })

  await hub.as('adviser').businesses.register(form)

  const said = await hub.inside((tx) => tx.selectFrom('not_a_duplicate').select(['one_id', 'other_id']).execute())
  expect(said.map((pair) => [pair.one_id, pair.other_id].toSorted())).toEqual([[form.id, there.id].toSorted()])
})

test('a form sent twice, or eight times at once, registers one business and answers the same', async () => {
  const hub = await aHub()
  const form = aBusinessForm()

  const first = await hub.as('adviser').businesses.register(form)
  const again = await Promise.all(Array.from({ length: 8 }, () => hub.as('adviser').businesses.register(form)))

  expect(new Set([first, ...again].map((reply) => reply.reference)).size).toBe(1)
  expect(await countOf(hub, 'business')).toBe(1)
})

test('eight forms sent at once get eight references', async () => {
  const hub = await aHub()

  const made = await Promise.all(
    Array.from({ length: 8 }, (_, at) => hub.as('adviser').businesses.register(aBusinessForm({ name: `Firm ${at}` }))),
  )

  expect(new Set(made.map((reply) => reply.reference)).size).toBe(8)
})

test('the other hub may have the same company, and its references are its own', async () => {
  const [ours, theirs] = [await aHub(), await aHub()]
  await ours.as('adviser').businesses.register(aBusinessForm({ company_number: '00445566' }))

  const made = await theirs.as('adviser').businesses.register(aBusinessForm({ company_number: '00445566' }))

  expect(made.reference).toBe('B-00001')
})

test('"not the same" cannot be said of a business of another hub', async () => {
  const [ours, theirs] = [await aHub(), await aHub()]
  const [mine, stranger] = [await ours.aBusiness(), await theirs.aBusiness()]

  const refusal = await refusalOf(
    ours.as('adviser').businesses.sayDifferent({ request_id: randomUUID(), one_id: mine.id, other_id: stranger.id }),
  )

  expect(refusal.code).toBe('not_found')
})
