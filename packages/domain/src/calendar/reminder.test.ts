import { expect, test } from 'vitest'
import { reminderAt } from './reminder.ts'

const NOW = new Date('2026-03-20T12:00:00Z')

test.each([
  ['a winter morning', '2026-03-25T10:00:00Z', '2026-03-24T09:00:00.000Z'],
  ['a summer morning', '2026-07-15T09:00:00Z', '2026-07-14T08:00:00.000Z'],
  ['the morning after the clocks went forward', '2026-03-30T09:00:00Z', '2026-03-29T08:00:00.000Z'],
  [
    'half past midnight in summer, which is still the day before in UTC',
    '2026-07-14T23:30:00Z',
    '2026-07-14T08:00:00.000Z',
  ],
  ['tomorrow afternoon', '2026-03-21T15:00:00Z', undefined],
  ['this afternoon', '2026-03-20T15:00:00Z', undefined],
])('the reminder of %s', (_, start, expected) => {
  expect(reminderAt(new Date(start), NOW)?.toISOString()).toBe(expected)
})
