import { z } from 'zod'
import { changed, requiredText, sent } from '../fields.ts'

/** What comes of a row of a partner's list. An unsure row waits for somebody to say which business it means. */
export const ROW_OUTCOMES = ['matched', 'new', 'repeated', 'rejected'] as const
export type RowOutcome = (typeof ROW_OUTCOMES)[number]

/** The indicator to which a partner's number without names belongs; it is never added to it. */
export const WITHOUT_NAMES_KEY = 'lep.businesses_supported'

const choice = z.object({
  row: z.int().min(1).max(1_000_000),
  /** Null where the row is a business that the hub does not know. */
  business_id: z.uuid('Choose the business again').nullable(),
})

/** A partner's list of a year as it came, and what somebody decided about its unsure rows. */
export const PartnerList = z.object({
  organisation_id: z.uuid('Choose the partner again'),
  year: z.string().max(20),
  text: z.string('Paste the list again').max(400_000, 'That list is too long: send it in parts'),
  choices: z.array(choice).max(500, 'Decide about at most 500 rows at a time').default([]),
})
export type PartnerList = z.output<typeof PartnerList>

export const TakeReturn = PartnerList.extend({
  ...sent,
  /** Businesses beside the list, which the partner gives only as a number. */
  without_names: z
    .int('Enter a whole number')
    .min(1, 'Enter 1 or more, or leave it blank')
    .max(1_000_000, 'Enter at most 1,000,000')
    .nullable(),
})

export const WithdrawReturn = z.object({
  ...changed,
  reason: requiredText('Say why the return is taken out', 500),
})
