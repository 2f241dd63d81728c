import { z } from 'zod'
import { changed, optionalText, requiredText, sent } from '../fields.ts'

/** What was found of the evidence for one line of a sample. */
export const EVIDENCE_OUTCOMES = ['seen', 'missing', 'not_acceptable'] as const
export type EvidenceOutcome = (typeof EVIDENCE_OUTCOMES)[number]

export const EVIDENCE_OUTCOME_NAMES: Readonly<Record<EvidenceOutcome, string>> = {
  seen: 'Seen',
  missing: 'Missing',
  not_acceptable: 'Not acceptable',
}

/** How many of each headline are drawn: auditors ask for 10 to 25 (domain research, section 7.3). */
export const SAMPLE_SIZE = 25

export const DrawSample = z.object({
  ...sent,
  year: z.string().max(20),
  version: z.int('Choose a version').min(1, 'Choose a version').max(100_000, 'Choose a version'),
  seed: requiredText('Give the sample a seed: any word or number, which you write down', 60),
})

export const CheckEvidence = z
  .object({
    ...changed,
    outcome: z.enum(EVIDENCE_OUTCOMES, 'Say what you found'),
    note: optionalText(1000),
  })
  .refine(({ outcome, note }) => outcome === 'seen' || Boolean(note), {
    path: ['note'],
    message: 'Say what is missing, or why it is not acceptable',
  })
