import type { Tone } from '../ui/tag.tsx'

export type Pace = {
  /** Value over target: 0.64. */
  share: number
  tone: Tone
  /** The finding: "On pace", "12% behind pace", "Target met". */
  words: string
}

/** A figure against its target, once `elapsed` (0 to 1) of the year has gone; undefined where there is no target to keep. */
export function paceOf({ value, target, elapsed }: { value: string | null; target: string | null; elapsed: number }): Pace | undefined {
  const aim = Number(target ?? 0)
  if (!(aim > 0)) return undefined
  const reached = Number(value ?? 0)
  const share = reached / aim
  if (reached >= aim) return { share, tone: 'ok', words: 'Target met' }
  if (elapsed <= 0) return { share, tone: 'plain', words: 'Not started' }
  const behind = 1 - share / elapsed
  const percent = wholePercent(behind)
  if (elapsed >= 1) return { share, tone: percent > MUCH ? 'bad' : 'warn', words: `${atLeastOne(percent)} short of target` }
  if (percent <= 0) return { share, tone: 'ok', words: 'On pace' }
  return { share, tone: percent > MUCH ? 'bad' : 'warn', words: `${percent}% behind pace` }
}

/** From here on behind is far behind. */
const MUCH = 10

const atLeastOne = (percent: number) => (percent < 1 ? 'Under 1%' : `${percent}%`)

/** 0.64 is 64: never rounded up to the whole before the whole is reached. */
export function wholePercent(share: number): number {
  const rounded = Math.round(share * 100)
  return rounded === 100 && share < 1 ? 99 : rounded
}
