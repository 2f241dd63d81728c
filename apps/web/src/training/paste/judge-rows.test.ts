import { type Day, parseIsoDay } from '@hubline/domain/day.ts'
import { describe, expect, test } from 'vitest'
import { type Checked, type Judging, type Likely, askedAs, judgeRows, readRow } from './judge-rows.ts'
import { type PastedList, listFrom, withDecisions, withEmployer } from './pasted-list.ts'

function theDay(text: string): Day {
  const day = parseIsoDay(text)
  if (!day) throw new Error(`${text} is no day`)
  return day
}
const today = theDay('2026-11-25')
const likely = (id: string, there: object | null = null) =>
  ({
    id,
    name: `Person ${id}`,
    reference: `P-${id}`,
    email: null,
    postcode: null,
    works_at: null,
    score: 95,
    reason: '',
    there,
  }) as Likely

type Answers = Record<string, Checked>

/** How the rows of a list stand when the server has answered about those named. */
function standings(text: string, answers: Answers, more: Partial<Judging> = {}, make = (list: PastedList) => list) {
  const list = make(
    listFrom(text) ?? { rows: [], heading: undefined, columns: [], decisions: {}, employers: {}, too_many: 0 },
  )
  const checked = new Map(
    list.rows.flatMap((row) => {
      const { learner } = readRow(row, list.columns, today)
      const answer = answers[`${learner.given_name} ${learner.family_name}`]
      return answer ? [[askedAs(learner), answer] as const] : []
    }),
  )
  return judgeRows({
    list,
    checked,
    businesses: new Map(),
    course: { kind: 'short_course' },
    session_id: null,
    plan_line_id: null,
    employer_id: null,
    defaults: { status: 'enrolled', enrolled_on: today, first_attended_on: null, evidence_level: null },
    today,
    ...more,
  })
}
const known = (id: string, there: object | null = null): Checked => ({
  verdict: 'known',
  candidates: [likely(id, there)],
})
const fresh: Checked = { verdict: 'new', candidates: [] }
const maybe: Checked = { verdict: 'maybe', candidates: [likely('1'), likely('2')] }
const LIST = 'Name\tEmail\nPriya Shah\tp@firm.example\nTom Ashby\tt@firm.example\nSam Reed\tno mail'

test('a row is wrong, or asked about, or ready, and tells whom it is about', () => {
  const judged = standings(LIST, { 'Priya Shah': known('7') })

  expect(judged.map(({ standing, person }) => [standing, person?.id])).toEqual([
    ['add', '7'],
    ['checking', undefined],
    ['wrong', undefined],
  ])
  expect(judged[2]?.errors).toEqual([{ key: 'email', sentence: 'Enter one e-mail address, like name@firm.co.uk' }])
})

describe('somebody who may be known', () => {
  test('waits for a decision: one of them, new, or left out', () => {
    const after = (decision: Parameters<typeof withDecisions>[2]) =>
      standings(LIST, { 'Tom Ashby': maybe }, {}, (list) => withDecisions(list, ['3'], decision))[1]

    expect(after(undefined)).toMatchObject({ standing: 'decide', candidates: [{ id: '1' }, { id: '2' }] })
    expect(after({ is: 'person', id: '2', name: 'Tom Ashby', reference: 'P-2' })).toMatchObject({
      standing: 'add',
      person: { id: '2' },
    })
    expect(after({ is: 'new' })).toMatchObject({ standing: 'add', person: undefined })
    expect(after({ is: 'left_out' })).toMatchObject({ standing: 'left_out' })
  })
})

test('a person is in a list once: by the same facts, or as the same known person', () => {
  const judged = standings('Priya Shah\tp@firm.example\nPRIYA SHAH\tp@firm.example\nP Shah\tother@firm.example', {
    'Priya Shah': known('7'),
    'PRIYA SHAH': known('7'),
    'P Shah': known('7'),
  })

  expect(judged.map(({ standing, same_as }) => [standing, same_as])).toEqual([
    ['add', undefined],
    ['again', 1],
    ['again', 1],
  ])
})

test('whoever is on the course only gains what is new', () => {
  const there = {
    status: 'enrolled',
    enrolled_on: theDay('2026-11-02'),
    first_attended_on: null,
    completed_on: null,
    achieved_on: null,
    ended_on: null,
    qualifying_start_on: null,
    business: { id: 'b' },
    session: null,
    waiting_number: null,
  }
  const judged = standings('Name\tFirst session\nPriya Shah\t\nTom Ashby\t09/11/2026', {
    'Priya Shah': known('1', there),
    'Tom Ashby': known('2', there),
  })

  expect(judged.map(({ standing }) => standing)).toEqual(['nothing', 'change'])
})

test('an employer who is not certain is a question of its own, answered once for all its rows', () => {
  const text = 'Name\tEmployer\nPriya Shah\tKiln Works Ltd\nTom Ashby\tkiln works\nSam Reed\t'
  const answers = { 'Priya Shah': fresh, 'Tom Ashby': fresh, 'Sam Reed': fresh }
  const businesses: Judging['businesses'] = new Map([['kiln works', { verdict: 'maybe', candidates: [] }]])

  expect(
    standings(text, answers, { businesses, employer_id: 'all' }).map(({ standing, business_id }) => [
      standing,
      business_id,
    ]),
  ).toEqual([
    ['employer', null],
    ['employer', null],
    ['add', 'all'],
  ])
  const decided = standings(text, answers, { businesses }, (list) =>
    withEmployer(list, 'kiln works', { is: 'new', id: 'k', name: 'Kiln Works Ltd' }),
  )
  expect(decided.map(({ standing, business_id }) => [standing, business_id])).toEqual([
    ['add', 'k'],
    ['add', 'k'],
    ['add', null],
  ])
})

test('days that do not go together are told at their cell', () => {
  const [judged] = standings('Name\tStage\tCompleted on\nPriya Shah\tCompleted\t', { 'Priya Shah': fresh })

  expect(judged).toMatchObject({ standing: 'wrong', errors: [{ key: 'completed_on' }] })
})
