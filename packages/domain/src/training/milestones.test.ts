import { describe, expect, test } from 'vitest'
import { type Day, parseIsoDay } from '../day.ts'
import { Problem } from '../problem.ts'
import { type BootcampFacts, milestonesOf, mustBearOut } from './milestones.ts'

function theDay(text: string): Day {
  const day = parseIsoDay(text)
  if (!day) throw new Error(`${text} is no day`)
  return day
}

const nothing: BootcampFacts = {
  first_attended_on: null,
  initial_assessment_on: null,
  guided_hours: null,
  milestone_1_on: null,
  employment: null,
  completed_on: null,
  interview_on: null,
  interview_for: null,
  vacancy_weeks: null,
  role_offered_on: null,
  role_started_on: null,
}
const one: BootcampFacts = {
  ...nothing,
  first_attended_on: theDay('2026-09-01'),
  initial_assessment_on: theDay('2026-09-01'),
  guided_hours: 10,
  milestone_1_on: theDay('2026-09-14'),
}
const trained: BootcampFacts = { ...one, guided_hours: 60, completed_on: theDay('2026-11-02') }
const employed: BootcampFacts = {
  ...trained,
  employment: 'employed',
  interview_on: theDay('2026-11-05'),
  interview_for: 'new_role',
}
const unemployed: BootcampFacts = {
  ...trained,
  employment: 'unemployed',
  interview_on: theDay('2026-10-28'),
  interview_for: 'vacancy',
  vacancy_weeks: 12,
}

const reached = (facts: BootcampFacts) => milestonesOf(facts).map(({ reached_on }) => reached_on)
const missing = (facts: BootcampFacts, number: 1 | 2 | 3) => {
  const unmet = milestonesOf(facts)
    .find((each) => each.number === number)
    ?.conditions.filter(({ is_met }) => !is_met)
  return unmet?.map(({ field }) => field)
}

describe('milestone 1', () => {
  test('is 10 guided hours over 14 days and the initial assessment', () => {
    expect(reached(one)).toEqual(['2026-09-14', null, null])
  })

  test.each<[string, Partial<BootcampFacts>, string[]]>([
    ['with 9.5 hours', { guided_hours: 9.5 }, ['guided_hours']],
    ['after 13 days', { milestone_1_on: theDay('2026-09-13') }, ['milestone_1_on']],
    ['without the assessment', { initial_assessment_on: null }, ['initial_assessment_on']],
    ['with the assessment later', { initial_assessment_on: theDay('2026-09-15') }, ['initial_assessment_on']],
    ['without a first session', { first_attended_on: null }, ['first_attended_on', 'milestone_1_on']],
    ['until somebody says when', { milestone_1_on: null }, ['milestone_1_on']],
  ])('is not reached %s', (_, facts, fields) => {
    expect(reached({ ...one, ...facts })[0]).toBeNull()
    expect(missing({ ...one, ...facts }, 1)).toEqual(fields)
  })

  test('says from which day on it can be reached', () => {
    const [{ conditions }] = milestonesOf({ ...one, milestone_1_on: null })

    expect(conditions.at(-1)?.sentence).toBe('The hours lie over at least 14 days: 14/09/2026 at the earliest')
  })
})

describe('milestone 2', () => {
  test('of an employed learner is completion and the offer of an interview for a new role or more responsibility', () => {
    expect(reached(employed)[1]).toBe('2026-11-05')
    expect(reached({ ...employed, interview_for: 'new_responsibility' })[1]).toBe('2026-11-05')
  })

  test('of an unemployed learner is completion and a genuine interview for a vacancy of 12 weeks', () => {
    expect(reached(unemployed)[1]).toBe('2026-11-02')
  })

  test.each<[string, BootcampFacts, string[]]>([
    ['an unemployed learner with a vacancy of 11 weeks', { ...unemployed, vacancy_weeks: 11 }, ['interview_for']],
    ['an unemployed learner after a mock interview', { ...unemployed, interview_for: 'mock' }, ['interview_for']],
    ['an unemployed learner with a new role in mind', { ...unemployed, interview_for: 'new_role' }, ['interview_for']],
    [
      'an employed learner with a vacancy elsewhere',
      { ...employed, interview_for: 'vacancy', vacancy_weeks: 52 },
      ['interview_for'],
    ],
    ['an employed learner without an interview', { ...employed, interview_on: null }, ['interview_for']],
    ['a learner of whom it is not known', { ...employed, employment: null }, ['employment']],
    ['a learner who is not through', { ...employed, completed_on: null }, ['completed_on']],
    ['a learner with 59.5 guided hours', { ...employed, guided_hours: 59.5 }, ['guided_hours']],
    ['a learner without milestone 1', { ...employed, initial_assessment_on: null }, ['milestone']],
  ])('is not reached by %s', (_, facts, fields) => {
    expect(reached(facts)[1]).toBeNull()
    expect(missing(facts, 2)).toEqual(fields)
  })
})

describe('milestone 3', () => {
  test('is the offer or the start of that role, whichever came first, and never before milestone 2', () => {
    expect(reached({ ...employed, role_offered_on: theDay('2026-11-20') })[2]).toBe('2026-11-20')
    expect(reached({ ...employed, role_started_on: theDay('2026-12-01') })[2]).toBe('2026-12-01')
    expect(
      reached({ ...employed, role_offered_on: theDay('2026-11-20'), role_started_on: theDay('2026-12-01') })[2],
    ).toBe('2026-11-20')
    expect(reached({ ...unemployed, role_offered_on: theDay('2026-10-30') })[2]).toBe('2026-11-02')
  })

  test('is not reached without milestone 2', () => {
    expect(missing({ ...unemployed, vacancy_weeks: 4, role_offered_on: theDay('2026-11-20') }, 3)).toEqual([
      'milestone',
    ])
  })
})

test('a day that the conditions do not bear out is refused, and no day is nothing to refuse', () => {
  expect(() => mustBearOut(one)).not.toThrow()
  expect(() => mustBearOut(nothing)).not.toThrow()
  expect(() => mustBearOut({ ...one, guided_hours: 4 })).toThrow(
    new Problem(
      'invalid',
      'Milestone 1 is not reached. It needs: at least 10 guided hours were attended',
      'guided_hours',
    ),
  )
})
