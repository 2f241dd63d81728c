import { expect, test } from 'vitest'
import { reasonOf } from './match-reason.ts'

test('a match that is seen already needs no reason', () => {
  expect(reasonOf({ field: 'name', matched: 'Amberwood Bakery Ltd' }, 'Amberwood Bakery Ltd')).toBeUndefined()
  expect(reasonOf({ field: 'reference', matched: 'B-4156' }, 'Amberwood Bakery Ltd')).toBeUndefined()
})

test('a match by a number, or by a former name, is given', () => {
  expect(reasonOf({ field: 'phone', matched: '01785 000000' }, 'Amberwood Bakery Ltd')).toBe('phone 01785 000000')
  expect(reasonOf({ field: 'name', matched: 'Amber Cakes' }, 'Amberwood Bakery Ltd')).toBe('name Amber Cakes')
})
