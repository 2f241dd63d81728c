import { expect, test } from 'vitest'
import { SetTargets, dueByMonthEnds, evenProfile, partDue, profileLike, targetProblem } from './target.ts'

const sum = (parts: readonly number[]) => parts.reduce((whole, part) => whole + part, 0)

test('an even profile adds up in whole ones, whatever the target', () => {
  for (const value of [0, 1, 5, 11, 12, 13, 2900, 2999, 65_610_000]) {
    const profile = evenProfile(value)
    expect(profile).toHaveLength(12)
    expect(sum(profile)).toBe(value)
    expect(profile.every((part) => Number.isInteger(part) && part >= 0)).toBe(true)
    expect(Math.max(...profile) - Math.min(...profile)).toBeLessThanOrEqual(1)
  }
})

test('a target with hundredths goes in hundredths', () => {
  const target = { value: 296.67, profile: null }
  expect(dueByMonthEnds(target).at(-1)).toBe(296.67)
  expect(dueByMonthEnds(target)[0]).toBe(24.72)
})

test('a profile like another year adds up and keeps its shape', () => {
  expect(profileLike(100, [0, 0, 1, 1, 2])).toEqual([0, 0, 25, 25, 50, 0, 0, 0, 0, 0, 0, 0])
  const odd = profileLike(101, [3, 7, 1, 0, 9, 4, 4, 2, 2, 1, 8, 6])!
  expect(sum(odd)).toBe(101)
  expect(odd[3]).toBe(0)
  expect(profileLike(100, [0, 0, 0])).toBeUndefined()
})

test('a part of the target is due by a part of the year', () => {
  const typed = { value: 100, profile: [40, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 40] }
  expect([0, 0.5, 1, 2, 7.9, 11, 11.5, 12, 13].map((gone) => partDue(typed, gone))).toEqual([
    0, 0.2, 0.4, 0.6, 0.6, 0.6, 0.8, 1, 1,
  ])
  expect(partDue({ value: 100, profile: null }, 6)).toBe(0.5)
  expect(partDue({ value: 0, profile: null }, 6)).toBe(0.5)
})

test('a target that cannot be set so is told in words', () => {
  expect(targetProblem('businesses', { value: 2900, profile: null })).toBeUndefined()
  expect(targetProblem('businesses', { value: 2900.5, profile: null })).toBe('Write the target in whole ones')
  expect(targetProblem('score', { value: 4.5, profile: null })).toBeUndefined()
  expect(targetProblem('score', { value: 5.1, profile: null })).toBe('Write a score from 1 to 5, like 4.5')
  expect(targetProblem('score', { value: 4, profile: evenProfile(4) })).toMatch(/no months/)
  expect(targetProblem('GBP', { value: 100, profile: evenProfile(90) })).toBe('The months add up to 90: 10 too few')
  expect(targetProblem('FTE', { value: 100, profile: evenProfile(110) })).toBe('The months add up to 110: 10 too many')
  expect(targetProblem('people', { value: 1, profile: [0.5, 0.5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] })).toMatch(/each month/)
})

test('each target is set once, in digits, with twelve months or none', () => {
  const one = { key: 'lep.jobs_created', version: 0, value: 10, profile: null }
  const asked = (targets: unknown[]) =>
    SetTargets.safeParse({ request_id: crypto.randomUUID(), year: '2026-27', targets }).success
  expect(asked([one])).toBe(true)
  expect(asked([{ ...one, value: null }])).toBe(true)
  expect(asked([])).toBe(false)
  expect(asked([one, one])).toBe(false)
  expect(asked([{ ...one, value: -1 }])).toBe(false)
  expect(asked([{ ...one, profile: [1, 2] }])).toBe(false)
})
