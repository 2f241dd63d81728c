import { type Day, showDay } from '../day.ts'
import { minutesInWords } from '../minutes-in-words.ts'
import { type Year, firstDay, lastDay, yearOf } from '../years/year.ts'
import type { Definition, Threshold } from './definition.ts'
import type { Seen, Shortfall } from './rule-in-words.ts'

/** The record of a unit that comes nearest to a figure, and the year that is asked about. */
type Near = { kind: string; seen: Seen; on: Day | null; year: Year; while_not_trading: boolean }

const minutesOf = ({ seen }: Near) => (typeof seen['minutes'] === 'number' ? seen['minutes'] : 0)

function elsewhere({ also_in }: Definition): Shortfall | undefined {
  if (!also_in) return undefined
  const where = also_in.map(({ title }) => `“${title}”`).join(' or ')
  return { why: `It has to count in ${where} of the year too.`, fix: `And it must count in ${where} of the year.` }
}

function ofBand({ band }: Definition, near: Near): Shortfall | undefined {
  if (!band || minutesOf(near) >= band.minutes_at_least) return undefined
  if (band.or_a_diagnostic && near.kind === 'diagnostic') return undefined
  const least = minutesInWords(band.minutes_at_least)
  return {
    why: `This needs ${least} in the year, of all work together.`,
    fix: `And all work of the year together must come to ${least}.`,
  }
}

function wantedBy({ minutes_at_least, with: kinds = [], or_a_grant }: Threshold, near: Near): string[] {
  if (or_a_grant && near.kind === 'grant_award') return []
  if (minutes_at_least === 'set by the programme') return ['the least support that the programme asks for']
  const others = kinds.filter((kind) => kind !== near.kind).map((kind) => `a ${kind}`)
  return [...(minutesOf(near) < minutes_at_least ? [minutesInWords(minutes_at_least)] : []), ...others]
}

function ofThreshold({ threshold }: Definition, near: Near): Shortfall | undefined {
  if (!threshold) return undefined
  const wanted = wantedBy(threshold, near).join(' and ')
  const months = threshold.registered_within_months
  const registered =
    months === undefined ? '' : ` It must be registered less than ${months} months before its first support.`
  if (wanted === '' && registered === '') return undefined
  const together = wanted === '' ? '' : `This needs ${wanted} in the programme, of all work together.`
  return {
    why: `${together}${registered}`.trim(),
    fix: wanted === '' ? registered.trim() : `And all work of the programme together must come to ${wanted}.`,
  }
}

/** What counts once ever would count in the year in which it came about, not in the one that is asked about. */
function ofFirstYear({ counts, threshold }: Definition, { on, year }: Near): Shortfall | undefined {
  if (threshold || !('each_in_its_first_year' in counts) || on === null || on >= firstDay(year)) return undefined
  return {
    why: `It would then count in ${yearOf(on)}, its first year, and in no other.`,
    fix: `That changes ${yearOf(on)} alone.`,
  }
}

/** Another record of the year would have to lie before the person began to trade. */
function ofStarting({ seen, on, year, while_not_trading }: Near): Shortfall | undefined {
  const since = seen['trading_since'] as Day | null | undefined
  if (!while_not_trading || !since || since > lastDay(year) || (on !== null && yearOf(on) === year)) return undefined
  return {
    why: `The person had begun to trade on ${showDay(since)}.`,
    fix: `And it counts only before ${showDay(since)}, when the person began to trade.`,
  }
}

/**
 * What a figure asks of all work of a unit together, beyond the record that comes nearest to it: that record, put right,
 * does not make the unit count by itself. Undefined where it does.
 */
export const asksMore = (definition: Definition, near: Near): Shortfall | undefined =>
  ofStarting(near) ??
  elsewhere(definition) ??
  ofBand(definition, near) ??
  ofThreshold(definition, near) ??
  ofFirstYear(definition, near)
