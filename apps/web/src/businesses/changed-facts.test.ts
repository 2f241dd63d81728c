import { expect, test } from 'vitest'
import { changedFacts } from './changed-facts.ts'

const was = { name: 'Amberwood Bakery Ltd', phone: null, employees_fte: '12.50', town: 'Leek', version: 3 }

test('only what is different is sent', () => {
  expect(changedFacts({ name: 'Amberwood Bakery Ltd', phone: null, employees_fte: 12.5, town: 'Stone' }, was)).toEqual({
    town: 'Stone',
  })
})

test('a fact that is taken out is sent as not known', () => {
  expect(changedFacts({ town: null }, was)).toEqual({ town: null })
})

test('blank and not known are the same', () => {
  expect(changedFacts({ phone: undefined }, was)).toEqual({})
  expect(changedFacts({ website: null }, was)).toEqual({})
})

test('a number is compared as a number', () => {
  expect(changedFacts({ employees_fte: 13 }, was)).toEqual({ employees_fte: 13 })
  expect(changedFacts({ employees_fte: 0 }, { employees_fte: null })).toEqual({ employees_fte: 0 })
})
