import { expect, test } from 'vitest'
import { hasAnything, variancesOf } from './variance.ts'

test.each([
  ['as last year', '100', '100', null, []],
  ['five per cent up is near enough', '105', '100', null, []],
  ['a little more is not', '106', '100', null, [['last_year', 6]]],
  ['down counts as up does', '94', '100', '94', [['last_year', -6]]],
  ['the target is asked of too', '96', '97', '120', [['target', -20]]],
  [
    'both',
    '50.00',
    '100.00',
    '40.00',
    [
      ['last_year', -50],
      ['target', 25],
    ],
  ],
  ['exactly five per cent of hundredths', '10.50', '10.00', null, []],
  ['no last year and no target', '7', null, null, []],
  [
    'from nothing there is no per cent, and it asks all the same',
    '7',
    '0',
    '0.00',
    [
      ['last_year', null],
      ['target', null],
    ],
  ],
  ['nothing after nothing', '0', '0', '0', []],
  ['a figure that has no value', null, '4.10', '4.00', []],
  ['nothing where there was something', '0', '8', null, [['last_year', -100]]],
] as const)('%s', (_, value, last_year, target, expected) => {
  expect(variancesOf({ value, last_year, target }).map(({ from, percent }) => [from, percent])).toEqual(expected)
})

test('a year in which nothing was done is no year to be held against', () => {
  expect(hasAnything([{ value: '0' }, { value: '0.00' }, { value: null }])).toBe(false)
  expect(hasAnything([{ value: '0' }, { value: '0.01' }])).toBe(true)
})
