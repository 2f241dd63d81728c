import { expect, test } from 'vitest'
import { isSignedOut, problemOf, problemsOf } from './problem.ts'

test('a refusal is told in its own words, at its field', () => {
  const refused = { data: { problem: { code: 'invalid', sentence: 'Enter a note', field: 'note' } } }

  expect(problemOf(refused)).toEqual({ code: 'invalid', sentence: 'Enter a note', field: 'note' })
})

test('every refusal of one form is told', () => {
  const refused = {
    data: {
      problems: [
        { code: 'invalid', sentence: 'One' },
        { code: 'invalid', sentence: 'Two', field: '' },
      ],
    },
  }

  expect(problemsOf(refused).map((problem) => [problem.sentence, problem.field])).toEqual([
    ['One', undefined],
    ['Two', undefined],
  ])
})

test('a fault and a lost connection are told apart', () => {
  expect(problemOf(new Error('boom')).code).toBe('fault')
  expect(problemOf(new Error('Failed to fetch', { cause: new TypeError('Failed to fetch') })).code).toBe('unreached')
})

test('only a missing sign-in counts as signed out', () => {
  expect(isSignedOut({ data: { code: 'UNAUTHORIZED' } })).toBe(true)
  expect(isSignedOut({ data: { code: 'FORBIDDEN' } })).toBe(false)
})
