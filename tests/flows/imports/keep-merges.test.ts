import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { type TestHub, aHub } from '../../given/hub.ts'
import { aMergeForm } from '../../given/merges.ts'
import { GOOD, aBundle, importInto } from './folder.ts'

const OLD = {
  'businesses.csv': [
    'reference,name,legal_form,merged_into_reference',
    'B-1,Smith Pottery,plc,',
    'B-2,SMITH POTTERY,plc,',
  ],
  'interactions.csv': [
    'reference,business_reference,kind,channel,occurred_on,minutes',
    'I-1,B-1,advice_session,video,2021-06-01,60',
    'I-2,B-2,advice_session,video,2021-06-02,60',
  ],
}

async function standing(hub: TestHub) {
  const found = await hub.database.owner.query<{ reference: string; client: string }>(
    `select i.reference, b.reference as client from app.interaction i join app.business b on b.hub_id = i.hub_id and b.id = i.business_id
     where i.hub_id = $1 union all
     select m.reference, e.reference from app.business m join app.business e on e.hub_id = m.hub_id and e.id = m.counts_as_id where m.hub_id = $1
     order by 1`,
    [hub.hub_id],
  )
  return Object.fromEntries(found.rows.map(({ reference, client }) => [reference, client]))
}

const made = (hub: TestHub, reference: string) =>
  hub.inside((tx) =>
    tx.selectFrom('business').select(['id', 'reference']).where('reference', '=', reference).executeTakeFirstOrThrow(),
  )

test('a bundle that is older than a merge leaves the merge and its rows as they are, and says so; once it is undone, it does not', async () => {
  const hub = await aHub()
  const bundle = await aBundle(OLD)
  await importInto(hub, bundle)
  const [one, two] = [await made(hub, 'B-1'), await made(hub, 'B-2')]
  const { merge_id } = await hub.as('manager').businesses.merge(aMergeForm(one, two))

  const told = await importInto(hub, bundle)

  const cell = { file: 'businesses.csv', line: 3, column: 'merged_into_reference', found: '', kept: 'B-1' }
  const row = { file: 'interactions.csv', line: 3, column: 'business_reference', found: 'B-2', kept: 'B-1' }
  expect(told).toMatchObject({ accepted: true, rejected: [], kept_merges: [cell, row] })
  expect(told.updated).toEqual({ 'businesses.csv': 0, 'interactions.csv': 0 })
  const merged = { 'B-1': 'B-1', 'B-2': 'B-1', 'I-1': 'B-1', 'I-2': 'B-1' }
  expect(await standing(hub)).toEqual(merged)

  await hub.as('manager').duplicates.undoMerge({ request_id: randomUUID(), id: merge_id, version: 1 })
  expect(await importInto(hub, bundle)).toMatchObject({ updated: { 'interactions.csv': 0 }, kept_merges: [] })
  expect(await standing(hub)).toEqual({ ...merged, 'B-2': 'B-2', 'I-2': 'B-2' })
})

test('along a chain of merges each row stays with the last; a row that the bundle gives to a third client goes there', async () => {
  const hub = await aHub()
  await importInto(hub, await aBundle({ ...OLD, 'businesses.csv': [...OLD['businesses.csv'], 'B-3,Smiths,plc,'] }))
  const [one, two, three] = [await made(hub, 'B-1'), await made(hub, 'B-2'), await made(hub, 'B-3')]
  await hub.as('manager').businesses.merge(aMergeForm(one, two))
  await hub.as('manager').businesses.merge(aMergeForm(three, one, { merged_version: 2 }))

  const told = await importInto(hub, await aBundle(OLD))

  expect(told.kept_merges.map(({ line, kept }) => [line, kept])).toEqual([
    [2, 'B-3'],
    [3, 'B-1'],
    [2, 'B-3'],
    [3, 'B-3'],
  ])
  expect(await standing(hub)).toEqual({ 'B-1': 'B-3', 'B-2': 'B-3', 'B-3': 'B-3', 'I-1': 'B-3', 'I-2': 'B-3' })

  await importInto(
    hub,
    await aBundle({
      ...GOOD,
      'interactions.csv': OLD['interactions.csv'].with(2, 'I-2,B-9,advice_session,video,2021-06-02,60'),
      'businesses.csv': ['reference,name,legal_form', 'B-9,Ninth,plc'],
    }),
  )
  expect(await standing(hub)).toMatchObject({ 'I-1': 'B-3', 'I-2': 'B-9' })
})
