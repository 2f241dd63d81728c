import { describe, expect, test } from 'vitest'
import type { Day } from '../day.ts'
import { CALL_KEYS, CALL_OUTCOMES, CallListCriteria, LogCall, isOffer, monthsBefore, mustBeAhead } from './call-list.ts'
import { whyListed } from './why-listed.ts'

const today = '2026-11-25' as Day
const call = {
  request_id: '018f3c5e-7f7a-7000-8000-000000000001',
  id: '018f3c5e-7f7a-7000-8000-000000000002',
  version: 1,
}

test('each outcome has a key of its own', () => {
  expect(new Set(CALL_OUTCOMES.map((outcome) => CALL_KEYS[outcome])).size).toBe(CALL_OUTCOMES.length)
})

test('an offer is made where the business was asked, and nowhere else', () => {
  expect(CALL_OUTCOMES.filter(isOffer)).toEqual(['accepted', 'declined', 'offered'])
})

test('a call that is declined says why, and one that is put off says until when', () => {
  expect(LogCall.safeParse({ ...call, outcome: 'no_answer' }).success).toBe(true)
  expect(LogCall.safeParse({ ...call, outcome: 'declined' }).error?.issues[0]?.path).toEqual(['decline_reason'])
  expect(LogCall.safeParse({ ...call, outcome: 'call_back' }).error?.issues[0]?.path).toEqual(['call_back_on'])
  expect(LogCall.safeParse({ ...call, outcome: 'call_back', call_back_on: '2026-11-27' }).success).toBe(true)
})

describe('a call is put off to a day ahead', () => {
  test.each(['2026-11-25', '2026-11-26', '2027-11-26'])('%s', (day) => {
    expect(() => mustBeAhead(day as Day, today)).not.toThrow()
  })
  test.each(['2026-11-24', '2027-11-27'])('not %s', (day) => {
    expect(() => mustBeAhead(day as Day, today)).toThrow(/past|more than a year/)
  })
})

test.each([
  ['2026-11-25', 12, '2025-11-25'],
  ['2026-03-31', 1, '2026-02-28'],
  ['2024-03-31', 1, '2024-02-29'],
  ['2026-01-15', 1, '2025-12-15'],
  ['2026-11-25', 0, '2026-11-25'],
])('the day %s, %i months before, is %s', (day, months, before) => {
  expect(monthsBefore(day as Day, months)).toBe(before)
})

test('a list asks for a year without an offer unless it says otherwise', () => {
  expect(CallListCriteria.parse({})).toEqual({ not_offered_months: 12 })
})

describe('why a business is on the list', () => {
  const offer = { offered_on: '2025-01-14' as Day, status: 'declined' as const, decline_reason: 'no_time' as const }
  test.each([
    [{ case_since: null, referred_on: null, last_offer: null, has_been_reviewed: false }, ['Never offered a review']],
    [
      { case_since: null, referred_on: '2026-10-02' as Day, last_offer: null, has_been_reviewed: false },
      ['Referred for skills on 02/10/2026', 'Never offered a review'],
    ],
    [
      { referred_on: null, case_since: '2026-09-01' as Day, last_offer: null, has_been_reviewed: false },
      ['Skills case open since 01/09/2026', 'Never offered a review'],
    ],
    [
      { case_since: null, referred_on: null, last_offer: offer, has_been_reviewed: false },
      ['Last offered on 14/01/2025, declined: no time', 'Never had a review'],
    ],
    [
      {
        case_since: null,
        referred_on: null,
        last_offer: { ...offer, status: 'offered' as const, decline_reason: null },
        has_been_reviewed: true,
      },
      ['Offered on 14/01/2025 and waiting: ask for the answer', 'Has had a review'],
    ],
  ])('%#', (business, words) => {
    expect(whyListed(business)).toEqual(words)
  })
})
