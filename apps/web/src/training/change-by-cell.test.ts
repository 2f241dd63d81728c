import { type Day, parseIsoDay } from '@hubline/domain/day.ts'
import { expect, test } from 'vitest'
import { changeByCell } from './change-by-cell.ts'
import type { LearnerShown } from './learner.ts'

function theDay(text: string): Day {
  const day = parseIsoDay(text)
  if (!day) throw new Error(`${text} is no day`)
  return day
}
const today = theDay('2026-11-25')
const learner = (facts: Partial<LearnerShown> = {}) =>
  ({
    status: 'enrolled',
    enrolled_on: theDay('2026-11-02'),
    first_attended_on: null,
    completed_on: null,
    achieved_on: null,
    ...facts,
  }) as LearnerShown
const started = learner({ status: 'started', first_attended_on: theDay('2026-11-09') })

test.each<[string, LearnerShown, string, string, object]>([
  [
    'a stage brings today along',
    learner(),
    'status',
    'started',
    { facts: { status: 'started', first_attended_on: '2026-11-25' } },
  ],
  ['a stage whose day is known keeps it', started, 'status', 'In learning', { facts: { status: 'in_learning' } }],
  ['an exit needs its reason', started, 'status', 'Withdrawn', { exit: 'withdrawn' }],
  [
    'a day brings its stage along',
    learner(),
    'first_attended_on',
    '9/11',
    { facts: { first_attended_on: '2026-11-09', status: 'started' } },
  ],
  [
    'a day of a stage that is passed is a correction',
    started,
    'enrolled_on',
    'y',
    { facts: { enrolled_on: '2026-11-24' } },
  ],
  ['a day taken out takes the stage back', started, 'first_attended_on', '', { facts: { status: 'enrolled' } }],
  ['a day that was not there may stay away', learner(), 'completed_on', ' ', { facts: { completed_on: null } }],
  [
    'evidence is a word of the list',
    started,
    'evidence_level',
    'documented',
    { facts: { evidence_level: 'documented' } },
  ],
  ['evidence may be unknown', started, 'evidence_level', '', { facts: { evidence_level: null } }],
])('%s', (_, before, column, text, meant) => {
  expect(changeByCell(before, column, text, today)).toEqual(meant)
})

test.each([
  ['status', 'finished'],
  ['first_attended_on', '31/2/2026'],
  ['evidence_level', 'good'],
  ['employer', 'x'],
])('in the column %s, %s cannot be read', (column, text) => {
  expect(changeByCell(started, column, text, today)).toHaveProperty('error')
})
