import { type Headline, inPress } from '../indicators/in-press.ts'
import { showNumber } from '../number.ts'
import { hasAnything } from './variance.ts'

export type Reached = Headline & { target: string | null; last_year: string | null }

/** The figure itself: `487`, `296.67`; pounds from a million as the press says them. */
const shown = (value: string, unit: Reached['unit']): string =>
  unit === 'GBP' ? inPress(value, unit) : showNumber(value)
const lower = (title: string): string => title.replace(/^[A-Z](?=[a-z ])/, (first) => first.toLowerCase())

/**
 * What a reader of the annual review would see first, each in a sentence: how many targets were met, what rose and what
 * fell most against the year before, and what came from none. Means are left out of what rose and fell. Nothing is
 * chosen by anyone: the same figures give the same sentences.
 */
export function highlightsOf(headlines: readonly Reached[]): string[] {
  return [...targetsMet(headlines), ...moved(headlines), ...fromNone(headlines)]
}

function targetsMet(headlines: readonly Reached[]): string[] {
  const aimed = headlines.filter(({ target }) => target !== null && Number(target) > 0)
  const met = aimed.filter(({ value, target }) => Number(value ?? 0) >= Number(target))
  if (aimed.length === 0) return []
  if (met.length === aimed.length)
    return [aimed.length === 1 ? 'The target was met.' : `All ${met.length} targets were met.`]
  const missed = aimed.filter((headline) => !met.includes(headline)).map(({ title }) => lower(title))
  return [
    `${met.length} of ${aimed.length} ${aimed.length === 1 ? 'target was' : 'targets were'} met; not met: ${missed.join(', ')}.`,
  ]
}

function moved(headlines: readonly Reached[]): string[] {
  const shares = headlines.flatMap(({ unit, title, value, last_year }) => {
    if (unit === 'score' || value === null || last_year === null || Number(last_year) === 0) return []
    const percent = Math.round((Number(value) / Number(last_year) - 1) * 100)
    const words = `${lower(title)}, by ${Math.abs(percent)}% from ${shown(last_year, unit)} to ${shown(value, unit)}`
    return [{ percent, words }]
  })
  const ordered = shares.toSorted((one, other) => other.percent - one.percent)
  const [first, last] = [ordered[0], ordered.at(-1)]
  return [
    ...(first && first.percent > 0 ? [`Rose most: ${first.words}.`] : []),
    ...(last && last.percent < 0 ? [`Fell most: ${last.words}.`] : []),
  ]
}

function fromNone(headlines: readonly Reached[]): string[] {
  if (!hasAnything(headlines.map(({ last_year }) => ({ value: last_year })))) return []
  const fresh = headlines.filter(
    ({ value, last_year }) => Number(value ?? 0) > 0 && last_year !== null && Number(last_year) === 0,
  )
  return fresh.map(
    ({ title, value, unit }) => `None the year before: ${lower(title)}, now ${shown(value ?? '', unit)}.`,
  )
}
