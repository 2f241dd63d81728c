import { CATALOGUE } from '@hubline/domain/indicators/catalogue.ts'
import { unitsOf } from '@hubline/reporting/units.ts'
import { expect, test } from 'vitest'
import { aRandomHub } from '../given/random-hub.ts'
import { theFigures, theYear } from '../given/records.ts'
import { recount, unitsOf as recountedUnits } from '../recount/recount.ts'

const SEEDS = [1, 2, 3, 4, 5, 6]
const YEARS = ['2020-21', '2021-22', '2022-23']
const KEYS = CATALOGUE.map(({ key }) => key).toSorted()

/** What was compared, and how much of it was more than nothing. */
const compared = new Map<string, number>()

/** A unit as the recount calls it: with the course or programme that it counts for, which ends its name. */
const calledFor = (isPer: boolean, { reference, name }: { reference: string; name: string }) =>
  isPer ? `${reference} ${/\([^()]*\)$/.exec(name)?.[0] ?? ''}` : reference

test.each(SEEDS)('the figures of random hub %i are those of a plain recount, unit by unit', async (seed) => {
  const { hub, bundle } = await aRandomHub(seed, 8 + seed * 7)

  for (const year of YEARS) {
    const ours = await theFigures(hub, year)
    const recounted = recount(bundle, year)
    expect(Object.fromEntries(Object.entries(ours).filter(([, value]) => value !== null))).toEqual(recounted)
    for (const [key, value] of Object.entries(recounted))
      compared.set(key, (compared.get(key) ?? 0) + (Number(value) > 0 ? 1 : 0))

    for (const definition of CATALOGUE) {
      const { rows: units } = await hub.inside((tx) =>
        unitsOf(tx, definition, { hub_id: hub.hub_id, year: theYear(year), size: 100_000 }),
      )
      const isPer = 'per' in definition.counts
      expect([definition.key, units.map((unit) => calledFor(isPer, unit)).toSorted()]).toEqual([
        definition.key,
        recountedUnits(bundle, year, definition.key),
      ])
    }
  }
})

test('every figure of the catalogue was compared, and was more than nothing in several years of those hubs', () => {
  expect([...compared.keys()].toSorted()).toEqual(KEYS)
  expect(KEYS).toHaveLength(43)
  expect([...compared].filter(([, many]) => many < 3)).toEqual([])
})
