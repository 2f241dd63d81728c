import { expect, test } from 'vitest'
import { oneOf, readAddress, text, withinTheApp, words, writeAddress, yearName } from './address.ts'

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
  ['2021-22', '2021-22'],
  ['1999-00', '1999-00'],
  ['2021-23', undefined],
  ['2021', undefined],
])('%s is read as the year %s', (written, year) => {
  expect(yearName({ year: written })).toBe(year)
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
