import { expect, test } from 'vitest'
import { isGrouped, readCaseloadQuestion } from './caseload-question.ts'

test('an empty address asks for my cases by next step', () => {
  expect(readCaseloadQuestion({})).toEqual({
    whose: 'mine',
    filter: {},
    sort: 'next_on',
    direction: 'asc',
    after: undefined,
    before: undefined,
    size: 50,
  })
})

test('every part of the question is read', () => {
  const asked = readCaseloadQuestion({
    whose: 'team',
    status: 'in_delivery',
    kind: 'growth',
    district: 'E07000197',
    due: 'overdue',
    silent: 'yes',
    q: 'kiln',
    sort: '-last_contact',
    after: 'x',
  })

  expect(asked).toMatchObject({
    whose: 'team',
    sort: 'last_contact',
    direction: 'desc',
    after: 'x',
    filter: {
      status: 'in_delivery',
      kind: 'growth',
      district: 'E07000197',
      due: 'overdue',
      silent: true,
      text: 'kiln',
    },
  })
})

test('words that mean nothing are dropped', () => {
  expect(
    readCaseloadQuestion({ whose: 'everyone', status: 'lost', kind: '', due: 'soon', silent: 'no', sort: '-age' }),
  ).toMatchObject({
    whose: 'mine',
    filter: {},
    sort: 'next_on',
  })
})

test('only the order of next steps stands under headings', () => {
  expect(isGrouped(readCaseloadQuestion({}))).toBe(true)
  expect(isGrouped(readCaseloadQuestion({ sort: '-next_on' }))).toBe(false)
  expect(isGrouped(readCaseloadQuestion({ sort: 'name' }))).toBe(false)
})
