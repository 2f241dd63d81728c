import { expect, test } from 'vitest'
import type { Day } from '../day.ts'
import { relationshipState } from './relationship.ts'

test.each([
  [null, '2022-03-31', 'new'],
  ['2022-03-31', '2022-03-31', 'current'],
  ['2021-03-31', '2022-03-31', 'current'],
  ['2021-03-30', '2022-03-31', 'lapsed'],
  ['2023-03-01', '2024-02-29', 'current'],
  ['2023-02-28', '2024-02-29', 'lapsed'],
] as const)('a client last met on %s is, on %s, %s', (last, today, state) => {
  expect(relationshipState(last as Day | null, today as Day)).toBe(state)
})
