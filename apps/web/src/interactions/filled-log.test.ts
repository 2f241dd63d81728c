import type { Day } from '@hubline/domain/day.ts'
import { expect, test } from 'vitest'
import { newId } from '../new-id.ts'
import { type FilledLog, problemsOfLog, toOpenCase, toSend } from './filled-log.ts'

/** A Tuesday. */
const today = '2026-11-24' as Day
const ids = { request_id: newId(), id: newId(), case_request_id: newId(), new_case_id: newId() }
const bakery = { kind: 'business' as const, id: newId(), reference: 'B-4156', name: 'Amberwood Bakery Ltd' }
const call: FilledLog = {
  client: bakery,
  kind: 'advice_session',
  channel: 'telephone',
  minutes: 30,
  occurred_on: today,
  start_up_support: false,
  notes: 'Two quotes in',
  next_step: '',
  case_id: undefined,
  new_case: undefined,
}
const none = { today, open_cases: [] }
const problems = (filled: FilledLog) => problemsOfLog(toSend(filled, ids, none), today)

test('a call with a client has nothing to put right', () => expect(problems(call)).toEqual([]))

test('nothing is sent without a client, whatever else is wrong', () => {
  expect(problems({ ...call, client: undefined })).toEqual([
    { field: 'client', sentence: 'Choose the business or the person you worked with' },
  ])
  expect(problems({ ...call, client: undefined, minutes: undefined }).map(({ field }) => field)).toEqual([
    'client',
    'minutes',
  ])
})

test('minutes and a date that cannot be read are asked for', () => {
  expect(
    problems({ ...call, minutes: undefined, occurred_on: undefined })
      .map(({ field }) => field)
      .toSorted(),
  ).toEqual(['minutes', 'occurred_on'])
  expect(problems({ ...call, minutes: 601 })).toEqual([
    { field: 'minutes', sentence: 'Enter the minutes as a whole number from 0 to 600' },
  ])
})

test('a day that has not come yet is refused', () => {
  expect(problems({ ...call, occurred_on: '2026-11-25' as Day }).map(({ field }) => field)).toEqual(['occurred_on'])
})

test('a next step takes its day out of the words', () => {
  expect(toSend({ ...call, next_step: 'chase quotes fri' }, ids, none)).toMatchObject({
    next_step: 'chase quotes',
    next_on: '2026-11-27',
  })
  expect(problems({ ...call, next_step: 'fri' })).toEqual([
    { field: 'next_step', sentence: 'Say what the next step is' },
  ])
})

test("it belongs to the only case, or the first of one's own, unless another or none is chosen", () => {
  const [own, other] = [
    { id: newId(), mine: true },
    { id: newId(), mine: false },
  ]

  expect(toSend(call, ids, { today, open_cases: [other] }).case_id).toBe(other.id)
  expect(toSend(call, ids, { today, open_cases: [other, own] }).case_id).toBe(own.id)
  expect(toSend({ ...call, case_id: '' }, ids, { today, open_cases: [own] }).case_id).toBe('')
  expect(toSend({ ...call, case_id: other.id }, ids, { today, open_cases: [own, other] }).case_id).toBe(other.id)
})

test('a case is opened for a next step only', () => {
  expect(toOpenCase({ ...call, new_case: 'growth' }, ids, today)).toBeUndefined()
  expect(toOpenCase({ ...call, new_case: 'growth', next_step: 'chase quotes fri' }, ids, today)).toMatchObject({
    id: ids.new_case_id,
    business_id: bakery.id,
    kind: 'growth',
    opened_on: today,
    next_step: 'chase quotes',
    next_on: '2026-11-27',
  })
  expect(toSend({ ...call, new_case: 'growth', next_step: 'chase quotes' }, ids, none).case_id).toBe(ids.new_case_id)
})

test('start-up support is said of people only', () => {
  expect(toSend({ ...call, start_up_support: true }, ids, none).start_up_support).toBeNull()
  expect(toSend({ ...call, client: { ...bakery, kind: 'person' }, start_up_support: true }, ids, none)).toMatchObject({
    person_id: bakery.id,
    business_id: '',
    start_up_support: true,
  })
})
