import { expect, test } from 'vitest'
import { readBusinessesQuestion } from './businesses-question.ts'

test('an empty address asks for all businesses by name', () => {
  expect(readBusinessesQuestion({})).toEqual({
    filter: {},
    sort: 'name',
    direction: 'asc',
    after: undefined,
    before: undefined,
    size: 50,
  })
})

test('every filter is read', () => {
  const address = { q: 'kiln', district: 'E07000197', state: 'lapsed', size: 'micro', sector: '62', sort: '-changed' }

  expect(readBusinessesQuestion(address)).toMatchObject({
    filter: { text: 'kiln', district: 'E07000197', state: 'lapsed', size: 'micro', sector: '62' },
    sort: 'changed',
    direction: 'desc',
  })
})

test('words that mean nothing are dropped', () => {
  expect(readBusinessesQuestion({ state: 'gone', size: 'huge', sector: 'bakers', sort: 'age' })).toMatchObject({
    filter: {},
    sort: 'name',
  })
})
