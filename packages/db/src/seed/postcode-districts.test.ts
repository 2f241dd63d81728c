import { districtToday } from '@hubline/domain/businesses/districts.ts'
import { normalisePostcode } from '@hubline/domain/businesses/identifiers.ts'
import { expect, test } from 'vitest'
import { postcodeDistrictEntries } from './postcode-districts.ts'

const entries = [...postcodeDistrictEntries()]

test('every prefix is a sector or a whole postcode, once, in a district of today', () => {
  expect(new Set(entries.map((entry) => entry.prefix)).size).toBe(entries.length)
  expect(entries.length).toBeGreaterThan(20_000)
  expect(
    entries.filter(({ prefix }) => !/^[A-Z]{1,2}\d\d? \d$/.test(prefix) && normalisePostcode(prefix) !== prefix),
  ).toEqual([])
  expect(entries.filter(({ district_code }) => districtToday(district_code)?.code !== district_code)).toEqual([])
})

test('no sector is given whole where only its Staffordshire postcodes are known', () => {
  const sectors = entries.map((entry) => entry.prefix).filter((prefix) => /^[A-Z]{1,2}\d\d? \d$/.test(prefix))
  expect(new Set(sectors.map((sector) => /^[A-Z]+/.exec(sector)?.[0]))).toEqual(new Set(['ST', 'WS', 'DE', 'TF']))
})
