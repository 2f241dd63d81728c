import { z } from 'zod'
import { changed, requiredText, sent } from '../fields.ts'

/** What an adviser can say of a business as a judgement of their own. */
export const BUSINESS_FLAGS = ['scaleup_potential'] as const

export const BUSINESS_FLAG_NAMES: Readonly<Record<(typeof BUSINESS_FLAGS)[number], string>> = {
  scaleup_potential: 'Scale-up potential',
}

const reason = requiredText('Say why: opportunity, ambition, capacity to grow', 1000)

/** A judgement counts in the year in which it is made, so it is made again in the next. */
export const FlagBusiness = z.object({
  ...sent,
  id: z.uuid('Reload the page and send the form again'),
  business_id: z.uuid('Choose the business again'),
  flag: z.enum(BUSINESS_FLAGS, 'Choose what you say of the business'),
  reason,
})
export type FlagBusiness = z.infer<typeof FlagBusiness>

/** A judgement made in error is voided, with the reason. */
export const WithdrawFlag = z.object({
  ...changed,
  void_reason: requiredText('Say why it no longer stands', 1000),
})
export type WithdrawFlag = z.infer<typeof WithdrawFlag>
