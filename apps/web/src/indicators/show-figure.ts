import type { UnitOfValue } from '@hubline/domain/indicators/definition.ts'
import { showMoney, showMoneyShort } from '@hubline/domain/money.ts'
import { showNumber } from '@hubline/domain/number.ts'

/** Whole pence of an amount that the server gives in pounds, as `65610000.00`. */
export function penceOf(pounds: string): number {
  const [whole = '0', part = ''] = pounds.replace('-', '').split('.')
  return Number(`${pounds.startsWith('-') ? '-' : ''}${whole}${part.padEnd(2, '0').slice(0, 2)}`)
}

/** A value as it stands in a headline: `2,968`, `£65.61m`, `296.67`, `4.12`. */
export function showFigure(unit: UnitOfValue, value: string | number): string {
  const text = String(value)
  if (unit === 'GBP') return showMoneyShort(penceOf(text))
  return showNumber(unit === 'FTE' || unit === 'score' ? Number(text).toFixed(2) : text)
}

/** The whole amount, where the headline has rounded it: `£65,610,000.00`. */
export function showExactly(unit: UnitOfValue, value: string): string | undefined {
  return unit === 'GBP' && value !== '' ? showMoney(penceOf(value)) : undefined
}

/** What stands after a headline figure: pounds and titles that name their unit need nothing. */
export function unitAfter(unit: UnitOfValue): string {
  if (unit === 'GBP') return ''
  return unit === 'score' ? 'of 5' : unit
}

const ONE: Readonly<Record<string, string>> = {
  businesses: 'business',
  people: 'person',
  projects: 'project',
  referrals: 'referral',
}

/** What the rows of the list behind a figure are: a sum has a row for each record that adds to it. */
export function rowsOf(unit: UnitOfValue): string {
  if (unit === 'score') return 'answers'
  return unit === 'FTE' || unit === 'GBP' ? 'records' : unit
}

/** `1 business`, `2,968 businesses`. */
export function countOf(count: number, nouns: string): string {
  return `${showNumber(count)} ${count === 1 ? (ONE[nouns] ?? nouns.replace(/s$/, '')) : nouns}`
}

/** A figure with its unit, for titles and for the ear: `2,968 businesses`, `£65.61m`, `4.12 of 5`. */
export function figureInWords(unit: UnitOfValue, value: string | null): string {
  if (value === null) return 'No figure'
  if (ONE[unit]) return countOf(Number(value), unit)
  return `${showFigure(unit, value)} ${unitAfter(unit)}`.trimEnd()
}

/** How much of its target a figure has reached: `72% of 360 businesses`; a mean is no part of anything. */
export function partOfTarget(unit: UnitOfValue, percent: number, target: string): string {
  return unit === 'score' ? `Target ${showFigure(unit, target)}` : `${percent}% of ${figureInWords(unit, target)}`
}

/** Whether there is nothing to speak of: no figure, or nought. */
export function isNothing(value: string | null): boolean {
  return value === null || Number(value) === 0
}
