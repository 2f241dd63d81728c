import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aHub } from '../../given/hub.ts'
import { aProgramme } from '../../given/records.ts'

test('a manager says under which framework a programme is reported, and its figures come to the board', async () => {
  const hub = await aHub()
  const id = await aProgramme(hub, { reference: 'PRG-1' })
  const manager = hub.as('manager')
  const set = (facts: { framework: 'erdf' | 'ukspf' | ''; version: number; minimum_minutes?: string }) =>
    manager.programmes.setFramework({ request_id: randomUUID(), id, ...facts })
  const keys = async () => (await manager.indicators.board({ year: '2021-22' })).figures.map(({ key }) => key)
  expect((await keys()).filter((key) => /^(erdf|ukspf)/.test(key))).toEqual([])

  const { version } = await set({ framework: 'ukspf', version: 1, minimum_minutes: '180' })
  expect(await manager.programmes.list()).toMatchObject([
    { id, framework: 'ukspf', definition_version: 1, minimum_minutes: 180 },
  ])
  expect((await keys()).filter((key) => key.startsWith('ukspf.'))).toHaveLength(6)
  expect((await keys()).filter((key) => key.startsWith('erdf.'))).toEqual([])

  const refused = { request_id: randomUUID(), id, version, framework: 'ukspf' } as const
  for (const minimum_minutes of ['0', '3 hours', '100001'])
    await expect(manager.programmes.setFramework({ ...refused, minimum_minutes })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
  await expect(hub.as('adviser').programmes.setFramework(refused)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(set({ framework: 'erdf', version: 1 })).rejects.toMatchObject({ code: 'CONFLICT' })
  const other = await aHub({ database: hub.database })
  await expect(other.as('manager').programmes.setFramework(refused)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await other.as('manager').programmes.list()).toEqual([])

  const after = await set({ framework: 'erdf', version })
  expect(await manager.programmes.list()).toMatchObject([
    { framework: 'erdf', definition_version: 3, minimum_minutes: null },
  ])
  await set({ framework: '', version: after.version })
  expect(await manager.programmes.list()).toMatchObject([{ framework: null, definition_version: null }])
  expect((await keys()).filter((key) => key.startsWith('erdf.'))).toEqual([])
})

test('a version that a programme has pinned stays, whatever Hubline brings later', async () => {
  const hub = await aHub()
  const id = await aProgramme(hub, { reference: 'PRG-2', framework: 'erdf', definition_version: 2 })
  await hub.as('manager').programmes.setFramework({ request_id: randomUUID(), id, version: 1, framework: 'erdf' })
  expect(await hub.as('adviser').programmes.list()).toMatchObject([{ framework: 'erdf', definition_version: 2 }])
})
