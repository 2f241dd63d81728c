import { expect, test } from 'vitest'
import { legalFormInName } from './legal-form-in-name.ts'

test.each([
  ['Kiln Works Ltd', 'limited_company'],
  ['KILN WORKS LIMITED ', 'limited_company'],
  ['Kiln Works Ltd (UK)', 'limited_company'],
  ['Kiln Works PLC', 'plc'],
  ['Shah & Ashby LLP', 'llp'],
  ['Potteries Makers CIC', 'cic'],
  ['Longton Borough Council', 'public_body'],
  ['Trentham College', 'education'],
  ['Limited Edition Prints', 'unknown'],
  ['Priya Shah Ceramics', 'unknown'],
])('%s is %s', (name, form) => {
  expect(legalFormInName(name)).toBe(form)
})
