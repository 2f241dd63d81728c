import { expect, test } from 'vitest'
import { type BusinessKnownAs, recogniseBusiness } from './recognise-business.ts'

const known = (id: string, name: string, facts: Partial<BusinessKnownAs> = {}): BusinessKnownAs => ({
  id,
  reference: `B-${id}`,
  name,
  called: name,
  ...facts,
})

test.each<[string, BusinessKnownAs[], string]>([
  ['the only one of the name', [known('1', 'AMBERWOOD BAKERY LTD'), known('2', 'Amberwood Bakehouse')], 'known'],
  ['the only one that trades by it', [known('1', 'Shah & Sons Ltd', { trading_name: 'Amberwood Bakery' })], 'known'],
  ['two of the name', [known('1', 'Amberwood Bakery Ltd'), known('2', 'Amberwood Bakery')], 'maybe'],
  ['a name that is alike', [known('1', 'Amberwood Bakeries Limited')], 'maybe'],
  ['nothing alike', [known('1', 'Trentham Tiles')], 'new'],
  ['nobody', [], 'new'],
])('a business written Amberwood Bakery, with %s', (_, alike, verdict) => {
  expect(recogniseBusiness({ name: 'Amberwood Bakery' }, alike).verdict).toBe(verdict)
})
