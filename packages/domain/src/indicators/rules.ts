import type { EvidenceLevel } from '../imports/bundle-file.ts'
import type { Counts, Definition } from './definition.ts'
import type { PlainWay } from './plain-way.ts'

/** One condition of a way by itself. A figure's query and the answer to "why?" are both made from these. */
export type Rule =
  | { readonly rule: 'is' | 'is_not'; readonly field: string; readonly values: readonly string[] }
  | { readonly rule: 'yes' | 'filled' | 'noted_before'; readonly field: string }
  | { readonly rule: 'at_least' | 'blank_or_at_least'; readonly field: string; readonly least: number }
  | { readonly rule: 'evidence'; readonly least: EvidenceLevel }
  /** It has its deciding day; that day lies in the year, or no later than its end. */
  | { readonly rule: 'dated' | 'in_year' | 'by_end_of_year' }
  | {
      readonly rule:
        | 'not_trading'
        | 'in_area'
        | 'client_kept'
        | 'first_contact'
        | 'alongside_a_grant'
        | 'small_or_medium'
    }

/** What a way asks of the record itself, its deciding day apart. */
export function recordRules(way: PlainWay): Rule[] {
  return [
    ...way.is.map(([field, values]): Rule => ({ rule: 'is', field, values })),
    ...way.is_not.map(([field, values]): Rule => ({ rule: 'is_not', field, values })),
    ...way.yes.map((field): Rule => ({ rule: 'yes', field })),
    ...way.at_least.map(([field, least]): Rule => ({ rule: 'at_least', field, least })),
    ...way.blank_or_at_least.map(([field, least]): Rule => ({ rule: 'blank_or_at_least', field, least })),
    ...way.filled.map((field): Rule => ({ rule: 'filled', field })),
    ...(way.noted_before === undefined ? [] : [{ rule: 'noted_before', field: way.noted_before } as const]),
    ...(way.alongside_a_grant ? [{ rule: 'alongside_a_grant' } as const] : []),
    ...(way.first_contact ? [{ rule: 'first_contact' } as const] : []),
    ...(way.evidence === undefined ? [] : [{ rule: 'evidence', least: way.evidence } as const]),
  ]
}

/** What is counted once: a client or a project, or each record by itself. */
export const unitRecord = (counts: Counts): 'business' | 'person' | 'capital_project' | 'referral' | 'record' => {
  if ('each' in counts) return counts.each
  return 'each_in_its_first_year' in counts ? counts.each_in_its_first_year : 'record'
}

/** A rule about what is still lacking, not about what the work was: a person can put it right. */
export const canMend = (rule: Rule): boolean =>
  ['at_least', 'filled', 'noted_before', 'evidence', 'dated'].includes(rule.rule) ||
  (rule.rule === 'is' && rule.values.includes('verified'))

/** A rule that says what sort of record it is: one of another sort is not near to counting. */
const isOfSort = (way: PlainWay, rule: Rule) =>
  rule.rule === 'is' &&
  way.a !== 'interaction' &&
  ['kind', 'family', 'source', 'milestone', 'flag', 'course_kind'].includes(rule.field)

/** The rules that a record of another sort breaks, and all others in the order in which they are asked. */
export function rulesOf(definition: Definition, way: PlainWay): { sort: Rule[]; rules: Rule[] } {
  const [sort, others] = [recordRules(way), recordRules(way)].map((rules, at) =>
    rules.filter((rule) => isOfSort(way, rule) === (at === 0)),
  ) as [Rule[], Rule[]]
  const unit = unitRecord(definition.counts)
  const isClient = unit !== 'record' && unit !== 'referral'
  return {
    sort,
    rules: [
      ...(isClient ? [{ rule: 'client_kept' } as const] : []),
      ...(isClient && definition.in_area ? [{ rule: 'in_area' } as const] : []),
      ...(isClient && definition.sme ? [{ rule: 'small_or_medium' } as const] : []),
      ...others,
      { rule: 'dated' },
      { rule: 'each_in_its_first_year' in definition.counts ? 'by_end_of_year' : 'in_year' },
      ...(unit === 'person' && way.while_not_trading ? [{ rule: 'not_trading' } as const] : []),
    ],
  }
}
