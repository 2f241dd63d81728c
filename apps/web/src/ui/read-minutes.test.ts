import { expect, test } from 'vitest'
import { minutesInWords } from '@hubline/domain/minutes-in-words.ts'
import { readMinutes } from './read-minutes.ts'

test.each([
  ['90', 90],
  [' 45 min ', 45],
  ['1.5h', 90],
  ['1h30', 90],
  ['1:05', 65],
  ['2 hours', 120],
  ['1 hr 15 mins', 75],
  ['0', 0],
])('%s is %i minutes', (text, minutes) => {
  expect(readMinutes(text)).toBe(minutes)
})

test.each(['', 'an hour', '1.5', '-30', '12345', '1h30h'])('%s cannot be read as minutes', (text) => {
  expect(readMinutes(text)).toBeUndefined()
})

test('minutes are said in hours and minutes', () => {
  expect([1, 45, 60, 90, 121].map(minutesInWords)).toEqual([
    '1 minute',
    '45 minutes',
    '1 hour',
    '1 hour 30 minutes',
    '2 hours 1 minute',
  ])
})
