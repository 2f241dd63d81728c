import { expect, test } from 'vitest'
import { inPress, sentenceInPress } from './in-press.ts'

test.each([
  ['2850', 'nearly 3,000'],
  ['2999', 'nearly 3,000'],
  ['3000', '3,000'],
  ['3001', 'over 3,000'],
  ['3150', 'over 3,000'],
  ['3151', '3,151'],
  ['2849', '2,849'],
  ['475', 'nearly 500'],
  ['499', 'nearly 500'],
  ['760', 'nearly 800'],
  ['101', 'over 100'],
  ['99', '99'],
  ['0', '0'],
  ['12345', '12,345'],
  ['14800', 'nearly 15,000'],
])('%s businesses are "%s"', (value, words) => expect(inPress(value, 'businesses')).toBe(words))

test.each([
  ['65604999.99', '£65.60m'],
  ['65605000.00', '£65.61m'],
  ['65614999.99', '£65.61m'],
  ['65615000.00', '£65.62m'],
  ['1234567890.00', '£1,234.57m'],
  ['999999.50', '£999,999.50'],
  ['250000.00', '£250,000'],
])('£%s is %s', (value, words) => expect(inPress(value, 'GBP')).toBe(words))

test('FTE are told whole, half up, and a mean as it is', () => {
  expect(inPress('56.50', 'FTE')).toBe('57')
  expect(inPress('4.33', 'score')).toBe('4.33')
  expect(inPress(null, 'score')).toBe('')
})

test.each([
  ['2968', 'businesses', 'Businesses helped to grow', 'Nearly 3,000 businesses helped to grow'],
  ['2720', 'businesses', 'Businesses offered a review', '2,720 businesses offered a review'],
  ['296.67', 'FTE', 'New jobs created', 'Nearly 300 new jobs created'],
  ['65610000.00', 'GBP', 'Private investment leveraged', '£65.61m of private investment leveraged'],
  ['4.12', 'score', 'Client satisfaction', 'Client satisfaction: 4.12 of 5'],
  ['0', 'businesses', 'Businesses started after support', 'No businesses started after support'],
  ['12', 'businesses', 'C1 Enterprises receiving support', '12 C1 Enterprises receiving support'],
] as const)('%s %s of "%s" reads: %s %s', (value, unit, title, sentence) =>
  expect(sentenceInPress({ title, unit, value })).toBe(sentence),
)

test('what was not measured is not said to be nothing', () => {
  expect(sentenceInPress({ title: 'Client satisfaction', unit: 'score', value: null })).toBe(
    'Client satisfaction: no figure',
  )
})
