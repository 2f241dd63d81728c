import type { Day } from '@hubline/domain/day.ts'
import { expect, test } from 'vitest'
import { monthValue, monthsBeside, nameOfMonth, readMonthQuestion } from './month-question.ts'

const me = '0190a000-0000-7000-8000-000000000001'
const other = '0190a000-0000-7000-8000-000000000002'
const read = (address: Record<string, string>, reads_others = false) =>
  readMonthQuestion(address, { today: '2026-11-25' as Day, who: { adviser_id: me, reads_others } })

test('without a word it is one’s own present month, or the team’s for who may look at everybody’s', () => {
  expect(read({})).toMatchObject({ month: '2026-11-01', broker: me, of: undefined })
  expect(read({}, true)).toMatchObject({ month: '2026-11-01', broker: 'team' })
})

test('words that mean nothing are dropped', () => {
  expect(read({ month: '2026-13', broker: 'queen', of: 'dances' })).toMatchObject({ month: '2026-11-01', broker: me })
  expect(read({ month: '2026-03', broker: other, of: 'held' })).toMatchObject({
    month: '2026-03-01',
    broker: other,
    of: 'held',
  })
})

test('there is no way on into a month that has not begun', () => {
  expect(monthsBeside('2026-11-01' as Day, '2026-11-30' as Day)).toEqual({ before: '2026-10', after: undefined })
  expect(monthsBeside('2026-11-01' as Day, '2026-12-01' as Day)).toEqual({ before: '2026-10', after: '2026-12' })
})

test('minutes are shown as hours, counts as they are', () => {
  expect([monthValue('minutes', 135), monthValue('minutes', 0), monthValue('held', 1200)]).toEqual([
    '2.3',
    '0.0',
    '1,200',
  ])
  expect(nameOfMonth('2026-11')).toBe('November 2026')
})
