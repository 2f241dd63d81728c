import { expect, test } from 'vitest'
import { mustBeReviewed, needOfGap, planTotals } from './plan-line.ts'

test('a plan comes to its people and what they cost, without dropped lines', () => {
  expect(
    planTotals([
      { people: 4, cost_pence: 120_000, status: 'enrolled' },
      { people: 2, cost_pence: null, status: 'planned' },
      { people: 9, cost_pence: 900_000, status: 'dropped' },
      { people: 1, cost_pence: 0, status: 'completed' },
    ]),
  ).toEqual({ lines: 3, people: 7, cost_pence: 120_000, uncosted: 1, taken_up: 2 })
})

test.each([
  ['Excel', 'Office staff', 'Excel for office staff'],
  ['Lean working', 'CNC setters', 'Lean working for CNC setters'],
  ['Glaze chemistry', 'Émailleurs', 'Glaze chemistry for émailleurs'],
])('the need of a gap in %s of %s reads %s', (skill, role, need) => {
  expect(needOfGap({ skill, role })).toBe(need)
})

test('there is no plan without a review', () => {
  expect(() => mustBeReviewed('held')).not.toThrow()
  expect(() => mustBeReviewed('booked')).not.toThrow()
  expect(() => mustBeReviewed('declined')).toThrow('declined')
})
