import { randomUUID } from 'node:crypto'
import type { Role } from '@hubline/domain/staff/permissions.ts'
import { expect, test } from 'vitest'
import { aCase, aMeeting } from '../../given/cases.ts'
import { type TestHub, aHub } from '../../given/hub.ts'
import { aProgramme, aRecord } from '../../given/records.ts'

const YEAR = '2020-21'
const KEY = 'lep.businesses_supported'
const MONTHS = [10, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
const OF = { year: YEAR, programme: 'PRG-1' }

type Setting = { key?: string; version?: number; value?: number | null; profile?: number[] | null }
const set = (hub: TestHub, target: Setting = {}, role: Role = 'manager', programme = 'PRG-1') =>
  hub.as(role).years.setTargets({
    request_id: randomUUID(),
    year: YEAR,
    programme,
    targets: [{ key: KEY, version: 0, value: 20, profile: null, ...target }],
  })
const shown = async (hub: TestHub, key = KEY) => {
  const { figures } = await hub.as('adviser').years.targets(OF)
  return figures.find((figure) => figure.key === key)
}

/** Two programmes; Amber was met in April outside any, in June by a case of the first and in July by the second. */
async function twoProgrammes() {
  const hub = await aHub()
  const [first, second] = [await aProgramme(hub, { reference: 'PRG-1' }), await aProgramme(hub, { reference: 'PRG-2' })]
  const [amber, birch] = [await hub.aBusiness({ name: 'Amber Ltd' }), await hub.aBusiness({ name: 'Birch Ltd' })]
  const its_case = await aCase(hub, amber, { opened_on: '2020-04-01' })
  const meeting = { hub_id: hub.hub_id, kind: 'mentoring', channel: 'video', minutes: 400 } as const
  await hub.inside((tx) => tx.updateTable('case').set({ programme_id: first }).where('id', '=', its_case).execute())
  await aMeeting(hub, amber, '2020-04-02')
  await aRecord(hub, 'interaction', { ...meeting, business_id: amber.id, case_id: its_case, occurred_on: '2020-06-03' })
  await aRecord(hub, 'interaction', {
    ...meeting,
    business_id: amber.id,
    programme_id: second,
    occurred_on: '2020-07-04',
  })
  await aRecord(hub, 'interaction', {
    ...meeting,
    business_id: birch.id,
    programme_id: first,
    occurred_on: '2020-09-05',
  })
  return hub
}

test('a programme has targets of its own beside those of the hub', async () => {
  const hub = await twoProgrammes()
  await hub.as('manager').years.setTargets({
    request_id: randomUUID(),
    year: YEAR,
    targets: [{ key: KEY, version: 0, value: 500, profile: null }],
  })
  await set(hub, { profile: MONTHS })
  expect(await shown(hub)).toMatchObject({ version: 1, value: 20, profile: MONTHS })
  await set(hub, { version: 1, value: 4 })
  expect(await shown(hub)).toMatchObject({ version: 2, value: 4, profile: null })
  expect((await hub.as('adviser').years.targets({ year: YEAR })).figures.find(({ key }) => key === KEY)).toMatchObject({
    value: 500,
  })
  expect((await hub.as('adviser').years.targets({ ...OF, programme: 'PRG-2' })).figures[0]).toMatchObject({
    value: null,
  })

  const page = await hub.as('adviser').programmes.figures(OF)
  expect(page.with_target).toMatchObject([
    { key: KEY, value: '2', target: '4', course: { target: 4, forecast: 'over' } },
  ])
  expect(page.others.map(({ key }) => key)).toContain('gh.medium')

  await set(hub, { version: 2, value: null })
  expect(await shown(hub)).toMatchObject({ version: 0, value: null })
  const { rows } = await hub.database.owner.query(
    `select count(*)::int as former from app.history where hub_id = $1 and kind = 'programme_target'`,
    [hub.hub_id],
  )
  expect(rows).toEqual([{ former: 2 }])
})

test('each number of a programme is the length of its list, told from the records of the programme alone', async () => {
  const hub = await twoProgrammes()
  const adviser = hub.as('adviser')
  const { present } = await adviser.years.course({ ...OF, key: KEY })
  expect(present.months.map(({ added }) => added).join(' ')).toBe('0 0 1 0 0 1 0 0 0 0 0 0')
  for (const { month, units } of present.months)
    expect((await adviser.indicators.units({ key: KEY, year: YEAR, month, parts: { programme: 'PRG-1' } })).total).toBe(
      units,
    )

  for (const key of [KEY, 'gh.medium', 'gh.light', 'local.one_to_one']) {
    const { parts } = await adviser.indicators.split({ key, year: YEAR, by: 'programme' })
    for (const programme of ['PRG-1', 'PRG-2', 'none']) {
      const list = await adviser.indicators.units({ key, year: YEAR, parts: { programme } })
      expect([key, programme, list.rows.length, list.value]).toEqual([key, programme, list.total, String(list.total)])
      expect(list.total).toBe(parts.find(({ part }) => part === programme)?.units ?? 0)
    }
  }
  const june = await adviser.indicators.units({ key: KEY, year: YEAR, month: '2020-06', parts: { programme: 'PRG-1' } })
  expect(june.rows).toMatchObject([{ name: 'Amber Ltd', first_on: '2020-06-03', because: [{ on: '2020-06-03' }] }])
})

test('what cannot stand is refused, and nothing is kept', async () => {
  const hub = await twoProgrammes()
  await expect(set(hub, { profile: [1, ...MONTHS.slice(1)] })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  await expect(set(hub, { key: 'skills.reviews_held' })).rejects.toThrow(/no records that name a programme/)
  await expect(set(hub, {}, 'adviser')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(set(hub, {}, 'manager', 'PRG-9')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const other = await aHub()
  await expect(set(other)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await shown(hub)).toMatchObject({ version: 0, value: null })
  await set(hub)
  await expect(set(hub, { value: 30 })).rejects.toMatchObject({ code: 'CONFLICT' })
  await set(hub, { version: 1, value: 21 })
  await expect(set(hub, { version: 1, value: 30 })).rejects.toMatchObject({ code: 'CONFLICT' })
  expect(await shown(hub)).toMatchObject({ version: 2, value: 21 })
})
