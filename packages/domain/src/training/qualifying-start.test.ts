import { describe, expect, test } from 'vitest'
import { type Day, parseIsoDay } from '../day.ts'
import { type StartFacts, countsAsUpskilled, qualifyingStart, startAfter } from './qualifying-start.ts'

function theDay(text: string): Day {
  const day = parseIsoDay(text)
  if (!day) throw new Error(`${text} is no day`)
  return day
}
const [may, june, july] = [theDay('2026-05-04'), theDay('2026-06-01'), theDay('2026-07-01')]

const facts = (more: Partial<StartFacts> = {}): StartFacts => ({
  status: 'started',
  enrolled_on: may,
  funded_start_on: null,
  ended_on: null,
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
  ...more,
})
const milestone = { first_attended_on: may, initial_assessment_on: may, guided_hours: 12, milestone_1_on: june }

describe('the qualifying start', () => {
  test.each(['short_course', 'other', null] as const)('of a %s is the first attended session', (kind) => {
    expect(qualifyingStart(kind, facts({ first_attended_on: june }))).toEqual({
      on: june,
      because: 'First session attended on 01/06/2026',
    })
    expect(qualifyingStart(kind, facts())).toEqual({
      on: null,
      missing: 'No session is attended yet: enter the day of the first one',
    })
  })

  test('of a bootcamp is milestone 1, not the first session', () => {
    expect(qualifyingStart('bootcamp', facts(milestone))).toMatchObject({ on: june })
    expect(qualifyingStart('bootcamp', facts({ ...milestone, guided_hours: 4 }))).toEqual({
      on: null,
      missing: 'Milestone 1 is not reached: at least 10 guided hours were attended',
    })
  })

  test.each(['regulated', 'apprenticeship'] as const)('of %s learning is enrolment past the funded start', (kind) => {
    const on = (more: Partial<StartFacts>) => qualifyingStart(kind, facts({ first_attended_on: may, ...more })).on

    expect(on({ funded_start_on: june })).toBe(june)
    expect(on({ funded_start_on: june, enrolled_on: july })).toBe(july)
    expect(on({ funded_start_on: null })).toBeNull()
    expect(on({ funded_start_on: june, enrolled_on: null })).toBeNull()
    expect(on({ funded_start_on: june, status: 'withdrawn', ended_on: june })).toBeNull()
    expect(on({ funded_start_on: june, status: 'withdrawn', ended_on: july })).toBe(june)
  })

  test('is none for whoever did not start', () => {
    expect(qualifyingStart('short_course', facts({ status: 'did_not_start', first_attended_on: june })).on).toBeNull()
  })
})

describe('a qualifying start that came with an import', () => {
  const imported = { ...facts(), qualifying_start_on: july }

  test('stands while nothing here bears out another', () => {
    expect(startAfter('short_course', imported, facts({ status: 'completed', completed_on: july }))).toBe(july)
  })

  test('gives way to the facts, and to whoever did not start', () => {
    expect(startAfter('short_course', imported, facts({ first_attended_on: june }))).toBe(june)
    expect(startAfter('short_course', imported, facts({ status: 'did_not_start' }))).toBeNull()
  })

  test('is not the same as one that followed from facts, which goes with them', () => {
    const made = { ...facts({ first_attended_on: june }), qualifying_start_on: june }

    expect(startAfter('short_course', made, facts({ status: 'enrolled' }))).toBeNull()
  })
})

describe('a learner', () => {
  const learner = { ...facts({ first_attended_on: june }), qualifying_start_on: june }

  test('counts in the year of the qualifying start, with documented evidence', () => {
    expect(countsAsUpskilled('short_course', { ...learner, evidence_level: 'documented' })).toEqual({
      counts: true,
      year: '2026-27',
      sentence: 'First session attended on 01/06/2026',
    })
    expect(countsAsUpskilled('bootcamp', { ...learner, evidence_level: 'verified' })).toMatchObject({
      counts: true,
      sentence: 'Qualifying start on 01/06/2026, as it was imported',
    })
  })

  test.each([
    [null, 'The evidence is self-declared: the start must be documented'],
    ['self_declared', 'The evidence is self-declared: the start must be documented'],
    ['none', 'There is no evidence: the start must be documented'],
  ] as const)('does not count with evidence %s', (evidence_level, sentence) => {
    expect(countsAsUpskilled('short_course', { ...learner, evidence_level })).toEqual({ counts: false, sentence })
  })

  test('does not count before the start, however good the evidence', () => {
    const before = { ...facts(), qualifying_start_on: null, evidence_level: 'verified' as const }

    expect(countsAsUpskilled('short_course', before)).toMatchObject({ counts: false })
  })
})
