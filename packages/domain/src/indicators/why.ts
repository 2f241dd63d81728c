import { type Day, showDay } from '../day.ts'
import { minutesInWords } from '../minutes-in-words.ts'
import { type Year, yearOf } from '../years/year.ts'
import { asksMore } from './asks-more.ts'
import type { Band, Definition, Threshold } from './definition.ts'
import { waysInWords, waysThatBringIn } from './in-words.ts'
import { plainWay } from './plain-way.ts'
import { type Seen, type Shortfall, ruleInWords } from './rule-in-words.ts'
import type { Way } from './language.ts'
import { rulesOf } from './rules.ts'

/** A record held against one way of a definition. `failing` are the places of the rules of `rulesOf` that it breaks. */
export type Trace<Kind extends string = string> = {
  way: number
  kind: Kind
  reference: string
  on: Day | null
  failing: readonly number[]
  seen: Seen
}

/** What a band or "once ever" asks of all passing records of a unit together. */
export type Totals = {
  minutes: number
  is_diagnosed: boolean
  /** The day on which it first qualified; null where a threshold is not reached. */
  first_on: Day | null
  counts: boolean
  /** Of a threshold: the minutes that it takes, with those that another output used up, and the kinds that are missing. */
  needed?: number | null
  lacking?: readonly string[] | null
}

type Named<Kind extends string> = { kind: Kind; reference: string; on: Day | null }

/** Whether a unit counts, and by what; or the nearest record, the first rule that it breaks, and what would help. */
export type Explanation<Kind extends string = string> =
  | { counted: true; because: Named<Kind>[] }
  | {
      counted: false
      /** How many rules the nearest record breaks; null where no record is near, or nothing can be done. */
      broken: number | null
      nearest: Named<Kind> | null
      why: string
      also: string[]
      fix: string
    }

function ofBand(band: Band, { minutes, is_diagnosed }: Totals): Shortfall & { broken: number | null } {
  const had = `It had ${minutesInWords(minutes)} in the year`
  const isLifted = band.without_a_diagnostic === true && is_diagnosed
  if (!isLifted && minutes < band.minutes_at_least && !(band.or_a_diagnostic && is_diagnosed)) {
    const more = minutesInWords(band.minutes_at_least - minutes)
    return {
      broken: 1,
      why: `${had}; this needs ${minutesInWords(band.minutes_at_least)}: ${more} more.`,
      fix: `${more} more of support in the year would make it count${band.or_a_diagnostic ? ', or a completed diagnostic' : ''}.`,
    }
  }
  const fix = 'Nothing is missing: it had more than this.'
  if (band.minutes_below !== undefined && minutes >= band.minutes_below)
    return { why: `${had}; this is for less than ${minutesInWords(band.minutes_below)}.`, fix, broken: null }
  return { why: 'A diagnostic was completed in the year, which lifts it out of this.', fix, broken: null }
}

/** `trading_since` is there where only support before that day counts. */
function ofThreshold(
  threshold: Threshold,
  { minutes, needed, lacking, trading_since }: Totals & { trading_since: Day | undefined },
): Shortfall & { broken: number | null } {
  const [least, missing] = [needed ?? 0, lacking ?? []]
  const used = typeof threshold.minutes_at_least === 'number' ? least - threshold.minutes_at_least : 0
  const more = Math.max(0, least - minutes)
  const why = [
    ...(more > 0
      ? [
          `It had ${minutesInWords(minutes)} in the programme; this needs ${minutesInWords(least)}: ${minutesInWords(more)} more.`,
        ]
      : []),
    ...(used > 0
      ? [
          `${threshold.apart_from?.title ?? 'Another output'} has used up ${minutesInWords(threshold.apart_from?.minutes ?? 0)} of them.`,
        ]
      : []),
    ...missing.map((kind) => `It has no ${kind} of the programme.`),
  ]
  const months = threshold.registered_within_months
  const wanted = [
    ...(more > 0 ? [`${minutesInWords(more)} more of support in the programme`] : []),
    ...missing.map((kind) => `a ${kind}`),
  ]
  const { apart_from } = threshold
  const isShared = apart_from && used === 0 && minutes < apart_from.minutes && apart_from.minutes < least
  const provided = [
    ...(isShared ? [`${apart_from.title} does not use up ${minutesInWords(apart_from.minutes)} of it first`] : []),
    ...(months === undefined ? [] : [`it was registered less than ${months} months before its first support`]),
    ...(trading_since ? [`it comes before ${showDay(trading_since)}, when the person began to trade`] : []),
  ]
  return {
    broken: wanted.length + provided.length,
    why: why.join(' '),
    fix: `It counts with ${wanted.join(' and ')}${provided.length === 0 ? '' : `, if ${provided.join(' and if ')}`}.`,
  }
}

function ofTogether(
  { band, also_in, threshold }: Definition,
  totals: Totals & { trading_since: Day | undefined },
): Shortfall & { broken: number | null } {
  if (band) return ofBand(band, totals)
  if (threshold && totals.first_on === null) return ofThreshold(threshold, totals)
  if (threshold?.registered_within_months !== undefined && !totals.counts)
    return {
      broken: null,
      why: `It was not registered less than ${threshold.registered_within_months} months before its first support in the programme, as far as is known, or it has counted already.`,
      fix: 'Nothing is missing, unless the day of its incorporation is wrong.',
    }
  if (also_in)
    return {
      broken: 1,
      why: `It does not count in ${also_in.map(({ title }) => `“${title}”`).join(' or ')}.`,
      fix: 'It counts here once it counts in one of them in the same year.',
    }
  return {
    broken: null,
    why: totals.first_on ? `It has counted already, in ${yearOf(totals.first_on)}.` : 'It does not count yet.',
    fix: 'Nothing is missing: each counts once only, in its first year.',
  }
}

const nothingNear = (definition: Definition, year: Year) => ({
  counted: false as const,
  broken: null,
  nearest: null,
  also: [],
  why: 'No record comes near it.',
  fix: `In ${year}, this would count: ${waysInWords(definition)}.`,
})

/** The day on which a person began to trade, where work from then on does not count. */
function beganToTrade({ any_of }: Definition, passing: readonly Trace[]): Day | undefined {
  const [first] = passing.filter(({ way, seen }) => any_of[way]?.while_not_trading && seen['trading_since'])
  return first?.seen['trading_since'] as Day | undefined
}

/**
 * Why a unit counts in a year, or does not. `traces` are the unit's records held against the definition: all that break
 * no rule, then of those that do the nearest of each kind, the nearest of all first. `totals` is there where passing records
 * are asked something together.
 */
export function explain<Kind extends string>(
  definition: Definition,
  { year, traces, totals }: { year: Year; traces: readonly Trace<Kind>[]; totals: Totals | undefined },
): Explanation<Kind> {
  const named = ({ kind, reference, on }: Trace<Kind>) => ({ kind, reference, on })
  const passing = traces.filter(({ failing }) => failing.length === 0)
  const bringsIn = ({ way }: Trace<Kind>) => waysThatBringIn(definition).includes(definition.any_of[way] as Way)
  if (passing.length > 0) {
    if (!totals || totals.counts) return { counted: true, because: passing.filter(bringsIn).map(named) }
    const trading_since = beganToTrade(definition, passing)
    return { counted: false, nearest: null, also: [], ...ofTogether(definition, { ...totals, trading_since }) }
  }
  const nearest = traces.find(bringsIn)
  const asked = nearest && definition.any_of[nearest.way]
  if (!asked) return nothingNear(definition, year)
  const way = plainWay(asked)
  const { rules } = rulesOf(definition, way)
  const more = asksMore(definition, {
    ...nearest,
    kind: way.a,
    year,
    while_not_trading: way.while_not_trading === true,
  })
  const [first, ...others] = [
    ...nearest.failing.flatMap((at) => {
      const rule = rules[at]
      return rule ? [ruleInWords(rule, { way, seen: nearest.seen, on: nearest.on, year })] : []
    }),
    ...(more ? [more] : []),
  ]
  if (!first) return nothingNear(definition, year)
  return {
    counted: false,
    broken: nearest.failing.length + (more ? 1 : 0),
    nearest: named(nearest),
    why: first.why,
    also: others.map(({ why }) => why),
    fix: [first, ...others].map(({ fix }) => fix).join(' '),
  }
}
