import { expect, test } from 'vitest'
import { ago, listed } from './ago.ts'

test.each([
  [5, 'just now'],
  [60, '1 minute ago'],
  [150, '2 minutes ago'],
  [3600, '1 hour ago'],
  [90_000, '1 day ago'],
  [200_000, '2 days ago'],
])('%d seconds are said as "%s"', (seconds, words) => {
  expect(ago(seconds)).toBe(words)
})

test.each([
  [['the phone'], 'the phone'],
  [['the phone', 'the town'], 'the phone and the town'],
  [['the phone', 'the town', 'the name'], 'the phone, the town and the name'],
  [['the phone', 'the town', 'the name', 'the e-mail'], 'the phone, the town and 2 more facts'],
])('%j are listed as "%s"', (words, sentence) => {
  expect(listed(words)).toBe(sentence)
})
