import type { Day } from '@hubline/domain/day.ts'
import { expect, test } from 'vitest'
import { iconOf, monthOf, noteOf, peopleOf, statusOf, type TimelineEntry, titleOf } from './timeline-words.ts'

const call: TimelineEntry = {
  kind: 'interaction',
  what: 'advice_session',
  id: '1',
  reference: 'I-2526-00001',
  on: '2025-10-15' as Day,
  minutes: 25,
  amount_pence: null,
  channel: 'telephone',
  who: 'Priya Shah',
  status: null,
  note: 'Two quotes in',
  names: ['Chidi Okafor'],
  counts: true,
}
const line = (more: Partial<TimelineEntry>): TimelineEntry => ({
  ...call,
  minutes: null,
  channel: null,
  who: null,
  note: null,
  names: [],
  counts: null,
  ...more,
})

test.each([
  [call, 'Advice session, 25 min'],
  [line({ kind: 'case', what: 'opened', status: 'scale_up' }), 'Scale-up case opened'],
  [line({ kind: 'case', what: 'closed', status: 'growth' }), 'Growth case closed'],
  [line({ kind: 'referral', what: 'finance', who: 'Innovation Agency' }), 'Referred to Innovation Agency'],
  [line({ kind: 'skills_review', what: 'held', status: 'held' }), 'Skills review'],
  [line({ kind: 'participation', what: 'Digital bootcamp' }), 'Digital bootcamp'],
  [line({ kind: 'event', what: 'Export morning', minutes: 120 }), 'Export morning, 120 min'],
  [line({ kind: 'grant_award', what: 'Kiln fund', amount_pence: 1_250_000 }), 'Grant: Kiln fund, £12,500'],
  [line({ kind: 'outcome', what: 'investment_private', amount_pence: 6_561_000_000 }), 'Investment private, £65.61m'],
  [
    line({ kind: 'partner_support', what: 'supported', who: 'Keele University', minutes: 60 }),
    'Supported by Keele University, 60 min',
  ],
  [line({ kind: 'survey_response', what: 'Client survey 2025' }), 'Answered Client survey 2025'],
])('%# is said in a few words', (entry, title) => expect(titleOf(entry)).toBe(title))

test('people stand on a line of their own, a crowd is counted', () => {
  expect(peopleOf(call)).toBe('Priya Shah with Chidi Okafor')
  expect(peopleOf(line({ kind: 'event', names: ['A', 'B', 'C', 'D', 'E'] }))).toBe('with A, B, C, 2 more')
  expect(peopleOf(line({ kind: 'referral', who: 'Innovation Agency' }))).toBe('')
})

test('an interaction says only when it does not count', () => {
  expect(statusOf(call)).toBeUndefined()
  expect(statusOf({ ...call, counts: false })).toEqual({ words: 'Does not count', tone: 'plain' })
})

test('a status is a word with a tone', () => {
  expect(statusOf(line({ kind: 'referral', status: 'declined_by_partner' }))).toEqual({
    words: 'Declined by partner',
    tone: 'plain',
  })
  expect(statusOf(line({ kind: 'outcome', status: 'verified' }))).toEqual({ words: 'Verified', tone: 'ok' })
  expect(statusOf(line({ kind: 'case', status: 'growth' }))).toBeUndefined()
})

test('the channel of an interaction is its picture', () => {
  expect(iconOf(call)).toBe('phone')
  expect(iconOf(line({ kind: 'referral' }))).toBe('right')
})

test('the reason of a closed case is said in words, and months are named', () => {
  expect(noteOf(line({ kind: 'case', what: 'closed', note: 'goals_met' }))).toBe('Goals met')
  expect(noteOf(call)).toBe('Two quotes in')
  expect(noteOf({ ...call, note: 'a'.repeat(160) })).toBe(`${'a'.repeat(160)}…`)
  expect(monthOf('2025-10-15' as Day)).toBe('October 2025')
})
