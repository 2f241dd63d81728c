import { districtName } from '../businesses/districts.ts'
import { type Day, showDay } from '../day.ts'
import { minutesInWords } from '../minutes-in-words.ts'
import { showMoney } from '../money.ts'
import { type Year, yearOf } from '../years/year.ts'
import { LANGUAGE } from './language.ts'
import type { PlainWay } from './plain-way.ts'
import type { Rule } from './rules.ts'
import { orList } from './said.ts'
import { decidingWords } from './way-in-words.ts'

/** What a record said where the rules looked; `district` and `trading_since` are its client's. */
export type Seen = Readonly<Record<string, string | number | boolean | null | undefined>>

/** Why a record does not count, and what would make it count: two sentences without a code in them. */
export type Shortfall = { why: string; fix: string }

const say = (word: unknown) =>
  String(word ?? 'blank')
    .replaceAll('self_declared', 'self-declared')
    .replaceAll('_', ' ')
const quoted = (values: readonly string[]) => orList(values.map((value) => `“${say(value)}”`))

const YES: Readonly<Record<string, Shortfall>> = {
  start_up_support: {
    why: 'It is not marked as start-up support.',
    fix: 'If it helped the person to start a business, mark it as start-up support.',
  },
  is_primary: {
    why: 'It is not the primary claim: the same result counts once, where its primary claim stands.',
    fix: 'Make it the primary claim, if no other record claims the same result.',
  },
  valid: { why: 'The answer is marked as not valid.', fix: 'Mark the answer as valid, if it is.' },
}

const FILLED: Readonly<Record<string, Shortfall>> = {
  verified_on: { why: 'It has not been verified.', fix: 'Have it verified against the evidence, and enter the day.' },
  score: { why: 'The answer gives no score.', fix: 'Enter the score that was given.' },
}

/** A day that it must have beside the one that decides. */
function ofDay(field: string, way: PlainWay): Shortfall {
  const day = (LANGUAGE[way.a].dates as Readonly<Record<string, string>>)[field]
  if (day === undefined) return { why: `It has no ${say(field)}.`, fix: `Enter its ${say(field)}.` }
  return { why: `It has no day on which it ${day}.`, fix: `Enter the day on which it ${day}.` }
}

function ofValues(rule: Extract<Rule, { values: unknown }>, seen: Seen): Shortfall {
  const field = say(rule.field)
  const why = `Its ${field} is “${say(seen[rule.field])}”.`
  if (rule.rule === 'is_not')
    return { why: `${why} That does not count.`, fix: `It counts once its ${field} is not ${quoted(rule.values)}.` }
  if (seen[rule.field] === 'rejected')
    return { why: 'It was checked and rejected.', fix: 'Nothing is missing, unless it was rejected in error.' }
  if (rule.values.join('') === 'verified')
    return { why: `It is “${say(seen[rule.field])}”, not verified.`, fix: 'A second person must verify it.' }
  return { why, fix: `It counts where the ${field} is ${quoted(rule.values)}.` }
}

function ofAmounts(rule: Extract<Rule, { least: number }>, seen: Seen): Shortfall {
  const { field, least } = rule
  const had = typeof seen[field] === 'number' ? seen[field] : 0
  if (field === 'minutes')
    return {
      why: `It took ${minutesInWords(had)}; it must take at least ${minutesInWords(least)}.`,
      fix: `Enter how long it took, at least ${minutesInWords(least)}.`,
    }
  if (field === 'expected_months')
    return {
      why: `It is expected to last ${had} months; ${least} are needed: ${least - had} more.`,
      fix: `It counts if it is expected to last at least ${least} months.`,
    }
  if (field === 'amount_pence')
    return {
      why: `It is ${showMoney(had)}; at least ${showMoney(least)} is needed.`,
      fix: `It counts from ${showMoney(least)}, if the amount on record is wrong.`,
    }
  return { why: `Its ${say(field)} is ${had}; at least ${least} is needed.`, fix: `It needs ${least - had} more.` }
}

/** A rule that a record does not pass, in words. `on` is the record's deciding day, where it has one. */
export function ruleInWords(
  rule: Rule,
  { way, seen, on, year }: { way: PlainWay; seen: Seen; on: Day | null; year: Year },
): Shortfall {
  const { noun } = LANGUAGE[way.a]
  switch (rule.rule) {
    case 'is':
    case 'is_not':
      return ofValues(rule, seen)
    case 'yes':
      return YES[rule.field] ?? { why: `It is not ${say(rule.field)}.`, fix: `It must be ${say(rule.field)}.` }
    case 'at_least':
    case 'blank_or_at_least':
      return ofAmounts(rule, seen)
    case 'filled':
      return FILLED[rule.field] ?? ofDay(rule.field, way)
    case 'noted_before':
      return {
        why: seen[rule.field]
          ? `Its risk was noted on ${showDay(seen[rule.field] as Day)}, not before it ${decidingWords(way)}.`
          : 'No note says that it was at risk.',
        fix: `There must be a note of the risk from a day before it ${decidingWords(way)}.`,
      }
    case 'evidence':
      return {
        why: `Its evidence is ${say(seen['evidence_level'] ?? 'self_declared')}; this asks for ${say(rule.least)} or better.`,
        fix: `Record evidence for it: ${say(rule.least)} or better.`,
      }
    case 'dated':
      return {
        why: `It has no day on which it ${decidingWords(way)}.`,
        fix: `It counts with the day on which it ${decidingWords(way)}, in ${year}.`,
      }
    case 'in_year':
    case 'by_end_of_year':
      return {
        why:
          on === null ? `It has no day in ${year}.` : `It ${decidingWords(way)} on ${showDay(on)}, in ${yearOf(on)}.`,
        fix: `${noun.charAt(0).toUpperCase()}${noun.slice(1)} that ${decidingWords(way)} in ${year} would count.`,
      }
    case 'not_trading':
      return {
        why: seen['trading_since']
          ? `The person had begun to trade on ${showDay(seen['trading_since'] as Day)}.`
          : 'The person had begun to trade.',
        fix: 'Support counts here only until the person begins to trade.',
      }
    case 'first_contact':
      return {
        why: 'It was not the first contact: the person or the business was known before that day.',
        fix: 'Nothing is missing: only a first contact counts.',
      }
    case 'alongside_a_grant':
      return {
        why: 'The business has no grant of the same programme.',
        fix: 'It counts alongside a grant of the programme that was accepted.',
      }
    case 'small_or_medium':
      return {
        why: `The business has ${String(seen['employees'] ?? '')} employees; this is for fewer than 250.`,
        fix: 'Nothing is missing, unless the number of employees is wrong.',
      }
    case 'in_area':
      return {
        why: `The client is in ${districtName(String(seen['district'] ?? ''))}, outside the districts that the hub serves.`,
        fix: 'Nothing is missing, unless the district on record is wrong.',
      }
    case 'client_kept':
      return {
        why: 'The client is voided, and so counts in nothing.',
        fix: 'Nothing counts for a client that should not be on record.',
      }
  }
}
