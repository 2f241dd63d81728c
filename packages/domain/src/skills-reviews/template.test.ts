import { expect, test } from 'vitest'
import { Problem } from '../problem.ts'
import { answerInWords, readAnswer } from './answers.ts'
import { DEFAULT_SECTIONS } from './default-template.ts'
import { Sections, compareVersions, questionsOf } from './template.ts'

const QUESTIONS = new Map(questionsOf(DEFAULT_SECTIONS).map((question) => [question.key, question]))
const named = (key: string) => {
  const question = QUESTIONS.get(key)
  if (!question) throw new Error(`No question ${key}`)
  return question
}

test('the shipped questions keep the rules of questions', () => {
  expect(Sections.parse(DEFAULT_SECTIONS)).toEqual(DEFAULT_SECTIONS)
})

test('two versions differ by what was added, taken out and reworded', () => {
  const [first, ...rest] = DEFAULT_SECTIONS
  const [headcount, ...others] = first?.questions ?? []
  const after = [
    {
      key: 'business',
      title: 'The business',
      questions: [
        { ...named('headcount'), words: 'How many?' },
        { key: 'new', kind: 'text' as const, words: 'And?', hint: '', choices: [] },
      ],
    },
    ...rest,
  ]

  expect(headcount?.key).toBe('headcount')
  expect(compareVersions(DEFAULT_SECTIONS, after)).toEqual({ added: 1, removed: others.length, reworded: 1 })
})

test.each([
  ['headcount', 1240, '1,240'],
  ['budget', 250_000, '£2,500'],
  ['pays_levy', false, 'No'],
  ['would_take', 'yes_now', 'Yes, now'],
  ['barriers', ['cost', 'none_of_these'], 'Cost, None of these'],
  ['plans', 'A kiln', 'A kiln'],
  ['plans', null, ''],
  ['barriers', [], ''],
] as const)('the answer to %s reads %s as words', (key, value, words) => {
  expect(answerInWords(named(key), value)).toBe(words)
})

test.each([
  ['headcount', 1.5],
  ['headcount', '12'],
  ['pays_levy', 'yes'],
  ['would_take', 'no_such_choice'],
  ['plans', 'x'.repeat(5001)],
])('%s is not answered by %s', (key, value) => {
  expect(() => readAnswer(named(key), value)).toThrow(Problem)
})
