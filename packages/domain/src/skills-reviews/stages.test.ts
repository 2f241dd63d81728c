import { expect, test } from 'vitest'
import { Problem } from '../problem.ts'
import { SKILLS_REVIEW_STATUSES } from './skills-reviews-file.ts'
import { REVIEW_MOVES, type ReviewStatus, afterMove, movesFrom, reviewRule } from './stages.ts'

const DATED = {
  answered_on: '2022-04-02',
  booked_on: '2022-04-02',
  slot_start: new Date('2022-04-20T09:00:00Z'),
  slot_end: new Date('2022-04-20T10:30:00Z'),
  held_on: '2022-04-20',
  plan_agreed_on: '2022-05-04',
}
const forward = REVIEW_MOVES.filter((move) => !reviewRule(move).corrects)

test('every status but the first is reached on the way forward, and every status can be left', () => {
  const reached = forward.map((move) => reviewRule(move).to)
  expect(SKILLS_REVIEW_STATUSES.filter((status) => !reached.includes(status))).toEqual(['offered'])
  for (const status of SKILLS_REVIEW_STATUSES) expect(movesFrom({ status, ...DATED })).not.toEqual([])
})

test('a slip is put right by a further move: each status after the first leads back', () => {
  for (const status of SKILLS_REVIEW_STATUSES.filter((each) => each !== 'offered'))
    expect(movesFrom({ status, ...DATED }).some((move) => reviewRule(move).corrects)).toBe(true)
})

test('the way forward is offered before any correction', () => {
  const moves = movesFrom({ status: 'accepted', ...DATED })
  expect(moves).toEqual(['decline', 'give_up', 'book', 'hold', 'take_answer_back'])
})

test('the whole way runs from the offer to its end', () => {
  const way = [
    ['accept', 'accepted'],
    ['book', 'booked'],
    ['hold', 'held'],
    ['issue_report', 'report_issued'],
    ['agree_plan', 'plan_agreed'],
    ['record_uptake', 'uptake_recorded'],
    ['close', 'closed'],
  ] as const
  let status: ReviewStatus = 'offered'
  for (const [move, next] of way) {
    expect(movesFrom({ status, ...DATED })).toContain(move)
    status = reviewRule(move).to
    expect(status).toBe(next)
  }
})

test('a declined review keeps its reason until the business says yes after all', () => {
  const declined = afterMove(
    'decline',
    { status: 'offered' },
    { answered_on: '2026-05-04' as never, decline_reason: 'no_time' },
  )
  expect(declined).toEqual({ status: 'declined', answered_on: '2026-05-04', decline_reason: 'no_time' })
  expect(afterMove('accept', { status: 'declined' }, { answered_on: '2026-06-01' as never })).toEqual({
    status: 'accepted',
    answered_on: '2026-06-01',
    decline_reason: null,
  })
})

test('cancelling and a no-show keep the offer and the slot, so that a slip can be put right', () => {
  expect(afterMove('cancel', { status: 'booked' }, {})).toEqual({ status: 'cancelled' })
  expect(afterMove('restore_booking', { status: 'cancelled', ...DATED }, {})).toEqual({ status: 'booked' })
})

test('no move touches the day of the offer', () => {
  for (const move of REVIEW_MOVES) {
    const { sets = [], clears = [] } = reviewRule(move)
    expect([...sets, ...clears]).not.toContain('offered_on')
  }
})

test('a review that goes back to its offer has no booking and no meeting left', () => {
  const kept = REVIEW_MOVES.flatMap((move) => {
    const { from, to, clears = [] } = reviewRule(move)
    if (to !== 'offered' && to !== 'accepted') return []
    const booked = from.includes('booked') && !clears.includes('slot_start')
    const held = from.some((status) => status === 'held' || status === 'closed') && !clears.includes('held_on')
    return booked || held ? [move] : []
  })
  expect(kept).toEqual([])
})

test('a review that was never held has no plan to agree', () => {
  expect(movesFrom({ status: 'report_issued', held_on: null })).not.toContain('agree_plan')
  expect(() => afterMove('agree_plan', { status: 'held' }, { plan_agreed_on: '2026-05-04' as never })).toThrow(
    'The skills review does not say when it was held: record that first',
  )
})

const PAIRS = REVIEW_MOVES.flatMap((move) => SKILLS_REVIEW_STATUSES.map((status) => ({ move, status })))
const inTable = ({ move, status }: (typeof PAIRS)[number]) => reviewRule(move).from.includes(status)

test.each(PAIRS.filter(inTable))('$move is done when $status', ({ move, status }) => {
  expect(afterMove(move, { status, ...DATED }, DATED as never).status).toBe(reviewRule(move).to)
})

test.each(PAIRS.filter((pair) => !inTable(pair)))('$move is refused in words when $status', ({ move, status }) => {
  const moving = () => afterMove(move, { status, ...DATED }, DATED as never)
  expect(moving).toThrow(Problem)
  expect(moving).toThrow(/^A skills review that is .+ cannot become .+: reload the page to see where it stands$/)
})
