import { describe, expect, test } from 'vitest'
import { type Day, parseIsoDay } from '../day.ts'
import { type There, outcomeOf } from './paste-outcome.ts'
import { type LearnerKey, readPastedLearner } from './pasted-learners.ts'

function theDay(text: string): Day {
  const day = parseIsoDay(text)
  if (!day) throw new Error(`${text} is no day`)
  return day
}
const today = theDay('2026-11-25')
const defaults = { status: 'enrolled', enrolled_on: today, first_attended_on: null, evidence_level: null } as const

type Cells = Partial<Record<LearnerKey, string>>
const outcome = (cells: Cells, more: Partial<Parameters<typeof outcomeOf>[0]> = {}) =>
  outcomeOf({
    kind: 'short_course',
    row: readPastedLearner({ full_name: 'Priya Shah', ...cells }, today).learner,
    business_id: null,
    session_id: null,
    there: undefined,
    defaults,
    today,
    ...more,
  })

/** Somebody who was added from a row, as they stand now. */
function addedFrom(cells: Cells, facts: Partial<There> = {}): There {
  const added = outcome(cells)
  if (added.does !== 'add') throw new Error(`It does ${added.does}`)
  return { ...added.learner, business: null, session: null, plan_line: null, waiting_number: null, ...facts }
}

describe('a row about somebody new to the course', () => {
  test('is enrolled today unless it says otherwise', () => {
    expect(outcome({})).toMatchObject({ does: 'add', learner: { status: 'enrolled', enrolled_on: today } })
    expect(outcome({ enrolled_on: '01/09/2026' })).toMatchObject({ learner: { enrolled_on: '2026-09-01' } })
    expect(
      outcome({}, { defaults: { ...defaults, status: 'started', first_attended_on: theDay('2026-11-23') } }),
    ).toMatchObject({
      learner: {
        status: 'started',
        first_attended_on: '2026-11-23',
        qualifying_start_on: '2026-11-23',
        enrolled_on: null,
      },
    })
  })

  test('is as far as its days tell', () => {
    expect(outcome({ first_attended_on: '07/09/2026' })).toMatchObject({
      learner: { status: 'started', qualifying_start_on: '2026-09-07', enrolled_on: null },
    })
    expect(outcome({ first_attended_on: '07/09/2026', completed_on: '11/09/2026' })).toMatchObject({
      learner: { status: 'completed' },
    })
    expect(outcome({ status: 'Waiting list' })).toMatchObject({ learner: { status: 'applied', applied_on: today } })
  })

  test.each<[string, Cells, LearnerKey]>([
    ['a start without a day', { status: 'started' }, 'first_attended_on'],
    ['a completion without a day', { status: 'completed' }, 'completed_on'],
    ['somebody who left without a reason', { status: 'left', ended_on: '01/10/2026' }, 'end_reason'],
    ['a completion before the start', { first_attended_on: '07/09/2026', completed_on: '01/09/2026' }, 'completed_on'],
    [
      'a first session of somebody who did not start',
      { status: 'DNS', first_attended_on: '07/09/2026' },
      'first_attended_on',
    ],
  ])('is refused with %s, at the cell', (_, cells, key) => {
    expect(outcome(cells)).toMatchObject({ does: 'refuse', error: { key } })
  })
})

describe('a row about somebody who is on the course', () => {
  test.each<Cells>([
    {},
    { status: 'Enrolled', enrolled_on: '01/09/2026' },
    { first_attended_on: '07/09/2026' },
    { status: 'Completed', first_attended_on: '07/09/2026', completed_on: '11/09/2026' },
    { status: 'Left', ended_on: '11/09/2026', end_reason: 'health' },
    { status: 'DNS', enrolled_on: '01/09/2026', ended_on: '11/09/2026', end_reason: 'lost contact' },
  ])('adds nothing the second time: %j', (cells) => {
    expect(outcome(cells, { there: addedFrom(cells) })).toEqual({ does: 'nothing' })
  })

  test('adds what is new: a stage, a day, an employer, a session', () => {
    const there = addedFrom({ enrolled_on: '01/09/2026' })

    expect(outcome({ first_attended_on: '07/09/2026' }, { there })).toEqual({
      does: 'change',
      facts: { status: 'started', first_attended_on: '2026-09-07' },
    })
    expect(outcome({ status: 'DNS', ended_on: '07/09/2026', end_reason: 'health' }, { there })).toMatchObject({
      does: 'change',
      facts: { status: 'did_not_start' },
    })
    expect(outcome({}, { there, business_id: 'b', session_id: 's' })).toEqual({
      does: 'change',
      facts: { business_id: 'b', session_id: 's' },
    })
  })

  test('never moves anybody back and never writes over a day', () => {
    const there = addedFrom({ first_attended_on: '07/09/2026', completed_on: '11/09/2026' })

    expect(outcome({ status: 'Enrolled' }, { there })).toEqual({ does: 'nothing' })
    expect(outcome({ first_attended_on: '08/09/2026', completed_on: '12/09/2026' }, { there })).toEqual({
      does: 'nothing',
    })
    expect(outcome({ status: 'Left', ended_on: '11/10/2026', end_reason: 'health' }, { there })).toEqual({
      does: 'nothing',
    })
  })

  test('leaves whoever waits in their place of the queue', () => {
    const there = addedFrom({ status: 'Waiting' }, { waiting_number: 3, session: { id: 's', starts_on: today } })

    expect(outcome({ status: 'Enrolled' }, { there, session_id: 's' })).toEqual({ does: 'nothing' })
  })

  test('is a new stay for whoever was through and enrols later', () => {
    const there = addedFrom({ first_attended_on: '07/09/2026', completed_on: '11/09/2026' })

    expect(outcome({ enrolled_on: '01/11/2026' }, { there })).toMatchObject({ does: 'add' })
    expect(outcome({ enrolled_on: '01/09/2026' }, { there })).toEqual({
      does: 'change',
      facts: { enrolled_on: '2026-09-01' },
    })
  })
})
