import { describe, expect, test } from 'vitest'
import { type Day, parseIsoDay } from '../day.ts'
import { Problem } from '../problem.ts'
import { type Move, type Standing, afterMove, isFurther, movesFrom, takesPlace } from './stages.ts'
import { PARTICIPATION_STATUSES } from './training-files.ts'

function theDay(text: string): Day {
  const day = parseIsoDay(text)
  if (!day) throw new Error(`${text} is no day`)
  return day
}
const today = theDay('2026-11-25')
const [may, june, july] = [theDay('2026-05-04'), theDay('2026-06-01'), theDay('2026-07-01')]

const learner = (facts: Partial<Standing> = {}): Standing => ({
  status: 'enrolled',
  end_reason: null,
  qualifying_start_on: null,
  applied_on: null,
  enrolled_on: may,
  first_attended_on: null,
  completed_on: null,
  achieved_on: null,
  ended_on: null,
  ...facts,
})
const started = learner({ status: 'started', first_attended_on: june })
const completed = learner({ status: 'completed', first_attended_on: june, completed_on: july })

function refusal(before: Standing, move: Move): [string | undefined, string] | undefined {
  try {
    afterMove(before, move, today)
    return undefined
  } catch (error) {
    return error instanceof Problem ? [error.field, error.message] : ['fault', String(error)]
  }
}

test('a learner goes from stage to stage, each with its day', () => {
  let now = learner({ status: 'applied', enrolled_on: null })
  now = afterMove(now, { status: 'enrolled', enrolled_on: may }, today)
  now = afterMove(now, { status: 'started', first_attended_on: june }, today)
  now = afterMove(now, { status: 'in_learning' }, today)
  now = afterMove(now, { status: 'completed', completed_on: july }, today)
  now = afterMove(now, { status: 'achieved', achieved_on: july }, today)

  expect(now).toMatchObject({
    status: 'achieved',
    enrolled_on: may,
    first_attended_on: june,
    completed_on: july,
    achieved_on: july,
  })
})

test('stages may be passed over, where the days are told', () => {
  expect(
    afterMove(learner(), { status: 'completed', first_attended_on: june, completed_on: july }, today),
  ).toMatchObject({ status: 'completed', first_attended_on: june, completed_on: july })
})

test('a learner who came with an import needs no first session where the sender gave the qualifying start', () => {
  const imported = learner({ status: 'in_learning', qualifying_start_on: june })

  expect(afterMove(imported, { status: 'completed', completed_on: july }, today).status).toBe('completed')
  expect(afterMove(imported, { status: 'started' }, today).status).toBe('started')
})

describe('a slip is put right by a further move', () => {
  test('which takes away the days that no longer hold', () => {
    expect(afterMove(completed, { status: 'in_learning' }, today)).toMatchObject({
      first_attended_on: june,
      completed_on: null,
    })
    expect(afterMove(completed, { status: 'enrolled' }, today)).toMatchObject({
      enrolled_on: may,
      first_attended_on: null,
      completed_on: null,
    })
  })

  test('and whoever left comes back without the reason', () => {
    const left = afterMove(started, { status: 'withdrawn', ended_on: july, end_reason: 'found_work' }, today)
    expect(left).toMatchObject({ ended_on: july, end_reason: 'found_work', first_attended_on: june })

    expect(afterMove(left, { status: 'in_learning' }, today)).toMatchObject({ ended_on: null, end_reason: null })
  })

  test('a day is corrected where it stands', () => {
    expect(afterMove(started, { first_attended_on: july }, today)).toMatchObject({
      status: 'started',
      first_attended_on: july,
    })
  })
})

test('whoever did not start has attended nothing', () => {
  const gone = afterMove(started, { status: 'enrolled' }, today)

  expect(afterMove(gone, { status: 'did_not_start', ended_on: june, end_reason: 'lost_contact' }, today)).toMatchObject(
    {
      first_attended_on: null,
      ended_on: june,
    },
  )
  expect(refusal(started, { status: 'did_not_start', ended_on: june, end_reason: 'lost_contact' })?.[0]).toBe('status')
})

test.each<[string, Standing, Move, string]>([
  ['enrolled without a day', learner({ status: 'applied', enrolled_on: null }), { status: 'enrolled' }, 'enrolled_on'],
  ['started without a first session', learner(), { status: 'started' }, 'first_attended_on'],
  ['completed without a day', started, { status: 'completed' }, 'completed_on'],
  ['achieved without a day', completed, { status: 'achieved' }, 'achieved_on'],
  ['gone without a day', started, { status: 'withdrawn', end_reason: 'health' }, 'ended_on'],
  ['gone without a reason', started, { status: 'withdrawn', ended_on: july }, 'end_reason'],
  ['gone after completing', completed, { status: 'withdrawn', ended_on: july, end_reason: 'health' }, 'status'],
  [
    'transferred before enrolling',
    learner({ status: 'applied' }),
    { status: 'transferred', ended_on: july, end_reason: 'other_course' },
    'status',
  ],
  [
    'started before enrolling',
    learner({ enrolled_on: july }),
    { status: 'started', first_attended_on: june },
    'first_attended_on',
  ],
  [
    'completed before starting',
    learner({ status: 'started', first_attended_on: july }),
    { status: 'completed', completed_on: june },
    'completed_on',
  ],
  [
    'started in the future',
    learner(),
    { status: 'started', first_attended_on: theDay('2026-11-26') },
    'first_attended_on',
  ],
  ['given a day of a later stage', learner(), { completed_on: july }, 'completed_on'],
  ['robbed of the day of the stage', started, { first_attended_on: null }, 'first_attended_on'],
])('a learner cannot be %s', (_, before, move, field) => {
  expect(refusal(before, move)?.[0]).toBe(field)
})

test('what is refused is said in words', () => {
  expect(refusal(completed, { status: 'withdrawn' })?.[1]).toBe(
    'A learner who is completed cannot become withdrawn: choose another stage',
  )
  expect(refusal(learner({ enrolled_on: july }), { status: 'started', first_attended_on: june })?.[1]).toBe(
    'The learner attended the first session before they enrolled: correct one of the two days',
  )
})

test('no stage is a dead end, and none leads to itself', () => {
  for (const status of PARTICIPATION_STATUSES) {
    expect(movesFrom(status).length).toBeGreaterThan(0)
    expect(movesFrom(status)).not.toContain(status)
  }
})

test('a place is taken from enrolment to the end, and given back by whoever leaves', () => {
  expect(PARTICIPATION_STATUSES.filter(takesPlace)).toEqual([
    'enrolled',
    'started',
    'in_learning',
    'completed',
    'achieved',
  ])
  expect(isFurther('completed', 'started')).toBe(true)
  expect(isFurther('enrolled', 'withdrawn')).toBe(false)
})
