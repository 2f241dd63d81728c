import { randomUUID } from 'node:crypto'
import type { Role } from '@hubline/domain/staff/permissions.ts'
import { expect, test } from 'vitest'
import { aMeeting } from '../../given/cases.ts'
import { type TestHub, aHub } from '../../given/hub.ts'
import { signedYear } from '../../given/signed-year.ts'

const YEAR = '2020-21'
const KEY = 'lep.businesses_supported'
const MONTHS = [10, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]

type Setting = { key?: string; version?: number; value?: number | null; profile?: number[] | null }
const set = (hub: TestHub, target: Setting = {}, role: Role = 'manager', request_id: string = randomUUID()) =>
  hub.as(role).years.setTargets({
    request_id,
    year: YEAR,
    targets: [{ key: KEY, version: 0, value: 20, profile: null, ...target }],
  })
const shown = async (hub: TestHub, role: Role = 'adviser', key = KEY) => {
  const { figures } = await hub.as(role).years.targets({ year: YEAR })
  return figures.find((figure) => figure.key === key)
}
const kept = async (hub: TestHub) => {
  const { rows } = await hub.database.owner.query(
    `select (select count(*)::int from app.target where hub_id = $1) as targets,
      (select count(*)::int from app.history where hub_id = $1 and kind = 'target') as former`,
    [hub.hub_id],
  )
  return rows[0]
}
const course = (hub: TestHub, year = YEAR, key = KEY) => hub.as('adviser').years.course({ year, key })

test('a manager sets a target with its months; the board and the course are held against it', async () => {
  const hub = await aHub()
  await set(hub, { profile: MONTHS })

  expect(await shown(hub)).toMatchObject({ version: 1, value: 20, profile: MONTHS })
  const board = await hub.as('adviser').indicators.board({ year: YEAR })
  expect(board.figures.find(({ key }) => key === KEY)).toMatchObject({ target: '20', due: 1 })
  expect(await course(hub)).toMatchObject({ target: 20, due: [10, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20] })

  await set(hub, { version: 1, value: 24 })
  expect(await shown(hub)).toMatchObject({ version: 2, value: 24, profile: null })
  await set(hub, { version: 2, value: null })
  expect(await shown(hub)).toMatchObject({ version: 0, value: null })
  await set(hub, { value: 25 }, 'admin')
  expect(await shown(hub)).toMatchObject({ version: 1, value: 25 })
  expect(await kept(hub)).toEqual({ targets: 2, former: 2 })
})

test('the same request twice sets a target once', async () => {
  const hub = await aHub()
  const request_id = randomUUID()
  await set(hub, {}, 'manager', request_id)
  await set(hub, {}, 'manager', request_id)
  expect(await kept(hub)).toEqual({ targets: 1, former: 0 })
})

test.each<[string, Setting]>([
  ['months that do not add up', { profile: [...MONTHS.slice(0, 11), 1] }],
  ['half a business', { value: 20.5 }],
  ['a score beyond the scale', { key: 'gh.satisfaction', value: 6 }],
  ['months of a score', { key: 'gh.satisfaction', value: 4, profile: [4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] }],
])('%s are refused, and nothing of what was sent with it is kept', async (_, wrong) => {
  const hub = await aHub()
  const good = { key: 'lep.jobs_created', version: 0, value: 5, profile: null }
  const bad = { key: KEY, version: 0, value: 20, profile: null, ...wrong }
  await expect(
    hub.as('manager').years.setTargets({ request_id: randomUUID(), year: YEAR, targets: [good, bad] }),
  ).rejects.toMatchObject({ code: 'BAD_REQUEST', cause: { field: 'targets' } })
  expect(await kept(hub)).toEqual({ targets: 0, former: 0 })
})

test('a target that somebody else set or took away meanwhile is not written over', async () => {
  const hub = await aHub()
  await set(hub)
  await expect(set(hub, { value: 30 })).rejects.toMatchObject({ code: 'CONFLICT' })
  await set(hub, { version: 1, value: 21 })
  await expect(set(hub, { version: 1, value: 30 })).rejects.toMatchObject({ code: 'CONFLICT' })
  await set(hub, { version: 2, value: null })
  await expect(set(hub, { version: 3, value: 30 })).rejects.toMatchObject({ code: 'CONFLICT' })
  expect(await shown(hub)).toMatchObject({ value: null })
})

test('an adviser reads targets and sets none; another hub sees nothing of them', async () => {
  const hub = await aHub()
  await expect(set(hub, {}, 'adviser')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await set(hub)
  const other = await aHub()
  expect(await shown(other)).toMatchObject({ value: null })
})

test('a signed-off year keeps its targets', async () => {
  const hub = await aHub()
  await set(hub)
  await signedYear(hub, YEAR)
  await expect(set(hub, { version: 1, value: 30 })).rejects.toThrow(/signed off: its targets stay/)
  expect(await hub.as('adviser').years.targets({ year: YEAR })).toMatchObject({ is_fixed: true })
})

test('a target that a bundle changes goes evenly again', async () => {
  const hub = await aHub()
  await set(hub, { profile: MONTHS })
  await hub.inside((tx) => tx.updateTable('target').set({ value: '50' }).execute())
  expect(await shown(hub)).toMatchObject({ value: 50, profile: null })
})

test('each month of a course is the length of its list, and the months make the year', async () => {
  const hub = await aHub()
  const [amber, birch, cedar] = [
    await hub.aBusiness({ name: 'Amber Ltd' }),
    await hub.aBusiness({ name: 'Birch Ltd' }),
    await hub.aBusiness({ name: 'Cedar Ltd' }),
  ]
  for (const [client, day] of [
    [amber, '2020-04-01'],
    [amber, '2020-06-30'],
    [birch, '2020-06-01'],
    [cedar, '2021-03-31'],
    [amber, '2019-05-01'],
  ] as const)
    await aMeeting(hub, client, day)

  const { present, past, forecast } = await course(hub)

  expect(present.months.map(({ added }) => added).join(' ')).toBe('1 0 1 0 0 0 0 0 0 0 0 1')
  expect(present.months.map(({ reached }) => reached).join(' ')).toBe('1 1 2 2 2 2 2 2 2 2 2 3')
  expect(past.map((one) => [one.year, one.months.at(-1)?.reached])).toEqual([
    ['2019-20', '1'],
    ['2018-19', '0'],
  ])
  expect(forecast).toBe('over')
  for (const { month, units } of present.months) {
    const list = await hub.as('adviser').indicators.units({ key: KEY, year: YEAR, month })
    expect([list.total, list.rows.length]).toEqual([units, units])
  }
  const june = await hub.as('adviser').indicators.units({ key: KEY, year: YEAR, month: '2020-06' })
  expect(june.rows.map(({ name }) => name)).toEqual(['Birch Ltd'])
})
