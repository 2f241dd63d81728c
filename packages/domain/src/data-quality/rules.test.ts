import { expect, test } from 'vitest'
import { BUNDLE } from '../imports/bundle.ts'
import { findDefinition } from '../indicators/catalogue.ts'
import { lineOf } from './rule.ts'
import { QUALITY_RULES, findQualityRule } from './rules.ts'

test('every rule has a name of its own and lists records that there are', () => {
  const kinds = BUNDLE.map(({ kind }) => kind)
  expect(new Set(QUALITY_RULES.map(({ key }) => key)).size).toBe(QUALITY_RULES.length)
  expect(QUALITY_RULES.filter(({ lists }) => !kinds.includes(lists))).toEqual([])
})

test.each(QUALITY_RULES)('$key says what is wrong, what to do and what is at stake in whole sentences', (rule) => {
  for (const sentence of [rule.wrong, rule.put_right, rule.at_stake]) expect(sentence).toMatch(/^[A-Z][^{}]+\.$/)
  expect(rule.title).toMatch(/^[A-Z].*[^.]$/)
})

test('every figure at stake is one that is counted, and what is in no figure names none', () => {
  for (const { figures, stakes } of QUALITY_RULES) {
    expect(figures.filter((key) => !findDefinition(key))).toEqual([])
    expect(figures.length > 0).toBe(stakes !== 'tidiness')
  }
})

test('what keeps records out of a figure stands first', () => {
  const stakes = QUALITY_RULES.map((rule) => rule.stakes)
  expect(stakes).toEqual([...stakes].toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)))
})
const ORDER = ['left_out', 'open_to_challenge', 'tidiness']

test('a line says days and numbers as people write them, and has words for a blank', () => {
  const rule = { line: 'Noted on {noted_on}, {minutes} minutes', line_without: 'Never noted' }
  expect(lineOf(rule, { noted_on: '2021-06-14', minutes: 1200 })).toBe('Noted on 14/06/2021, 1,200 minutes')
  expect(lineOf(rule, { noted_on: null, minutes: 12 })).toBe('Never noted')
  expect(lineOf({ line: '{course}' }, {})).toBe('')
  expect(lineOf({}, { course: 'Welding' })).toBe('')
})

test('a rule that does not exist is not found', () => {
  expect(findQualityRule('colour_unknown')).toBeUndefined()
  expect(findQualityRule('business_sector_unknown')?.lists).toBe('business')
})
