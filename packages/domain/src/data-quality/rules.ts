import { CLIENT_RULES } from './client-rules.ts'
import { RESULT_RULES } from './result-rules.ts'
import { type QualityRule, STAKES, type Stakes } from './rule.ts'
import { WORK_RULES } from './work-rules.ts'

export type QualityKey = (typeof CLIENT_RULES | typeof WORK_RULES | typeof RESULT_RULES)[number]['key']

const weight = ({ stakes }: QualityRule): number => (Object.keys(STAKES) as Stakes[]).indexOf(stakes)

/** Every rule, what keeps records out of a figure first. */
export const QUALITY_RULES: readonly (QualityRule & { readonly key: QualityKey })[] = [
  ...WORK_RULES,
  ...RESULT_RULES,
  ...CLIENT_RULES,
].toSorted((one, other) => weight(one) - weight(other))

export function findQualityRule(key: string): (typeof QUALITY_RULES)[number] | undefined {
  return QUALITY_RULES.find((rule) => rule.key === key)
}
