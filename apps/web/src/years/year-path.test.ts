import { expect, test } from 'vitest'
import { yearPath } from './year-path.ts'

const steps = (...states: string[]) => states.map((state) => ({ state }))

test.each([
  ['a year under way', 'checked', steps('draft', 'checked'), ['signed_off', 'published']],
  [
    'restated after it was published',
    'restated',
    steps('signed_off', 'published', 'restated'),
    ['signed_off', 'published', 'restated'],
  ],
  [
    'restated before anybody published it',
    'restated',
    steps('signed_off', 'restated'),
    ['signed_off', 'restated', 'published'],
  ],
  ['published again', 'published', steps('signed_off', 'restated', 'published'), ['signed_off', 'published']],
] as const)('%s', (_, state, taken, end) => {
  expect(yearPath(state, taken)).toEqual(['live', 'draft', 'checked', ...end])
})
