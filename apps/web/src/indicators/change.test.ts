import { expect, test } from 'vitest'
import { changeInWords } from './change.ts'

test.each([
  ['businesses', '2968', '2410', true, 'up 558 (23%)'],
  ['businesses', '2410', '2968', true, 'down 558 (19%)'],
  ['businesses', '2410', '2410', true, 'no change'],
  ['businesses', '10', '0', true, 'up 10'],
  ['businesses', '1001', '1000', true, 'up 1 (under 1%)'],
  ['FTE', '296.67', '290.00', true, 'up 6.67 (2%)'],
  ['GBP', '65610000.00', '60000000.00', true, 'up £5.61m (9%)'],
  ['score', '4.12', '4.20', true, 'down 0.08 (2%)'],
  ['people', '300', '480', false, '180 more would equal it'],
  ['people', '500', '480', false, 'up 20 (4%)'],
  ['people', '480', '480', false, 'as many already'],
] as const)('%s: %s after %s (whole year: %s) is "%s"', (unit, value, last, whole, words) => {
  expect(changeInWords({ unit, value, last, whole })).toBe(words)
})

test('between nothing and nothing there is no change to tell', () => {
  expect(changeInWords({ unit: 'people', value: '0', last: '0', whole: false })).toBeUndefined()
})

test('without last year there is no change to tell', () => {
  expect(changeInWords({ unit: 'people', value: '1', last: null, whole: true })).toBeUndefined()
  expect(changeInWords({ unit: 'score', value: null, last: '4.00', whole: true })).toBeUndefined()
})
