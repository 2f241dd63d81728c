import { expect, test } from 'vitest'
import {
  type TargetRow,
  applied,
  edited,
  monthTexts,
  readAmount,
  rowProblem,
  sentOf,
  setMeanwhile,
  spreadWords,
  withTyped,
} from './target-rows.ts'

const row: TargetRow = {
  key: 'lep.jobs_created',
  title: 'Jobs created',
  pack: 'headline',
  unit: 'FTE',
  version: 2,
  value: '24',
  profile: null,
  before: { value: '20', target: '22', months: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 10] },
}
const even = Array.from({ length: 12 }, () => '2')

test.each([
  ['2,900', 2900],
  ['£2 900', 2900],
  ['4.5', 4.5],
  ['', undefined],
  ['-3', undefined],
  ['2.9k', undefined],
])('"%s" is read as %s', (text, amount) => expect(readAmount(text)).toBe(amount))

test('a target goes evenly until somebody says otherwise', () => {
  expect(monthTexts(row)).toEqual(even)
  expect(spreadWords(row, '2025-26')).toBe('Even')
  const like = edited(row, 'spread', 'as')
  expect(like.profile).toEqual([...Array.from({ length: 10 }, () => '0'), '12', '12'])
  expect(spreadWords(like, '2025-26')).toBe('As 2025-26')
  const typed = edited(row, 'm0', '5')
  expect(spreadWords(typed, '2025-26')).toBe('Own months')
  expect(rowProblem(typed)).toBe('The months add up to 27: 3 too many')
  expect(edited(typed, 'spread', 'Even').profile).toBeNull()
})

test('another target keeps the shape of its months; none has no months', () => {
  const like = edited(row, 'spread', 'As 2025-26')
  expect(edited(like, 'value', '30').profile?.slice(-2)).toEqual(['15', '15'])
  expect(sentOf(edited(like, 'value', ''))).toEqual({ key: row.key, version: 2, value: null, profile: null })
})

test('a pasted row of a target and its months stands as it was pasted', () => {
  const cells = ['120', 'Own', ...Array.from({ length: 12 }, (_, at) => (at === 0 ? '10' : '10'))]
  const edits = cells.map((text, at) => ({ key: row.key, column: ['value', 'spread'][at] ?? `m${at - 2}`, text }))
  const [pasted] = applied([row], edits)
  expect(pasted && sentOf(pasted)).toMatchObject({ value: 120, profile: Array.from({ length: 12 }, () => 10) })
  expect(pasted && rowProblem(pasted)).toBeUndefined()
})

test('a score has a target and no months', () => {
  const score = { ...row, unit: 'score' as const, value: '4.5' }
  expect(monthTexts(score)).toEqual(Array.from({ length: 12 }, () => ''))
  expect(edited(score, 'm0', '4')).toBe(score)
  expect(rowProblem(score)).toBeUndefined()
  expect(rowProblem({ ...score, value: '6' })).toMatch(/1 to 5/)
  expect(rowProblem({ ...score, value: 'six' })).toMatch(/digits/)
})

test('what somebody else set meanwhile is told, and what was typed is sent over it', () => {
  const typed = { [row.key]: { version: 2, value: '30', profile: null } }
  expect(setMeanwhile([row], typed)).toEqual([])
  const later = { ...row, version: 3, value: '26' }
  expect(setMeanwhile([later], typed)).toEqual([later])
  expect(withTyped([later], typed)).toEqual([{ ...row, version: 3, value: '30' }])
  expect(setMeanwhile([{ ...later, value: '30' }], typed)).toEqual([])
})
