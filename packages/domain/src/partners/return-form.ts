import { z } from 'zod'
import { changed, requiredDay, requiredText, sent } from '../fields.ts'

/** What comes of a row of a partner's list. An unsure row waits for somebody to say which business it means. */
export const ROW_OUTCOMES = ['matched', 'new', 'repeated', 'rejected'] as const
export type RowOutcome = (typeof ROW_OUTCOMES)[number]

/** The indicator to which a partner's number without names belongs; it is never added to it. */
export const WITHOUT_NAMES_KEY = 'lep.businesses_supported'

/** What somebody says of a row that may mean several businesses: it is one of them, or none. */
export const ROW_DECISIONS = ['business', 'new'] as const

/** A list that came out of a file, with the server's seal on what it read there. */
const ListOfFile = z.object({
  name: z.string().trim().min(1).max(255),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  sheet: z.string().max(100),
  seal: z.string().max(100),
})

/** A partner's list of a year as it came; blank where the partner sent a number alone, or nothing to report. */
export const ReceiveReturn = z.object({
  ...sent,
  organisation_id: z.uuid('Choose the partner again'),
  year: z.string().max(20),
  text: z.string('Paste the list again').max(400_000, 'That list is too long: send it in parts'),
  file: ListOfFile.nullable(),
})

/** Null takes a decision back; a new business has no id. */
export const DecideRow = z.object({
  ...changed,
  decision: z
    .union([z.object({ is: z.literal('business'), business_id: z.uuid() }), z.object({ is: z.literal('new') })], {
      error: 'Choose the business, or say that it is new',
    })
    .nullable(),
})

export const TakeReturn = z.object({
  ...changed,
  /** Businesses beside the list, which the partner gives only as a number. */
  without_names: z
    .int('Enter a whole number')
    .min(1, 'Enter 1 or more, or leave it blank')
    .max(1_000_000, 'Enter at most 1,000,000')
    .nullable(),
})

export const AskReturn = z.object({
  ...sent,
  organisation_id: z.uuid('Choose the partner'),
  year: z.string().max(20),
  due_on: requiredDay('Enter the day by which the return is due'),
})

export const ChangeDue = z.object({
  ...changed,
  due_on: requiredDay('Enter the day by which the return is due'),
})

export const WithdrawReturn = z.object({
  ...changed,
  reason: requiredText('Say why the return is taken out', 500),
})
