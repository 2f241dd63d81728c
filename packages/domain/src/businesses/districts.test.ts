import { expect, test } from 'vitest'
import { STAFFORDSHIRE_DISTRICTS, districtName, districtToday, districtsToday } from './districts.ts'

test('the nine districts of Stoke-on-Trent and Staffordshire are named', () => {
  expect(STAFFORDSHIRE_DISTRICTS.map(districtName)).toEqual([
    'Stoke-on-Trent',
    'Cannock Chase',
    'East Staffordshire',
    'Lichfield',
    'Newcastle-under-Lyme',
    'South Staffordshire',
    'Stafford',
    'Staffordshire Moorlands',
    'Tamworth',
  ])
})

test('an abolished district keeps its name and has a successor', () => {
  expect(districtName('E07000164')).toBe('Hambleton')
  expect(districtToday('E07000164')).toEqual({ code: 'E06000065', name: 'North Yorkshire' })
  expect(districtToday('E06000021')).toEqual({ code: 'E06000021', name: 'Stoke-on-Trent' })
})

test('an unknown code is shown as it is and is no district of today', () => {
  expect(districtName('E07999999')).toBe('E07999999')
  expect(districtToday('E07999999')).toBeUndefined()
  expect(districtToday('')).toBeUndefined()
})

test('today has 361 districts, each once, listed by name', () => {
  const all = districtsToday()
  expect(all.length).toBe(361)
  expect(new Set(all.map((district) => district.code)).size).toBe(361)
  expect(new Set(all.map((district) => district.name)).size).toBe(361)
  expect(all.every(({ code, name }) => /^[EWSN]\d{8}$/.test(code) && name.trim() === name && name !== '')).toBe(true)
  expect([all[0]?.name, all.at(-1)?.name]).toEqual(['Aberdeen City', 'York'])
})
