import { expect, test } from 'vitest'
import { partsOf } from './taken-in-words.ts'

test.each<[string, Parameters<typeof partsOf>[0], string]>([
  [
    'the rest of a signed-off pack',
    { figure: null, of: { year: '2021-22', version: 1, format: 'xlsx', from: 512 }, narrowed: {} },
    '2021-22, version 1, xlsx, the rest of it',
  ],
  [
    'a list as it was on a day, of some of its units',
    {
      figure: 'Businesses supported',
      of: { year: '2021-22', as_at: '2022-05-01T11:00:00.000Z' },
      narrowed: { text: 'mill', district: 'E06000015', month: '2021-06', known: 'new' },
    },
    'Businesses supported, 2021-22, as at 1 May 2022, 12:00, contains “mill”, District: Derby, Month: June 2021, New or returning: New this year',
  ],
  [
    'needs of a role',
    { figure: null, of: { year: '2021-22' }, narrowed: { urgency: 'none' } },
    '2021-22, How soon: Not said how soon',
  ],
])('says what %s was of', (_what, row, words) => {
  expect(partsOf(row)).toBe(words)
})
