import { expect, test } from 'vitest'
import { aMeeting } from '../../given/cases.ts'
import { type TestHub, aHub } from '../../given/hub.ts'
import { aServer } from '../../security/listening.ts'
import { checkPack } from '../../stranger/check-pack.ts'
import { packOf } from '../../stranger/read-pack.ts'

const YEAR = '2021-22'
const KEY = 'lep.businesses_supported'
const [FEW, NEXT, MANY] = ['E06000021', 'E07000193', 'E07000197']

/** Three businesses supported in one district, six in another, nine in a third. */
async function threeDistricts() {
  const hub = await aHub({ area_codes: [], with_auditor: true })
  const many = Object.entries({ [FEW]: 3, [NEXT]: 6, [MANY]: 9 })
  for (const [district_code, businesses] of many)
    for (let one = 0; one < businesses; one++)
      await aMeeting(
        hub,
        await hub.aBusiness({ name: `Firm ${district_code} ${one}`, district_code }),
        '2021-06-01',
        60,
      )
  return hub
}

const packed = async (hub: TestHub) => {
  const { url } = await aServer(hub.database)
  const answer = await fetch(`${url}/year/${YEAR}/pack.zip?reason=Board`, {
    headers: { cookie: `hubline=${hub.tokens.manager}` },
  })
  return packOf(Buffer.from(await answer.arrayBuffer()))
}

test('who works in the hub sees exact parts, and which of them are held back where the figure is published', async () => {
  const hub = await threeDistricts()
  for (const role of ['adviser', 'auditor'] as const) {
    const split = await hub.as(role).indicators.split({ key: KEY, year: YEAR, by: 'district' })
    expect(split.nothing_shown).toBe(false)
    expect(split.parts.map(({ part, units, held_back }) => [part, units, held_back])).toEqual([
      [MANY, 9, null],
      [NEXT, 6, 'with_another'],
      [FEW, 3, 'few'],
    ])
  }
  const pack = await packed(hub)
  const rows = (pack['Breakdowns'] ?? []).filter(({ key }) => key === KEY)
  expect(rows.filter(({ dimension }) => dimension === 'district')).toEqual([
    { key: KEY, dimension: 'district', part: FEW, value: '', 'held back': 'yes' },
    { key: KEY, dimension: 'district', part: NEXT, value: '', 'held back': 'yes' },
    { key: KEY, dimension: 'district', part: MANY, value: '9', 'held back': 'no' },
  ])
  expect(rows).toContainEqual({ key: KEY, dimension: 'month', part: '2021-06', value: '18', 'held back': 'no' })
  expect(new Set(rows.map(({ dimension }) => dimension)).size).toBe(8)
  expect(checkPack(pack)).toEqual([])
})

test('a figure of fewer than five is not split where it is published, not even by naming its parts', async () => {
  const hub = await aHub()
  await aMeeting(hub, await hub.aBusiness({ name: 'Amber Ltd', district_code: FEW }), '2021-06-01', 60)

  expect(await hub.as('manager').indicators.split({ key: KEY, year: YEAR, by: 'district' })).toMatchObject({
    nothing_shown: true,
    parts: [{ part: FEW, units: 1, held_back: 'few' }],
  })
  const rows = ((await packed(hub))['Breakdowns'] ?? []).filter(({ key }) => key === KEY)
  expect(rows).toHaveLength(8)
  for (const row of rows) expect(row).toMatchObject({ part: '', value: '', 'held back': 'yes' })
})
