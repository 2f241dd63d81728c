import { CATALOGUE } from '@hubline/domain/indicators/catalogue.ts'
import { unitsOf } from '@hubline/reporting/units.ts'
import { expect, test } from 'vitest'
import { aHubWith } from '../given/bundle.ts'
import { theFigures, theYear } from '../given/records.ts'
import { randomBundle } from '../recount/random-bundle.ts'
import { recount, unitsOf as recountedUnits } from '../recount/recount.ts'

const SEEDS = Array.from({ length: 12 }, (_, index) => index + 1)
const YEARS = ['2020-21', '2021-22', '2022-23']

test.each(SEEDS)('the figures of random hub %i are those of a plain recount, unit by unit', async (seed) => {
  const bundle = randomBundle(seed, 8 + seed * 4)
  const hub = await aHubWith(bundle)

  for (const year of YEARS) {
    const ours = await theFigures(hub, year)
    expect(Object.fromEntries(Object.entries(ours).filter(([, value]) => value !== null))).toEqual(
      recount(bundle, year),
    )

    for (const definition of CATALOGUE) {
      const { rows: units } = await hub.inside((tx) =>
        unitsOf(tx, definition, { hub_id: hub.hub_id, year: theYear(year), size: 100_000 }),
      )
      expect(units.map((unit) => unit.reference).toSorted()).toEqual(
        [...recountedUnits(bundle, year, definition.key)].toSorted(),
      )
    }
  }
})
