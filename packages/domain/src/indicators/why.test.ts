import { expect, test } from 'vitest'
import type { Day } from '../day.ts'
import type { Year } from '../years/year.ts'
import { CATALOGUE, findDefinition } from './catalogue.ts'
import { plainWay } from './in-words.ts'
import { ruleInWords } from './rule-in-words.ts'
import { rulesOf } from './rules.ts'
import { type Totals, type Trace, explain } from './why.ts'

const year = '2021-22' as Year
const day = (text: string) => text as Day
const called = (key: string) => findDefinition(key) ?? CATALOGUE[0]!
const trace = (facts: Partial<Trace>): Trace => ({
  way: 0,
  kind: 'interaction',
  reference: 'I-1',
  on: day('2021-06-14'),
  failing: [],
  seen: {},
  ...facts,
})
const totals = (facts: Partial<Totals>): Totals => ({
  minutes: 0,
  is_diagnosed: false,
  first_on: day('2021-06-14'),
  counts: false,
  ...facts,
})

test('what counts is named with every record that brings it in', () => {
  const traces = [trace({}), trace({ reference: 'I-2' })]

  expect(explain(called('lep.businesses_supported'), { year, traces, totals: undefined })).toEqual({
    counted: true,
    because: [
      { kind: 'interaction', reference: 'I-1', on: '2021-06-14' },
      { kind: 'interaction', reference: 'I-2', on: '2021-06-14' },
    ],
  })
})

test('of the rules that the nearest record breaks the first comes first, and each has its fix', () => {
  const definition = called('lep.jobs_created')
  const { rules } = rulesOf(definition, plainWay(definition.any_of[0]!))
  const failing = rules.flatMap(({ rule }, at) => (rule === 'yes' || rule === 'is' ? [at] : []))

  const traces = [trace({ kind: 'outcome', failing, seen: { state: 'claimed', is_primary: false } })]
  expect(explain(definition, { year, traces, totals: undefined })).toMatchObject({
    counted: false,
    nearest: { reference: 'I-1' },
    why: 'It is “claimed”, not verified.',
    also: ['It is not the primary claim: the same result counts once, where its primary claim stands.'],
    fix: 'A second person must verify it. Make it the primary claim, if no other record claims the same result.',
  })
})

test.each([
  ['gh.medium', { minutes: 45 }, 'It had 45 minutes in the year; this needs 3 hours: 2 hours 15 minutes more.'],
  ['gh.medium', { minutes: 720 }, 'It had 12 hours in the year; this is for less than 12 hours.'],
  [
    'gh.light',
    { minutes: 45, is_diagnosed: true },
    'A diagnostic was completed in the year, which lifts it out of this.',
  ],
])('a unit of %s with %j is told how far it is', (key, facts, why) => {
  expect(explain(called(key), { year, traces: [trace({})], totals: totals(facts) })).toMatchObject({ why })
})

test('a business that started counts in its first year only, and is told which that was', () => {
  const before = totals({ first_on: day('2020-06-01') })

  expect(
    explain(called('lep.businesses_started'), { year, traces: [trace({ kind: 'outcome' })], totals: before }),
  ).toMatchObject({ counted: false, why: 'It has counted already, in 2020-21.' })
})

test('every rule of every definition has its two sentences, without a code in them', () => {
  const said = CATALOGUE.flatMap((definition) =>
    definition.any_of
      .map(plainWay)
      .flatMap((way) =>
        rulesOf(definition, way).rules.map((rule) => ruleInWords(rule, { way, seen: {}, on: day('2020-06-14'), year })),
      ),
  )

  expect(said.filter(({ why, fix }) => !/^[A-Z][^_]+\.$/.test(why) || !/^[A-Z][^_]+\.$/.test(fix))).toEqual([])
})
