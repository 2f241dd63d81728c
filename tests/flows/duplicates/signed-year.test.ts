import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aMeeting } from '../../given/cases.ts'
import { aHub } from '../../given/hub.ts'
import { aMergeForm } from '../../given/merges.ts'

const YEAR = '2020-21'
const KEY = 'lep.businesses_supported'

test('merging two businesses of a signed-off year is told beforehand, and takes one out of it because of the merge', async () => {
  const hub = await aHub()
  const manager = hub.as('manager')
  const pottery = await hub.aBusiness({ name: 'SMITH POTTERY LTD', company_number: '01234567' })
  const twice = await hub.aBusiness({ name: 'Smith Pottery' })
  await aMeeting(hub, pottery, '2020-06-01', 60)
  await aMeeting(hub, twice, '2020-07-01', 60)
  for (const [steps, to] of (['draft', 'checked'] as const).entries())
    await manager.years.move({ request_id: randomUUID(), year: YEAR, to, steps, note: '' })
  await manager.years.signOff({ request_id: randomUUID(), year: YEAR, steps: 2 })

  const told = await manager.duplicates.preview({ ...aMergeForm(pottery, twice), kind: 'business' })

  const restates = { version: 1, units: 1 }
  expect(told.figures).toContainEqual(
    expect.objectContaining({ year: YEAR, key: KEY, before: '2', after: '1', restates }),
  )

  await manager.businesses.merge(aMergeForm(pottery, twice))

  const { figures } = await manager.years.restatement({ year: YEAR })
  const item = { key: KEY, signed: '2', now: '1', units_in: 0, units_out: 1, units_changed: 0 }
  expect(figures.find(({ key }) => key === KEY)).toMatchObject(item)
  expect((await manager.years.restatementUnits({ year: YEAR, key: KEY })).rows).toMatchObject([
    {
      name: 'Smith Pottery',
      what: 'out',
      causes: expect.arrayContaining([expect.objectContaining({ did: 'merged' })]),
    },
  ])
  const signed = await manager.years.signedUnits({ year: YEAR, version: 1, key: KEY })
  expect([signed.value, signed.rows.map(({ reference }) => reference).toSorted()]).toEqual([
    '2',
    [pottery.reference, twice.reference].toSorted(),
  ])
})
