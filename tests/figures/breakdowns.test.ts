import { CATALOGUE } from '@hubline/domain/indicators/catalogue.ts'
import { DIMENSIONS, type Dimension, dimensionsOf, overlaps } from '@hubline/domain/indicators/dimensions.ts'
import { type Split, splitsOf } from '@hubline/reporting/breakdowns/splits.ts'
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
const asFilter = ({ dimension }: Split, part: string) =>
  dimension === 'district' || dimension === 'month' ? { [dimension]: part } : { parts: { [dimension]: part } }

test('each part of a figure is the length of its list, and parts that exclude each other add up to the figure', async () => {
  const hub = await aHubWith(randomBundle(11, 30))
  const wrong: unknown[] = []
  await hub.inside(async (tx) => {
    const question = { hub_id: hub.hub_id, year }
    const scope = await scopeOf(tx, question)
    const figures = new Map((await figuresOf(tx, question, CATALOGUE)).map(({ key, value }) => [key, Number(value)]))
    const dimensions = Object.keys(DIMENSIONS) as Dimension[]
    const splits = await splitsOf(tx, scope, { definitions: CATALOGUE, dimensions })
    for (const [index, [definition, dimension]] of SPLITS.entries()) {
      const split = splits.find((one) => one.key === definition.key && one.dimension === dimension)
      const parts = split?.parts ?? []
      const value = parts.reduce((sum, part) => sum + Number(part.value), 0)
      const apart = value - (figures.get(definition.key) ?? 0)
      const isOff = overlaps(dimension) ? apart < -0.06 : Math.abs(apart) > 0.06
      if (isOff && !('mean' in definition.counts)) wrong.push([definition.key, dimension, value])
      if (index % 4 > 0) continue
      const units = parts.reduce((sum, part) => sum + part.units, 0)
      const whole = await howMany(tx, definition, question)
      if (overlaps(dimension) ? units < whole : units !== whole) wrong.push([definition.key, dimension, units, whole])
      if (split && split.figure.units !== whole) wrong.push([definition.key, dimension, split.figure, whole])
      const [part] = parts
      if (!split || !part) continue
      const { total } = await unitsOf(tx, definition, { ...question, ...asFilter(split, part.part), size: 1 })
      if (total !== part.units) wrong.push([definition.key, dimension, part, total])
    }
    if (splits.flatMap(({ parts }) => parts).length < 100) wrong.push('too few parts to tell')
  })
  expect(wrong).toEqual([])
}, 30_000)
