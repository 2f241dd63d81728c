import { expect, test } from 'vitest'
import { differenceInWords } from './difference-in-words.ts'

test.each([
  ['12', { from: 'last_year', base: '0', percent: null }, 'from none last year to 12'],
  ['12', { from: 'target', base: '0.00', percent: null }, '12 where the target is none'],
  ['0', { from: 'last_year', base: '12', percent: -100 }, 'from 12 last year to none'],
  ['0', { from: 'target', base: '12', percent: -100 }, 'none of the target of 12'],
  ['96', { from: 'target', base: '120', percent: -20 }, '20% below the target of 120'],
  ['1500', { from: 'last_year', base: '1000', percent: 50 }, '50% above last year of 1,000'],
] as const)('%s, held against %o, is told as %s', (value, variance, words) => {
  expect(differenceInWords('businesses', value, variance)).toBe(words)
})
