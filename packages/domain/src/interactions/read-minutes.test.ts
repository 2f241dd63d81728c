import { expect, test } from 'vitest'
import { readMinutes } from './read-minutes.ts'

test.each([
  ['90', 90], ['0', 0], ['5', 5], ['600', 600], ['45m', 45], ['45 min', 45], ['45mins', 45], ['45 minutes', 45], ['1 minute', 1],
  ['1h', 60], ['1 hour', 60], ['2 hours', 120], ['2hrs', 120], ['1.5h', 90], ['1.5 h', 90], ['0.5h', 30], ['0.25h', 15], ['1.25h', 75],
  ['1.05h', 63], ['1.33h', 80], ['1.1h', 66], ['1h30', 90], ['1h 30', 90], ['1h30m', 90], ['1h 30m', 90], ['1 hr 30 min', 90], ['1h5', 65],
  ['1H30', 90], ['1:30', 90], ['0:05', 5], ['10h', 600], [' 90 ', 90], ['１ｈ３０', 90],
])('"%s" is %i minutes', (text, minutes) => expect(readMinutes(text)).toBe(minutes))

test.each([
  '', ' ', '1.5', '-5', '+5', '1h60', '1h75', '1.5h30', '1:60', '1:5', '.5h', '1,5h', 'h', 'm', '1d', '90s', 'an hour', '1h30s', '99999', '1e2', '1 30',
  '½h', 'NaN',
])('"%s" is no length of time', (text) => expect(readMinutes(text)).toBeUndefined())
