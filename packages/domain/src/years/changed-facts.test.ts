import { expect, test } from 'vitest'
import { BUNDLE } from '../imports/bundle.ts'
import { changedInWords, toldFacts } from './changed-facts.ts'

test.each([
  ['evidence_level', 'documented', 'self_declared', 'evidence lowered from documented to self-declared'],
  ['evidence_level', null, 'verified', 'evidence raised from self-declared to verified'],
  ['evidence_level', 'verified', 'none', 'evidence withdrawn, was verified'],
  ['held_on', '2020-06-01', '2021-06-01', 'day on which it was held from 01/06/2020 to 01/06/2021'],
  ['minutes', '400', null, 'minutes from 400 to blank'],
  ['status', 'attended', 'no_show', 'status from attended to no show'],
  ['valid', 'true', 'false', 'whether the answer is valid from yes to no'],
  ['area_codes', null, null, 'districts that the hub serves'],
])('a change of %s from %s to %s reads: %s', (fact, was, is, words) => {
  expect(changedInWords([{ fact, was, is }])).toEqual([words])
})

test('no fact of any record is told by the name of its column, and a fact by two columns once', () => {
  const facts = BUNDLE.flatMap(({ columns }) => Object.values(columns).map(({ column }) => column))
  for (const words of changedInWords(facts.map((fact) => ({ fact, was: null, is: null }))))
    expect(words).not.toMatch(/_|\b(id|on|pence)$/)
  expect(changedInWords(['district_code', 'located_in'].map((fact) => ({ fact, was: null, is: null })))).toEqual([
    'district',
  ])
})

test('with a cause no value is told by which somebody could be known', () => {
  expect(toldFacts('person')).toEqual([])
  expect(toldFacts('interaction')).toEqual([
    'kind',
    'channel',
    'occurred_on',
    'minutes',
    'start_up_support',
    'evidence_level',
  ])
})
