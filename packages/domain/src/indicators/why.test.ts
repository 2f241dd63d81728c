import { expect, test } from 'vitest'
import type { Day } from '../day.ts'
import type { Year } from '../years/year.ts'
import { CATALOGUE, findDefinition } from './catalogue.ts'
import { plainWay } from './plain-way.ts'
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

/** The rules of the first way of a figure, by their names and fields, that a record breaks. */
function breaks(key: string, ...names: string[]): number[] {
  const definition = called(key)
  const { rules } = rulesOf(definition, plainWay(definition.any_of[0]!))
  return rules.flatMap((rule, at) => (names.includes('field' in rule ? rule.field : rule.rule) ? [at] : []))
}

test.each([
  [
    'a band, of its minutes',
    'gh.medium',
    { failing: breaks('gh.medium', 'kind'), seen: { kind: 'admin_note', minutes: 45 } },
    'And all work of the year together must come to 3 hours.',
  ],
  [
    'an output of a programme, of its hours',
    'erdf.c4',
    { failing: breaks('erdf.c4', 'evidence'), seen: { minutes: 60 } },
    'And all work of the programme together must come to 12 hours.',
  ],
  [
    'what counts in its first year only, of that year',
    'lep.businesses_started',
    { kind: 'outcome', failing: breaks('lep.businesses_started', 'evidence'), on: day('2020-06-01') },
    'That changes 2020-21 alone.',
  ],
  [
    'start-up support, of the day from which the person trades',
    'lep.individuals_helped_to_start',
    {
      failing: breaks('lep.individuals_helped_to_start', 'in_year'),
      on: day('2020-06-01'),
      seen: { trading_since: '2021-02-24' },
    },
    'And it counts only before 24/02/2021, when the person began to trade.',
  ],
])('where one record does not suffice, its fix says what else is asked: %s', (_, key, facts, more) => {
  const said = explain(called(key), { year, traces: [trace(facts)], totals: undefined })

  expect(said).toMatchObject({ counted: false, broken: 2, fix: expect.stringContaining(more) as string })
})

test('what is short of an output says which hours do not help', () => {
  const short = (key: string, facts: Partial<Trace>) =>
    explain(called(key), { year, traces: [trace(facts)], totals: totals({ first_on: null, needed: 720, minutes: 60 }) })

  expect(short('erdf.p11', { seen: { trading_since: '2021-02-24' } })).toMatchObject({
    fix: 'It counts with 11 hours more of support in the programme, if it comes before 24/02/2021, when the person began to trade.',
  })
  expect(short('erdf.c5', {})).toMatchObject({
    fix: 'It counts with 11 hours more of support in the programme, if P13 does not use up 3 hours of it first and if it was registered less than 12 months before its first support.',
  })
})

test('a diagnostic lifts a business out of light-touch support, with and without a minute', () => {
  const diagnosed = totals({ minutes: 0, is_diagnosed: true })

  expect(explain(called('gh.light'), { year, traces: [trace({})], totals: diagnosed })).toMatchObject({
    broken: null,
    fix: 'Nothing is missing: it had more than this.',
  })
})

test('a grant that is too small is told so in pounds', () => {
  const [failing, seen] = [breaks('erdf.c2', 'amount_pence'), { amount_pence: 50_000 }]

  expect(
    explain(called('erdf.c2'), { year, traces: [trace({ kind: 'grant_award', failing, seen })], totals: undefined }),
  ).toMatchObject({ why: 'It is £500.00; at least £1,000.00 is needed.' })
})
