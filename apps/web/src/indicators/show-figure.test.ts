import { expect, test } from 'vitest'
import { countOf, figureInWords, penceOf, showExactly, showFigure } from './show-figure.ts'

test.each([
  ['businesses', '2968', '2,968'],
  ['GBP', '65610000.00', '£65.61m'],
  ['GBP', '250000.00', '£250,000'],
  ['FTE', '296.67', '296.67'],
  ['FTE', '296.5', '296.50'],
  ['FTE', '0', '0.00'],
  ['score', '4.1', '4.10'],
] as const)('%s of %s reads %s', (unit, value, shown) => expect(showFigure(unit, value)).toBe(shown))

test('pounds with pence become whole pence without a rounding error', () => {
  expect(penceOf('65610000.00')).toBe(6_561_000_000)
  expect(penceOf('0.29')).toBe(29)
  expect(penceOf('1.1')).toBe(110)
  expect(penceOf('-5.00')).toBe(-500)
})

test('only pounds have a longer, exact form', () => {
  expect(showExactly('GBP', '65610000.00')).toBe('£65,610,000.00')
  expect(showExactly('businesses', '2968')).toBeUndefined()
})

test.each([
  [1, 'businesses', '1 business'],
  [2, 'people', '2 people'],
  [1, 'people', '1 person'],
  [1, 'answers', '1 answer'],
  [2968, 'businesses', '2,968 businesses'],
] as const)('%i %s are said as "%s"', (count, nouns, words) => expect(countOf(count, nouns)).toBe(words))

test.each([
  ['businesses', '1', '1 business'],
  ['GBP', '65610000.00', '£65.61m'],
  ['FTE', '296.67', '296.67 FTE'],
  ['score', '4.12', '4.12 of 5'],
  ['score', null, 'No figure'],
] as const)('a figure of %s %s is heard as "%s"', (unit, value, words) =>
  expect(figureInWords(unit, value)).toBe(words),
)
