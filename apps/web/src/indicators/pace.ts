import type { UnitOfValue } from '@hubline/domain/indicators/definition.ts'
import type { Tone } from '../ui/tag.tsx'

export type Pace = {
  /** Value over target: 0.64. */
  share: number
  tone: Tone
  /** The finding: "On pace", "12% behind pace", "Target met". */
  words: string
}

type Asked = {
  unit: UnitOfValue
  value: string | null
  target: string | null
  /** How much of the year has gone, 0 to 1. */
  elapsed: number
  /** Which part of the target is due by now, 0 to 1, where that is another. */
  due?: number
}

/** A figure against its target; undefined where there is no target to keep, or nothing yet to hold against it. */
export function paceOf({ unit, value, target, elapsed: gone, due = gone }: Asked): Pace | undefined {
  const aim = Number(target ?? 0)
  if (!(aim > 0)) return undefined
  const elapsed = growsInTheYear(unit) ? gone : 1
  if (value === null) return undefined
  const reached = Number(value)
  const share = reached / aim
  if (reached >= aim) return { share, tone: 'ok', words: 'Target met' }
  if (elapsed <= 0) return { share, tone: 'plain', words: 'Not started' }
  const expected = elapsed < 1 ? due : 1
  if (expected <= 0) return { share, tone: 'ok', words: 'On pace' }
  const behind = 1 - share / expected
  const percent = wholePercent(behind)
  if (elapsed >= 1)
    return { share, tone: percent > MUCH ? 'bad' : 'warn', words: `${atLeastOne(percent)} short of target` }
  if (percent <= 0) return { share, tone: 'ok', words: 'On pace' }
  return { share, tone: percent > MUCH ? 'bad' : 'warn', words: `${percent}% behind pace` }
}

/** A mean does not add up as the year goes on: it is held against the whole target from the first day. */
export function growsInTheYear(unit: UnitOfValue): boolean {
  return unit !== 'score'
}

/** From here on behind is far behind. */
const MUCH = 10

const atLeastOne = (percent: number) => (percent < 1 ? 'Under 1%' : `${percent}%`)

/** 0.64 is 64: never rounded up to the whole before the whole is reached. */
export function wholePercent(share: number): number {
  const rounded = Math.round(share * 100)
  return rounded === 100 && share < 1 ? 99 : rounded
}
