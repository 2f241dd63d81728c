import { z } from 'zod'
import { changed, requiredText } from '../fields.ts'

/** Why somebody is erased: a closed list, so that the certificate says nothing of the person. */
export const ERASURE_REASONS = ['asked', 'kept_long_enough', 'should_not_be_here'] as const
export const ERASURE_REASON_NAMES: Readonly<Record<(typeof ERASURE_REASONS)[number], string>> = {
  asked: 'They asked for it',
  kept_long_enough: 'Kept as long as the hub keeps people',
  should_not_be_here: 'They should not be on record',
}

/** The filled form that erases a person: `typed` is their reference, as a second look. */
export const ErasePerson = z.object({
  ...changed,
  reason: z.enum(ERASURE_REASONS, 'Choose why they are erased'),
  typed: requiredText('Type the reference of the person'),
})
