import { expect, test } from 'vitest'
import { isYearName, oneOf, readAddress, text, withinTheApp, words, writeAddress } from './address.ts'

test('a question is the same after it has been in the address', () => {
  const parts = { view: 'overdue', f: 'stage:in_delivery,district:E07000197', sort: '-due_on', ref: '00417' }

  expect(writeAddress(parts)).toBe('?view=overdue&f=stage:in_delivery,district:E07000197&sort=-due_on&ref=00417')
  expect(readAddress(writeAddress(parts))).toEqual(parts)
})

test('what is not asked does not stand in the address', () => {
  expect(writeAddress({ view: undefined, sort: '' })).toBe('')
})

test('an unknown word is dropped', () => {
  expect(oneOf({ view: 'everything' }, 'view', ['overdue', 'mine'])).toBeUndefined()
  expect(oneOf({ view: 'mine' }, 'view', ['overdue', 'mine'])).toBe('mine')
  expect(text({ q: '  ' }, 'q')).toBeUndefined()
  expect(words({ stage: 'open,in_delivery' }, 'stage')).toEqual(['open', 'in_delivery'])
})

test.each([
  ['2021-22', true],
  ['1999-00', true],
  ['2021-23', false],
  ['2021', false],
])('%s names a year: %s', (part, names) => {
  expect(isYearName(part)).toBe(names)
})

test.each([
  ['/b/B-1?tab=people', '/b/B-1?tab=people'],
  ['//elsewhere.example', '/'],
  ['/\\elsewhere.example', '/'],
  ['https://elsewhere.example', '/'],
  ['javascript:alert(1)', '/'],
  [undefined, '/'],
])('%s leads to %s', (asked, led) => {
  expect(withinTheApp(asked)).toBe(led)
})
