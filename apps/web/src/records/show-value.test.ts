import { expect, test } from 'vitest'
import { showInstant, showValue, showWord } from './show-value.ts'

test.each([
  ['day', '2021-04-01', '01/04/2021'],
  ['money', '6561000000', '£65,610,000.00'],
  ['money', 150, '£1.50'],
  ['yes_no', true, 'Yes'],
  ['yes_no', false, 'No'],
  ['one_of', 'advice_session', 'Advice session'],
  ['integer', 12345, '12,345'],
  ['decimal', '1296.670', '1,296.670'],
  ['codes', 'E07000193 E07000197', 'E07000193, E07000197'],
  ['year', '2021-22', '2021-22'],
  ['text', 'ST1 5AA', 'ST1 5AA'],
  ['something new', 'as it is', 'as it is'],
])('a %s of %j reads "%s"', (type, value, shown) => expect(showValue(type, value)).toBe(shown))

test.each([[null], [undefined], ['']])('%j is not known', (value) => expect(showValue('text', value)).toBeUndefined())

test('no and nought are known', () => {
  expect(showValue('yes_no', false)).toBe('No')
  expect(showValue('integer', 0)).toBe('0')
})

test('a moment is told by British clocks, in summer too', () => {
  expect(showInstant('2021-07-01T23:30:00Z')).toBe('02/07/2021 at 00:30')
  expect(showInstant('2021-12-31T23:30:00Z')).toBe('31/12/2021 at 23:30')
})

test('a stored word is said with spaces and a capital', () =>
  expect(showWord('survey_response')).toBe('Survey response'))
