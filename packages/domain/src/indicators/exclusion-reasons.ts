import { minutesInWords } from '../minutes-in-words.ts'
import type { Definition } from './definition.ts'
import type { PlainWay } from './plain-way.ts'
import type { Rule } from './rules.ts'

const OF_FIELDS: Readonly<Record<string, string>> = {
  kind: 'not countable kind',
  channel: 'channel does not count',
  start_up_support: 'not start-up support',
  is_primary: 'duplicate: not the primary claim',
  valid: 'answer not valid',
  expected_months: 'not expected to last',
  verified_on: 'not verified',
  score: 'no score',
}

const OF_RULES: Readonly<Record<string, string>> = {
  dated: 'no date',
  in_year: 'outside dates',
  by_end_of_year: 'outside dates',
  not_trading: 'trading already',
  in_area: 'out of area',
  client_kept: 'client voided',
  first_contact: 'not the first contact',
  alongside_a_grant: 'no grant alongside',
  small_or_medium: 'not a small or medium enterprise',
}

/** Why a record that does not pass a rule is left out, in the few words by which the pack's exclusions are sorted. */
export function exclusionReason(rule: Rule, way: PlainWay): string {
  if (rule.rule === 'evidence')
    return rule.least === 'self_declared' ? 'no evidence' : `evidence below ${rule.least.replaceAll('_', ' ')}`
  if (rule.rule === 'noted_before') return 'risk not noted before'
  if (!('field' in rule)) return OF_RULES[rule.rule] ?? rule.rule
  return 'values' in rule ? ofList(rule, way) : ofField(rule)
}

function ofList({ rule, field, values }: Extract<Rule, { values: unknown }>, { a }: PlainWay): string {
  const only = values.join(' ')
  if (rule === 'is_not' && values.includes('duplicate')) return 'duplicate or spam'
  if (rule === 'is_not' && field === 'event_status' && only === 'cancelled') return 'event cancelled'
  if (rule === 'is' && a === 'attendance' && field === 'status' && only === 'attended') return 'did not attend'
  if (rule === 'is' && only === 'verified') return 'not verified'
  return OF_FIELDS[field] ?? `${field.replaceAll('_', ' ')} does not count`
}

function ofField(rule: Extract<Rule, { field: string }>): string {
  if (rule.field === 'minutes' && 'least' in rule)
    return rule.least > 1 ? `under ${minutesInWords(rule.least)}` : 'no minutes'
  if (rule.rule === 'filled' && rule.field.endsWith('_on') && !(rule.field in OF_FIELDS))
    return `no day: ${rule.field.slice(0, -'_on'.length).replaceAll('_', ' ')}`
  return OF_FIELDS[rule.field] ?? `${rule.field.replaceAll('_', ' ')} does not count`
}

/** Why a unit whose records pass every rule by themselves is left out: what is asked of all of them together. */
export const TOGETHER_REASONS = {
  minutes: 'too few minutes',
  diagnostic: 'no diagnostic',
  referral: 'no referral',
  registered: 'not known to be newly registered',
  already: 'counted already',
  elsewhere: 'does not count in',
} as const

/** Those of a definition's reasons that are about all records of a unit together. */
export function togetherReasons({ band, threshold, counts, also_in }: Definition): string[] {
  return [
    ...(band || threshold ? [TOGETHER_REASONS.minutes] : []),
    ...(threshold?.with ?? []).map((kind) => TOGETHER_REASONS[kind]),
    ...(threshold?.registered_within_months === undefined ? [] : [TOGETHER_REASONS.registered]),
    ...('each_in_its_first_year' in counts ? [TOGETHER_REASONS.already] : []),
    ...(also_in ? [`${TOGETHER_REASONS.elsewhere} ${also_in.map(({ key }) => key).join(' or ')}`] : []),
  ]
}
