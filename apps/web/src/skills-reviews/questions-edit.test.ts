import type { Question, Section } from '@hubline/domain/skills-reviews/template.ts'
import { expect, test } from 'vitest'
import {
  addQuestion,
  addSection,
  changeQuestion,
  changeSection,
  moveQuestion,
  moveSection,
  removeSection,
  retireQuestion,
  type Sections,
} from './questions-edit.ts'

const question = (key: string): Question => ({ key, kind: 'text', words: key, hint: '', choices: [] })
const section = (key: string, ...keys: string[]): Section => ({ key, title: key, questions: keys.map(question) })
const FORM: Sections = [section('one', 'a', 'b'), section('two', 'c')]
const order = (sections: Sections) =>
  sections.map(({ key, questions }) => `${key}: ${questions.map((one) => one.key).join(' ')}`)

test.each([
  ['a', 1, ['one: b a', 'two: c']],
  ['b', -1, ['one: b a', 'two: c']],
  ['b', 1, ['one: a', 'two: b c']],
  ['c', -1, ['one: a b c', 'two: ']],
  ['a', -1, ['one: a b', 'two: c']],
  ['c', 1, ['one: a b', 'two: c']],
  ['x', 1, ['one: a b', 'two: c']],
] as const)('question %s moves by %i', (key, by, now) => {
  expect(order(moveQuestion(FORM, key, by))).toEqual(now)
})

test('sections change places, and the first does not go up', () => {
  expect(order(moveSection(FORM, 'two', -1))).toEqual(['two: c', 'one: a b'])
  expect(moveSection(FORM, 'one', -1)).toBe(FORM)
})

test('a question is reworded, retired and added; the others stay as they are', () => {
  expect(changeQuestion(FORM, 'b', { words: 'Why?' })[0]?.questions.map(({ words }) => words)).toEqual(['a', 'Why?'])
  expect(order(retireQuestion(FORM, 'a'))).toEqual(['one: b', 'two: c'])
  expect(order(addQuestion(FORM, 'two', 'd'))).toEqual(['one: a b', 'two: c d'])
})

test('a section is named, added and removed', () => {
  expect(changeSection(FORM, 'two', { title: 'Next' })[1]?.title).toBe('Next')
  expect(order(addSection(FORM, 'three'))).toEqual(['one: a b', 'two: c', 'three: '])
  expect(order(removeSection(FORM, 'one'))).toEqual(['two: c'])
})
