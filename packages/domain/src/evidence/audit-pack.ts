import { z } from 'zod'
import { requiredText } from '../fields.ts'

const WHICH = 'Say which signed-off version by its number, like 1'

/** What is asked before an audit pack leaves the hub: of which version, and to whom or for what. */
export const AuditPackQuestion = z.object({
  version: z
    .string(WHICH)
    .regex(/^[1-9]\d{0,4}$/, WHICH)
    .transform(Number),
  reason: requiredText('Say what the audit pack is for, for example the audit of a funder'),
})
