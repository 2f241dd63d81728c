import { expect, test } from 'vitest'
import type { Day } from '../day.ts'
import { uptakeOn } from './uptake.ts'

test.each([
  ['the first learner', '2022-03-10', '2022-03-10'],
  ['the agreement, where learners came before it', '2022-02-10', '2022-03-01'],
  ['today, where nobody is named', null, '2022-03-31'],
  ['today, where the learner is enrolled ahead', '2022-04-11', '2022-03-31'],
])('a plan is taken up on the day of %s', (_, first_learner_on, day) => {
  const uptake = uptakeOn({
    plan_agreed_on: '2022-03-01' as Day,
    first_learner_on: first_learner_on as Day | null,
    today: '2022-03-31' as Day,
  })

  expect(uptake).toBe(day)
})
