import { CATALOGUE } from '@hubline/domain/indicators/catalogue.ts'
import { DIMENSIONS, type Dimension, dimensionsOf, overlaps } from '@hubline/domain/indicators/dimensions.ts'
import { type Cell, cellsOf } from '@hubline/reporting/breakdowns/cells.ts'
import { scopeOf } from '@hubline/reporting/evidence.ts'
import { figuresOf } from '@hubline/reporting/figures.ts'
import { howMany, unitsOf } from '@hubline/reporting/units.ts'
import { expect, test } from 'vitest'
import { aHubWith } from '../given/bundle.ts'
import { theYear } from '../given/records.ts'
import { randomBundle } from '../recount/random-bundle.ts'

const year = theYear('2021-22')
const SPLITS = (Object.keys(DIMENSIONS) as Dimension[]).flatMap((dimension) =>
  CATALOGUE.filter((definition) => dimensionsOf(definition).includes(dimension)).map(
    (definition) => [definition, dimension] as const,
  ),
)
const asFilter = ({ dimension, part }: Cell) =>
  dimension === 'district' || dimension === 'month' ? { [dimension]: part } : { parts: { [dimension]: part } }

test('each part of a figure is the length of its list, and parts that exclude each other add up to the figure', async () => {
  const hub = await aHubWith(randomBundle(11, 30))
  const wrong: unknown[] = []
  await hub.inside(async (tx) => {
    const question = { hub_id: hub.hub_id, year }
    const scope = await scopeOf(tx, question)
    const figures = new Map((await figuresOf(tx, question, CATALOGUE)).map(({ key, value }) => [key, Number(value)]))
    const cells = await cellsOf(tx, scope, CATALOGUE, Object.keys(DIMENSIONS) as Dimension[])
    for (const [index, [definition, dimension]] of SPLITS.entries()) {
      const parts = cells.filter((cell) => cell.key === definition.key && cell.dimension === dimension)
      const value = parts.reduce((sum, part) => sum + Number(part.value), 0)
      const apart = value - (figures.get(definition.key) ?? 0)
      const isOff = overlaps(dimension) ? apart < -0.06 : Math.abs(apart) > 0.06
      if (isOff && !('mean' in definition.counts)) wrong.push([definition.key, dimension, value])
      if (index % 4 > 0) continue
      const units = parts.reduce((sum, part) => sum + part.units, 0)
      const whole = await howMany(tx, definition, question)
      if (overlaps(dimension) ? units < whole : units !== whole) wrong.push([definition.key, dimension, units, whole])
      const [part] = parts
      if (!part) continue
      const { total } = await unitsOf(tx, definition, { ...question, ...asFilter(part), size: 1 })
      if (total !== part.units) wrong.push([definition.key, dimension, part, total])
    }
    if (cells.length < 100) wrong.push('too few parts to tell')
  })
  expect(wrong).toEqual([])
}, 30_000)
