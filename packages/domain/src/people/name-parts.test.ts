import { expect, test } from 'vitest'
import { nameParts } from './name-parts.ts'

test('the last word of a name is the family name', () => {
  expect(nameParts(' Mary Ann  Okafor ')).toEqual({ given_name: 'Mary Ann', family_name: 'Okafor' })
  expect(nameParts('Mary')).toEqual({ given_name: 'Mary', family_name: '' })
})
