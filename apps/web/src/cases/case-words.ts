import type { CASE_KINDS } from '@hubline/domain/cases/cases-file.ts'
import type { CLOSE_REASONS } from '@hubline/domain/cases/change-case.ts'
import type { CaseStatus } from '@hubline/domain/cases/stages.ts'
import type { Tone } from '../ui/tag.tsx'

export type CaseKind = (typeof CASE_KINDS)[number]
export type CloseReason = (typeof CLOSE_REASONS)[number]

export const CASE_KIND_NAMES: Readonly<Record<CaseKind, string>> = {
  start_up: 'Start-up',
  growth: 'Growth',
  scale_up: 'Scale-up',
  in_difficulty: 'In difficulty',
  inward_investment: 'Inward investment',
  skills: 'Skills',
  grant_only: 'Grant only',
}

export const CLOSE_REASON_NAMES: Readonly<Record<CloseReason, string>> = {
  goals_met: 'Goals met',
  referred_on: 'Referred on',
  client_withdrew: 'Client withdrew',
  no_response: 'No response',
  ceased: 'Business ceased',
  ineligible: 'Not eligible',
  moved: 'Moved away',
  programme_ended: 'Programme ended',
}

export const STATUS_TONES: Readonly<Record<CaseStatus, Tone>> = {
  open: 'info',
  diagnosed: 'info',
  plan_agreed: 'brand',
  in_delivery: 'ok',
  dormant: 'plain',
  closed: 'plain',
}

/** For a select: one line for each word of a list. */
export function choicesOf<Word extends string>(
  names: Readonly<Record<Word, string>>,
): { value: Word; words: string }[] {
  return (Object.entries(names) as [Word, string][]).map(([value, words]) => ({ value, words }))
}
