import { expect, test } from 'vitest'
import { lengthInWords, obstacleInWords, showTime, slotInWords } from './booking-words.ts'

const at = (text: string) => Date.parse(text)
const slot = (from: string, to: string) => ({ from: at(from), to: at(to) })

test('a time is shown by the clock of the country', () => {
  expect(showTime(at('2026-07-14T08:30Z'))).toBe('Tue 14 Jul 09:30')
  expect(slotInWords(slot('2026-12-02T13:30Z', '2026-12-02T15:00Z'))).toBe('Wednesday 2 December 2026, 13:30 to 15:00')
})

test('a slot over midnight and one in the hour shown twice say so', () => {
  expect(slotInWords(slot('2026-12-02T23:00Z', '2026-12-03T00:30Z'))).toBe(
    'Wednesday 2 December 2026, 23:00 to Thu 3 Dec 00:30',
  )
  expect(slotInWords(slot('2026-10-25T00:30Z', '2026-10-25T01:30Z'))).toBe(
    'Sunday 25 October 2026, 01:30 to 01:30 (winter time)',
  )
})

test.each([
  [45, '45 minutes'],
  [60, '1 hour'],
  [90, '90 minutes'],
  [105, '1 hour 45 minutes'],
  [120, '2 hours'],
])('%d minutes read as %s', (minutes, words) => expect(lengthInWords(minutes)).toBe(words))

test('a refusal names the times that can be had instead', () => {
  const [one, two, three] = [at('2026-12-02T11:00Z'), at('2026-12-02T15:00Z'), at('2026-12-03T09:00Z')]
  expect(obstacleInWords('taken', 'Rajesh Mistry', [one, two, three])).toBe(
    'Rajesh Mistry has another skills review at that time: the nearest free times are Wed 2 Dec 11:00, Wed 2 Dec 15:00 and Thu 3 Dec 09:00',
  )
  expect(obstacleInWords('held', 'Rajesh Mistry', [one])).toBe(
    'That time is held for somebody else just now: the nearest free time is Wed 2 Dec 11:00',
  )
  expect(obstacleInWords('bank_holiday', 'Rajesh Mistry', [])).toBe('That day is a bank holiday: choose another day')
})
