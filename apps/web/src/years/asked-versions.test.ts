import { parseIsoDay } from '@hubline/domain/day.ts'
import { expect, test } from 'vitest'
import { type AskedFigure, chosenBy, versionQuestions } from './asked-versions.ts'

const JULY = '2026-07-02T10:00:00.000Z'
const words = { words: '', value: '1' }
const band = (key: string, counts_now: number): AskedFigure => ({
  key,
  title: key,
  unit: 'businesses',
  counts_now,
  versions: [
    { version: 1, from_on: null, published_at: null, ...words },
    { version: 2, from_on: parseIsoDay('2026-07-01')!, published_at: JULY, ...words },
  ],
})

test('bands that were published together are one question, answered as it is counted now until somebody says otherwise', () => {
  const questions = versionQuestions([band('medium', 2), band('light', 2)])
  expect(questions).toMatchObject([
    {
      key: 'medium',
      proposed: JULY,
      stages: [
        { value: 'start', words: 'Version 1, as Hubline brings it' },
        { value: JULY, words: 'Version 2, from 01/07/2026' },
      ],
    },
  ])
  const both = (version: number) => ['medium', 'light'].map((key) => ({ key, version }))
  expect(chosenBy(questions, {})).toEqual(both(2))
  expect(chosenBy(questions, { medium: 'start' })).toEqual(both(1))
})
