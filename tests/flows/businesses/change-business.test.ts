import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { countOf, refusalOf } from '../../given/forms.ts'
import { aHub } from '../../given/hub.ts'

const aChange = (id: string, version: number, facts: Record<string, string | number | null>) => ({
  request_id: randomUUID(),
  id,
  version,
  ...facts,
})

test('what was sent changes and the rest stays; blank clears', async () => {
  const hub = await aHub()
  const { id, reference } = await hub.aBusiness({ phone: '01827 555123', postcode: 'B79 7DL' })

  const { version } = await hub.as('adviser').businesses.change(aChange(id, 1, { town: 'Leek', phone: '' }))

  const { business } = await hub.as('adviser').businesses.page({ reference })
  expect(version).toBe(2)
  expect(business).toMatchObject({
    version: 2,
    town: 'Leek',
    phone: null,
    postcode: 'B79 7DL',
    name: 'Amberwood Bakery Ltd',
  })
})

test('a form that was filled from an older version is told who changed what, and changes nothing', async () => {
  const hub = await aHub()
  const { id, reference } = await hub.aBusiness()
  await hub.as('manager').businesses.change(aChange(id, 1, { phone: '01827 555123', town: 'Leek' }))

  const refusal = await refusalOf(hub.as('adviser').businesses.change(aChange(id, 1, { town: 'Stone' })))

  expect(refusal).toEqual({
    code: 'stale',
    sentence: `manager of ${hub.slug} changed the town and the phone just now: reload to see it; your text is kept`,
  })
  expect((await hub.as('adviser').businesses.page({ reference })).business).toMatchObject({ version: 2, town: 'Leek' })
})

test('of two changes at once from the same version one is done and one is told', async () => {
  const hub = await aHub()
  const { id } = await hub.aBusiness()

  const done = await Promise.allSettled(
    ['Leek', 'Stone'].map((town) => hub.as('adviser').businesses.change(aChange(id, 1, { town }))),
  )

  expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await countOf(hub, 'history')).toBe(1)
})

test('the same change sent eight times at once is one change', async () => {
  const hub = await aHub()
  const { id } = await hub.aBusiness()
  const form = aChange(id, 1, { town: 'Leek' })

  const replies = await Promise.all(Array.from({ length: 8 }, () => hub.as('adviser').businesses.change(form)))

  expect(replies).toEqual(Array.from({ length: 8 }, () => ({ version: 2 })))
  expect(await countOf(hub, 'history')).toBe(1)
})

test('a negative turnover is refused at its field', async () => {
  const hub = await aHub()
  const { id } = await hub.aBusiness()

  expect(await refusalOf(hub.as('adviser').businesses.change(aChange(id, 1, { turnover_pence: -1 })))).toMatchObject({
    code: 'invalid',
    field: 'turnover_pence',
  })
})

test('a business of another hub cannot be changed: it is not there', async () => {
  const [ours, theirs] = [await aHub(), await aHub()]
  const { id, reference } = await ours.aBusiness()

  expect(await refusalOf(theirs.as('admin').businesses.change(aChange(id, 1, { town: 'Leek' })))).toMatchObject({
    code: 'not_found',
  })
  expect((await ours.as('adviser').businesses.page({ reference })).business.version).toBe(1)
})

test('a voided business is not changed, and says that it was voided', async () => {
  const hub = await aHub()
  const { id } = await hub.aBusiness()
  await hub
    .as('manager')
    .records.void({ request_id: randomUUID(), kind: 'business', id, version: 1, reason: 'Entered twice' })

  expect((await refusalOf(hub.as('adviser').businesses.change(aChange(id, 2, { town: 'Leek' })))).sentence).toMatch(
    /voided this business just now/,
  )
})
