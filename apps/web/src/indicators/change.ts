import type { UnitOfValue } from '@hubline/domain/indicators/definition.ts'
import { showFigure } from './show-figure.ts'

type Two = {
  unit: UnitOfValue
  value: string | null
  last: string | null
  /** Whether the whole year has gone: a part of a year has not "fallen" from a whole one. */
  whole: boolean
}

/** How a figure stands to last year's, in words: "up 558 (23%)", "no change"; undefined where one of the two is missing. */
export function changeInWords({ unit, value, last, whole }: Two): string | undefined {
  if (value === null || last === null) return undefined
  const difference = hundredths(value) - hundredths(last)
  if (hundredths(value) === 0 && hundredths(last) === 0) return undefined
  if (difference === 0) return whole ? 'no change' : 'as many already'
  const amount = showFigure(unit, decimal(unit, Math.abs(difference)))
  if (!whole && difference < 0) return `${amount} more would equal it`
  const base = hundredths(last)
  const percent = base === 0 ? '' : ` (${share(Math.abs(difference) / base)})`
  return `${difference > 0 ? 'up' : 'down'} ${amount}${percent}`
}

function hundredths(value: string): number {
  return Math.round(Number(value) * 100)
}

/** Counts are whole; amounts keep their two places. */
function decimal(unit: UnitOfValue, amount: number): string {
  return unit === 'GBP' || unit === 'FTE' || unit === 'score' ? (amount / 100).toFixed(2) : String(amount / 100)
}

function share(part: number): string {
  const percent = Math.round(part * 100)
  return percent < 1 ? 'under 1%' : `${percent}%`
}
