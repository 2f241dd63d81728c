import type { PlainWay } from './in-words.ts'
import type { Rule } from './rules.ts'

const OF_FIELDS: Readonly<Record<string, string>> = {
  kind: 'not countable kind',
  event_status: 'event cancelled',
  channel: 'channel does not count',
  start_up_support: 'not start-up support',
  is_primary: 'duplicate: not the primary claim',
  valid: 'answer not valid',
  minutes: 'no minutes',
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
  if (rule.rule === 'is_not' && rule.values.includes('duplicate')) return 'duplicate or spam'
  if (rule.field === 'status') return way.a === 'attendance' ? 'did not attend' : 'status does not count'
  if (rule.rule === 'is' && rule.values.includes('verified')) return 'not verified'
  return OF_FIELDS[rule.field] ?? `${rule.field.replaceAll('_', ' ')} does not count`
}
