import { z } from 'zod'
import { sent } from '../fields.ts'

/** What is found in a document that somebody who was erased may be named in. */
export const LOOK_FINDINGS = ['nothing', 'theirs'] as const

/** A document beside others that was looked through; one with something of the person is erased. */
export const LookThrough = z.object({
  ...sent,
  erasure_id: z.uuid('Reload the page and look again'),
  document_id: z.uuid('Reload the page and look again'),
  found: z.enum(LOOK_FINDINGS, 'Say whether there is anything of the person in it'),
})
