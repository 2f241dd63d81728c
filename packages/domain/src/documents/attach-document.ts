import { z } from 'zod'
import { changed, requiredText } from '../fields.ts'

/** The records that documents prove. */
export const PROVEN_KINDS = [
  'interaction',
  'diagnostic',
  'referral',
  'skills_review',
  'participation',
  'event',
  'attendance',
  'grant_award',
  'outcome',
  'capital_project',
  'capital_milestone',
  'capital_funding',
  'partner_support',
  'enquiry',
  'survey_response',
] as const
export type ProvenKind = (typeof PROVEN_KINDS)[number]

export const isProven = (kind: string): kind is ProvenKind => (PROVEN_KINDS as readonly string[]).includes(kind)

/** Signs that no file system takes in a name, and those that cannot be seen. */
const NOT_IN_A_NAME = /[\p{C}<>:"/\\|?*]/gu

/** A name as files may be called anywhere: the last part of a path, without signs that mean something to a computer. */
export function safeName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  return last
    .replaceAll(NOT_IN_A_NAME, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .replace(/[. ]+$/, '')
}

const Named = z
  .string('Give the file a name')
  .max(1000, 'Give the file a shorter name: at most 150 characters')
  .transform(safeName)
  .refine((name) => name !== '', 'Give the file a name')
  .refine((name) => name.length <= 150, 'Give the file a shorter name: at most 150 characters')

/** Which file is sent, and what it proves; the bytes follow. */
export const AttachDocument = z.object({
  id: z.uuid('Reload the page and choose the file again'),
  kind: z.enum(PROVEN_KINDS, 'Documents are attached to records that figures rest on'),
  record_id: z.uuid('Choose the record again'),
  name: Named,
})

export const WithdrawDocument = z.object({
  ...changed,
  reason: requiredText('Say why the document is withdrawn', 500),
})
