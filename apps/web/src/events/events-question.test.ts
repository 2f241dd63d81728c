import { expect, test } from 'vitest'
import { readEventsQuestion } from './events-question.ts'

test('without a question the list holds what is to come, soonest first', () => {
  expect(readEventsQuestion({})).toMatchObject({ when: 'coming', direction: 'asc', year: undefined, text: undefined })
})

test('what is over stands latest first, of one year where one is named', () => {
  expect(readEventsQuestion({ when: 'past', year: '2021-22', q: ' kiln ' })).toMatchObject({
    when: 'past',
    direction: 'desc',
    year: '2021-22',
    text: ' kiln ',
  })
})

test('words that mean nothing are dropped', () => {
  expect(readEventsQuestion({ when: 'soon', year: '2021-23' })).toMatchObject({ when: 'coming', year: undefined })
})
