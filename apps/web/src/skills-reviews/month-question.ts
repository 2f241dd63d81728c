import type { Day } from '@hubline/domain/day.ts'
import { showMonth } from '@hubline/domain/read-month.ts'
import { MONTH_NUMBERS, type MonthNumber, monthAfter, parseMonth } from '@hubline/domain/skills-reviews/broker-month.ts'
import { type Address, oneOf, text } from '../address.ts'

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

type Who = { adviser_id: string; reads_others: boolean }

/**
 * What the address asks of a broker's month; a word that means nothing is dropped. Without a month it is the present
 * one; without a broker it is one's own, or the team's for who may look at everybody's.
 */
export function readMonthQuestion(address: Address, { today, who }: { today: Day; who: Who }) {
  const named = text(address, 'broker')
  const isBroker = named !== undefined && (named === 'team' || named === 'nobody' || UUID.test(named))
  return {
    month: parseMonth(text(address, 'month') ?? '') ?? (`${today.slice(0, 7)}-01` as Day),
    broker: isBroker ? named : who.reads_others ? 'team' : who.adviser_id,
    of: oneOf(address, 'of', MONTH_NUMBERS),
    after: text(address, 'after'),
    before: text(address, 'before'),
  }
}

export type MonthQuestion = ReturnType<typeof readMonthQuestion>

/** `2026-11`, as a month stands in an address. */
export const monthInAddress = (month: Day): string => month.slice(0, 7)

/** `2026-11` → `November 2026` */
export const nameOfMonth = (month: string): string => showMonth(`${month}-01` as Day)

/** The month before, and the one after unless it has not begun. */
export function monthsBeside(month: Day, today: Day): { before: string; after: string | undefined } {
  const next = monthAfter(month, 1)
  return {
    before: monthInAddress(monthAfter(month, -1)),
    after: next <= today ? monthInAddress(next) : undefined,
  }
}

/** Minutes are shown as hours with one decimal; everything else is a count. */
export function monthValue(number: MonthNumber, value: number): string {
  if (number !== 'minutes') return value.toLocaleString('en-GB')
  return (value / 60).toLocaleString('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
}
