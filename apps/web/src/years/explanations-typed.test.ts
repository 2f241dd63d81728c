import { expect, test } from 'vitest'
import { cameMeanwhile, toKeep, withWords, wordsIn } from './explanations-typed.ts'

const key = 'lep.jobs_created'
const nobody = { key, explanation: null }
const jo = { key, explanation: { id: '1', indicator_key: key, words: 'Jo wrote this', version: 1, by: 'Jo Marsh' } }

test('what is typed stays in its box when somebody else explains the figure meanwhile, and their words stand beside it', () => {
  const typed = withWords(nobody, {}, 'A second programme ')

  expect(cameMeanwhile(nobody, typed)).toBeNull()
  expect(wordsIn(jo, typed)).toBe('A second programme ')
  expect(cameMeanwhile(jo, typed)).toBe(jo.explanation)
  expect(toKeep([jo], typed)).toEqual([{ key, version: 1, words: 'A second programme' }])
})

test('nothing comes meanwhile where their words were there first, or are the same', () => {
  expect(cameMeanwhile(jo, withWords(jo, {}, 'Better said'))).toBeNull()
  expect(cameMeanwhile(jo, withWords(nobody, {}, 'Jo wrote this '))).toBeNull()
  expect(toKeep([jo], withWords(nobody, {}, 'Jo wrote this '))).toEqual([])
  expect(toKeep([jo], {})).toEqual([])
})
