import { expect, test } from 'vitest'
import { SIC_SECTIONS, sicCodes, sicLabel, sicSection } from './sic-codes.ts'

test.each([
  ['01110', 'Growing of cereals (except rice), leguminous crops and oil seeds', 'A'],
  ['23410', 'Manufacture of ceramic household and ornamental articles', 'C'],
  ['56101', 'Licensed restaurants', 'I'],
  ['62020', 'Information technology consultancy activities', 'J'],
  ['99999', 'Dormant Company', 'U'],
])('%s is %s, in section %s', (code, label, section) => {
  expect(sicLabel(code)).toBe(label)
  expect(sicSection(code)).toBe(section)
})

test('there are 731 codes, each once, in order, each with a label and a section that has a name', () => {
  const all = sicCodes()
  expect(all.length).toBe(731)
  expect(all.map(({ code }) => code)).toEqual([...new Set(all.map(({ code }) => code))].toSorted())
  expect(all.filter(({ code, label }) => !/^\d{5}$/.test(code) || label === '' || label.trim() !== label)).toEqual([])
  expect([...new Set(all.map(({ section }) => section))]).toEqual(Object.keys(SIC_SECTIONS))
})

test.each(['', '1110', '011100', '0111a', '00110', '34000', '04000'])('"%s" lies in no section', (code) => {
  expect(sicSection(code)).toBeUndefined()
  expect(sicLabel(code)).toBeUndefined()
})
