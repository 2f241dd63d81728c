import { QUALITY_RULES, type QualityKey } from '@hubline/domain/data-quality/rules.ts'
import { describe, expect, test } from 'vitest'
import { type TestHub, aHub } from '../../given/hub.ts'
import { SLIPS, type Slip } from './slips.ts'

const YEAR = '2021-22'

async function aSlip(key: QualityKey, hub: TestHub): Promise<Slip> {
  return SLIPS[key](hub, { business: await hub.aBusiness(), person: await hub.aPerson() })
}

const putRight = (hub: TestHub, { right: { table, id, facts } }: Slip) =>
  hub.inside((tx) => tx.updateTable(table).set(facts).where('hub_id', '=', hub.hub_id).where('id', '=', id).execute())

const listedIn = async (hub: TestHub, rule: QualityKey, asked: { year?: string } = {}) => {
  const { rows, listed } = await hub.as('adviser').dataQuality.list({ rule, year: YEAR, ...asked })
  expect(rows).toHaveLength(listed)
  return rows.map(({ id }) => id)
}

const numberOf = async (hub: TestHub, rule: QualityKey) => {
  const { rules } = await hub.as('adviser').dataQuality.overview({ year: YEAR })
  return rules.find(({ key }) => key === rule)?.listed
}

describe.each(QUALITY_RULES.map(({ key }) => key))('%s', (key) => {
  test('lists the record, says so on the record itself, and lets it go once it is put right', async () => {
    const hub = await aHub()
    const slip = await aSlip(key, hub)
    const kind = QUALITY_RULES.find((rule) => rule.key === key)?.lists ?? 'hub'
    const underOf = async () =>
      (await hub.as('adviser').dataQuality.ofRecord({ kind, id: slip.listed })).filter((under) => under.key === key)

    expect(await listedIn(hub, key)).toEqual([slip.listed])
    expect(await numberOf(hub, key)).toBe(1)
    expect(await underOf()).toMatchObject([{ key }])

    await putRight(hub, slip)
    await hub.inside((tx) => tx.insertInto('hub_change').values({ hub_id: hub.hub_id, changes: 99 }).execute())

    expect(await listedIn(hub, key)).toEqual([])
    expect(await numberOf(hub, key)).toBe(0)
    expect(await underOf()).toEqual([])
  })

  test('lists it in its own year only, for its own hub only, and not when it is void', async () => {
    const [hub, other] = [await aHub(), await aHub()]
    const slip = await aSlip(key, hub)
    const rule = QUALITY_RULES.find((each) => each.key === key)

    expect(await listedIn(other, key)).toEqual([])
    expect(await listedIn(hub, key, { year: '2020-21' })).toEqual(rule?.of === 'today' ? [slip.listed] : [])

    await hub.inside((tx) =>
      tx
        .updateTable(rule?.lists === 'hub' ? 'business' : (rule?.lists ?? 'business'))
        .set({ voided_at: new Date(), void_reason: 'Entered twice' })
        .where('hub_id', '=', hub.hub_id)
        .where('id', '=', slip.listed)
        .execute(),
    )
    expect(await listedIn(hub, key)).toEqual([])
  })
})

test('a hub where nothing is the matter has empty lists', async () => {
  const hub = await aHub()

  const { rules } = await hub.as('skills_broker').dataQuality.overview({ year: YEAR })

  expect(rules).toHaveLength(QUALITY_RULES.length)
  expect(rules.every(({ listed }) => listed === 0)).toBe(true)
})
