import { expect, test } from 'vitest'
import { CASE_STATUSES } from './cases-file.ts'
import { mustMayMove, movesFrom } from './stages.ts'

test('every status can be left, can be reached, and leads to no other than those of the list', () => {
  for (const status of CASE_STATUSES) {
    expect(movesFrom(status).length).toBeGreaterThan(0)
    expect(CASE_STATUSES.some((other) => movesFrom(other).includes(status))).toBe(true)
    expect(movesFrom(status).every((next) => CASE_STATUSES.includes(next) && next !== status)).toBe(true)
  }
})

test('a slip is put right by a further move: from every open status one may go back', () => {
  for (const status of CASE_STATUSES.filter((each) => each !== 'closed' && each !== 'open'))
    expect(movesFrom(status)).toContain('open')
})

const PAIRS = CASE_STATUSES.flatMap((from) => CASE_STATUSES.map((to) => [from, to] as const))

test.each(PAIRS.filter(([from, to]) => movesFrom(from).includes(to)))('%s may become %s', (from, to) => {
  expect(() => mustMayMove(from, to)).not.toThrow()
})

test.each(PAIRS.filter(([from, to]) => !movesFrom(from).includes(to)))('%s cannot become %s, in words', (from, to) => {
  expect(() => mustMayMove(from, to)).toThrow(
    /^A case that is .+ cannot become .+: (open it again first|choose another status)$/,
  )
})
