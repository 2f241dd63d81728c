import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { CATALOGUE } from '@hubline/domain/indicators/catalogue.ts'
import { frameworkOf } from '@hubline/domain/indicators/definition.ts'
import { unitsOf } from '@hubline/reporting/units.ts'
import { describe, expect, test } from 'vitest'
import { aHubWith } from '../given/bundle.ts'
import { theFigures, theYear } from '../given/records.ts'

const SAMPLES = path.resolve(import.meta.dirname, '..', 'samples')

/** Figures that came with the bundles, worked out by somebody else's program. */
const given = readdirSync(SAMPLES).flatMap((name) => {
  const match = /^(.+)\.figures-(\d{4}-\d{2})\.json$/.exec(name)
  return match?.[1] && match[2]
    ? [
        {
          bundle: match[1],
          year: match[2],
          figures: JSON.parse(readFileSync(path.join(SAMPLES, name), 'utf8')) as Record<string, string>,
        },
      ]
    : []
})

test('there are figures to hold ours against', () => {
  expect(given.map(({ bundle }) => bundle)).toEqual(expect.arrayContaining(['bundle-a', 'bundle-real-awards']))
})

describe.each([...new Set(given.map(({ bundle }) => bundle))])('%s', (bundle) => {
  test('every figure of every year is right, and its list is exactly as long', async () => {
    const hub = await aHubWith(path.join(SAMPLES, bundle))

    for (const { year, figures } of given.filter((each) => each.bundle === bundle)) {
      const ours = await theFigures(hub, year)
      expect(ours).toMatchObject(figures)

      const lengths: Record<string, string> = {}
      for (const definition of CATALOGUE.filter((each) => frameworkOf(each) === undefined)) {
        const { rows: units } = await hub.inside((tx) =>
          unitsOf(tx, definition, { hub_id: hub.hub_id, year: theYear(year), size: 100_000 }),
        )
        expect(new Set(units.map((unit) => `${unit.kind} ${unit.id}`)).size).toBe(units.length)
        expect(units.every((unit) => unit.because.length > 0)).toBe(true)
        if ('each' in definition.counts || 'each_in_its_first_year' in definition.counts)
          lengths[definition.key] = String(units.length)
      }
      expect(ours).toMatchObject(lengths)
    }
  })
})

test('without the rule of the area the list of the sample would be longer: the rule is at work', async () => {
  const hub = await aHubWith(path.join(SAMPLES, 'bundle-a'))
  const before = Number((await theFigures(hub, '2021-22'))['lep.businesses_supported'])

  await hub.inside((tx) => tx.updateTable('hub').set({ area_codes: [] }).where('hub_id', '=', hub.hub_id).execute())

  expect(Number((await theFigures(hub, '2021-22'))['lep.businesses_supported'])).toBeGreaterThan(before)
})
