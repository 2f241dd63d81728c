import { expect, test } from 'vitest'
import { protectedRows } from './breakdown-sheet.ts'

const of = (units: number) => ({ units, behind: units, largest: null, second: null, whole: null })
const parts = Object.entries({ high: 3, medium: 20, light: 60, none: 70 }).map(([part, units]) => ({
  ...of(units),
  part,
  value: String(units),
}))

test('a split by intensity of which a part is held back is not published at all: the bands are figures beside it', () => {
  const split = { key: 'lep.businesses_supported', figure: of(153), parts }

  expect(protectedRows({ ...split, dimension: 'intensity' })).toEqual([[split.key, 'intensity', null, null, 'yes']])
  expect(protectedRows({ ...split, dimension: 'legal_form' }).map(([, , part, value]) => [part, value])).toEqual([
    ['high', null],
    ['medium', null],
    ['light', '60'],
    ['none', '70'],
  ])
})
