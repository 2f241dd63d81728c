import type { Day } from '@hubline/domain/day.ts'
import { expect, test } from 'vitest'
import { whatItCountsFor } from './what-it-counts-for.ts'

const visit = {
  kind: 'site_visit',
  minutes: 30,
  occurred_on: '2026-05-17' as Day,
  client: 'business' as const,
  start_up_support: false,
  before: { minutes: 165, year: '2026-27' },
}

test.each([
  ['admin_note', 'Does not count: an admin note never counts'],
  ['attempted_contact', 'Does not count: an attempted contact never counts'],
  ['intelligence', 'Does not count: intelligence never counts'],
])('%s never counts, whatever its minutes', (kind, sentence) => {
  expect(whatItCountsFor({ ...visit, kind })).toEqual({ counts: false, sentence })
})

test('no minutes are no support', () => {
  expect(whatItCountsFor({ ...visit, minutes: 0 })).toEqual({
    counts: false,
    sentence: 'Does not count: there were no minutes with the client',
  })
})

test('the mark that it reaches is named', () => {
  expect(whatItCountsFor(visit).sentence).toBe(
    'Counts as support in 2026-27. 3 hours 15 minutes this year with it, which reaches the 3 hours of medium intensity',
  )
  expect(whatItCountsFor({ ...visit, minutes: 600 }).sentence).toContain('reaches the 12 hours of high intensity')
  expect(whatItCountsFor({ ...visit, minutes: 14 }).sentence).toBe(
    'Counts as support in 2026-27. 2 hours 59 minutes this year with it',
  )
})

test('the hours of another year are not added', () => {
  expect(whatItCountsFor({ ...visit, occurred_on: '2026-03-31' as Day }).sentence).toBe('Counts as support in 2025-26')
})

test('start-up support of a person says what else it brings', () => {
  const person = { ...visit, client: 'person' as const, start_up_support: true }
  expect(whatItCountsFor(person).sentence).toBe(
    'Counts as support in 2026-27. Also towards individuals helped to start a business, while they are not trading',
  )
  expect(whatItCountsFor({ ...person, client: 'business' }).sentence).not.toContain('individuals')
})

test('nothing is said of what cannot be read yet', () => {
  expect(whatItCountsFor({ ...visit, minutes: undefined }).counts).toBeUndefined()
  expect(whatItCountsFor({ ...visit, occurred_on: undefined }).counts).toBeUndefined()
})
