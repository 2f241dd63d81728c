import { expect, test } from 'vitest'
import { prefillFrom } from './prefill.ts'

test.each([
  ['Amberwood Bakery', { name: 'Amberwood Bakery' }],
  ['24/7 Fitness', { name: '24/7 Fitness' }],
  ['05174953', { company_number: '05174953' }],
  ['sc123456', { company_number: 'SC123456' }],
  ['st4 2df', { postcode: 'ST4 2DF' }],
  ['info@amberwood.example', { email: 'info@amberwood.example' }],
  ['01782 000000', { phone: '01782 000000' }],
  ['  ', {}],
])('"%s" goes into its box', (typed, filled) => expect(prefillFrom(typed)).toEqual(filled))
