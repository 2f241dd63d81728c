import { describe, expect, test } from 'vitest'
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

describe('a move that is not in the table is refused in words', () => {
  test.each(CASE_STATUSES.flatMap((from) => CASE_STATUSES.map((to) => [from, to] as const)))('%s to %s', (from, to) => {
    const moving = () => mustMayMove(from, to)
    if (movesFrom(from).includes(to)) expect(moving).not.toThrow()
    else expect(moving).toThrow(/^A case that is .+ cannot become .+: (open it again first|choose another status)$/)
  })
})
