import { z } from 'zod'
import { requiredText } from '../fields.ts'

export const PACK_FORMATS = ['xlsx', 'ods', 'zip'] as const
export type PackFormat = (typeof PACK_FORMATS)[number]

const WHICH = 'Say which signed-off version by its number, like 1, or none for the records as they stand'

/** `1`: what was signed off as that version. Blank: the records as they stand. */
export const PackVersion = z
  .string(WHICH)
  .regex(/^([1-9]\d{0,4})?$/, WHICH)
  .transform((text) => (text === '' ? undefined : Number(text)))

/** What is asked before a year's pack leaves the hub: to whom or for what, kept in the audit trail, and which version. */
export const PackQuestion = z.object({
  reason: requiredText('Say what the pack is for, for example the return to a funder'),
  version: PackVersion.optional(),
  /** What the page calls the file, to ask how far it is. */
  file: z.uuid('Open the page anew and ask for the pack again').optional(),
})
