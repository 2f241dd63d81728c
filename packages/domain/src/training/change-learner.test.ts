import { expect, test } from 'vitest'
import { type Day, parseIsoDay } from '../day.ts'
import { type Learner, changedLearner } from './change-learner.ts'
import type { LearnerFacts } from './learner-form.ts'

function theDay(text: string): Day {
  const day = parseIsoDay(text)
  if (!day) throw new Error(`${text} is no day`)
  return day
}
const today = theDay('2026-11-25')
const enrolled: Learner = {
  status: 'enrolled',
  applied_on: null,
  enrolled_on: theDay('2026-09-01'),
  first_attended_on: null,
  completed_on: null,
  achieved_on: null,
  ended_on: null,
  end_reason: null,
  funded_start_on: null,
  qualifying_start_on: null,
  evidence_level: null,
  initial_assessment_on: null,
  guided_hours: null,
  milestone_1_on: null,
  employment: null,
  interview_on: null,
  interview_for: null,
  vacancy_weeks: null,
  role_offered_on: null,
  role_started_on: null,
  milestone_2_on: null,
  milestone_3_on: null,
}
const change = (
  before: Learner,
  facts: LearnerFacts,
  kind: 'short_course' | 'bootcamp' | 'regulated' = 'short_course',
) => changedLearner({ kind, before, change: facts, today })
const first = theDay('2026-09-07')

test('the first session of a short course is its qualifying start, and goes with it', () => {
  const started = change(enrolled, { status: 'started', first_attended_on: first })
  expect(started.qualifying_start_on).toBe(first)

  expect(change(started, { status: 'enrolled' })).toMatchObject({ first_attended_on: null, qualifying_start_on: null })
})

test('a bootcamp learner walks through the milestones, and each follows from the facts', () => {
  const begun = change(enrolled, { status: 'started', first_attended_on: first }, 'bootcamp')
  expect(begun.qualifying_start_on).toBeNull()

  const one = change(
    begun,
    { initial_assessment_on: first, guided_hours: 12, milestone_1_on: theDay('2026-09-21') },
    'bootcamp',
  )
  expect(one.qualifying_start_on).toBe('2026-09-21')

  const two = change(
    one,
    {
      status: 'completed',
      completed_on: theDay('2026-11-02'),
      guided_hours: 66,
      employment: 'unemployed',
      interview_on: theDay('2026-11-09'),
      interview_for: 'vacancy',
      vacancy_weeks: 52,
    },
    'bootcamp',
  )
  expect(two).toMatchObject({ milestone_2_on: '2026-11-09', milestone_3_on: null })

  expect(change(two, { role_offered_on: theDay('2026-11-16') }, 'bootcamp').milestone_3_on).toBe('2026-11-16')
})

test('a correction that takes the first session away takes the milestones along', () => {
  const one = change(
    enrolled,
    {
      status: 'started',
      first_attended_on: first,
      initial_assessment_on: first,
      guided_hours: 12,
      milestone_1_on: theDay('2026-09-21'),
    },
    'bootcamp',
  )

  expect(change(one, { status: 'enrolled' }, 'bootcamp')).toMatchObject({
    milestone_1_on: null,
    qualifying_start_on: null,
  })
})

test.each<[string, LearnerFacts, 'bootcamp' | 'regulated', string]>([
  [
    'a milestone that the hours do not bear out',
    {
      status: 'started',
      first_attended_on: first,
      initial_assessment_on: first,
      guided_hours: 3,
      milestone_1_on: theDay('2026-09-21'),
    },
    'bootcamp',
    'guided_hours',
  ],
  ['a funded start that has not come', { funded_start_on: theDay('2026-12-01') }, 'regulated', 'funded_start_on'],
  ['a role that has not begun', { role_started_on: theDay('2026-12-01') }, 'bootcamp', 'role_started_on'],
])('%s is refused', (_, facts, kind, field) => {
  expect(() => change(enrolled, facts, kind)).toThrow(expect.objectContaining({ code: 'invalid', field }))
})

test('better evidence changes nothing else, also of a learner whose import said little', () => {
  const imported: Learner = { ...enrolled, status: 'withdrawn', qualifying_start_on: first }

  expect(change(imported, { evidence_level: 'documented' })).toEqual({ ...imported, evidence_level: 'documented' })
})
