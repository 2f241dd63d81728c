import { z } from 'zod'
import { requiredText } from '../fields.ts'

export const PACK_FORMATS = ['xlsx', 'ods', 'zip'] as const
export type PackFormat = (typeof PACK_FORMATS)[number]

/** What is asked before a year's pack leaves the hub: to whom or for what, kept in the audit trail. */
export const PackReason = z.object({
  reason: requiredText('Say what the pack is for, for example the return to a funder'),
})
