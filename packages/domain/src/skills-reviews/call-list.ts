import { z } from 'zod'
import { SIC_SECTIONS, type SicSection } from '../businesses/sic-codes.ts'
import { SIZE_BANDS } from '../businesses/size-bands.ts'
import { type Day, addDays, dayOf } from '../day.ts'
import { changed, optionalChoice, optionalDay, optionalId, requiredText, sent } from '../fields.ts'
import { Problem } from '../problem.ts'
import { DECLINE_REASONS } from './decline-reasons.ts'

export const MOST_ON_A_LIST = 500
const SECTIONS = Object.keys(SIC_SECTIONS) as [SicSection, ...SicSection[]]

/**
 * What is asked of the businesses of a call list, all of it together. Businesses that have ceased, lie outside the area,
 * have a review in hand or wait on another list are never on one.
 */
export const CallListCriteria = z.object({
  sectors: z.array(z.enum(SECTIONS)).max(SECTIONS.length).optional(),
  sizes: z.array(z.enum(SIZE_BANDS)).max(SIZE_BANDS.length).optional(),
  districts: z.array(z.string().max(20)).max(400).optional(),
  /** Not offered a review in so many months; 0: whenever the last offer was. */
  not_offered_months: z.int('Choose how long ago').min(0).max(120).default(12),
  /** Referred for skills or training, or with an open skills case. */
  referred: z.boolean().optional(),
  never_reviewed: z.boolean().optional(),
  /** Offered a review and still waiting: to ask for the answer. */
  waiting: z.boolean().optional(),
  has_contact: z.boolean().optional(),
  has_phone: z.boolean().optional(),
  has_email: z.boolean().optional(),
})
export type CallListCriteria = z.infer<typeof CallListCriteria>

export const MakeCallList = z.object({
  ...sent,
  id: z.uuid('Reload the page and send the form again'),
  name: requiredText('Give the list a name', 120),
  criteria: CallListCriteria,
  most: z
    .int('Enter how many businesses the list takes, up to 500')
    .min(1, 'Enter how many businesses the list takes, up to 500')
    .max(MOST_ON_A_LIST, 'Enter how many businesses the list takes, up to 500'),
})
export type MakeCallList = z.infer<typeof MakeCallList>

/**
 * What can come of a call. The first three are offers: the business was asked, and counts. The others are attempts:
 * nobody was asked, and nothing counts.
 */
export const CALL_OUTCOMES = ['accepted', 'declined', 'offered', 'no_answer', 'wrong_contact', 'call_back'] as const
export type CallOutcome = (typeof CALL_OUTCOMES)[number]

export const CALL_OUTCOME_NAMES: Readonly<Record<CallOutcome, string>> = {
  accepted: 'Accepted',
  declined: 'Declined',
  offered: 'Offered, will think',
  no_answer: 'No answer',
  wrong_contact: 'Wrong contact',
  call_back: 'Call back',
}

/** The key that logs it while a business is on the screen. */
export const CALL_KEYS: Readonly<Record<CallOutcome, string>> = {
  accepted: 'y',
  declined: 'n',
  offered: 'o',
  no_answer: '0',
  wrong_contact: 'w',
  call_back: 'c',
}

export const isOffer = (outcome: CallOutcome): outcome is 'accepted' | 'declined' | 'offered' =>
  outcome === 'accepted' || outcome === 'declined' || outcome === 'offered'

const WHY_DECLINED = 'Choose why the business declined'
const WHEN_TO_CALL = 'Enter the day on which to call back, like fri or 17/5'

export const LogCall = z
  .object({
    ...changed,
    outcome: z.enum(CALL_OUTCOMES, 'Choose what came of the call'),
    decline_reason: optionalChoice(DECLINE_REASONS, WHY_DECLINED),
    call_back_on: optionalDay(WHEN_TO_CALL),
    /** Whom the broker spoke to. */
    offered_to_id: optionalId('Choose the person again'),
  })
  .refine((given) => given.outcome !== 'declined' || Boolean(given.decline_reason), {
    error: WHY_DECLINED,
    path: ['decline_reason'],
  })
  .refine((given) => given.outcome !== 'call_back' || Boolean(given.call_back_on), {
    error: WHEN_TO_CALL,
    path: ['call_back_on'],
  })
export type LogCall = z.infer<typeof LogCall>

/** @throws Problem 'invalid' for a day that has gone, or that nobody plans a call for */
export function mustBeAhead(call_back_on: Day, today: Day): void {
  if (call_back_on < today)
    throw new Problem('invalid', 'That day is past: enter a day on which to call back', 'call_back_on')
  if (call_back_on > addDays(today, 366))
    throw new Problem('invalid', 'That is more than a year away: enter a nearer day', 'call_back_on')
}

/** The day so many months before; the last of a month where the month is shorter. */
export function monthsBefore(today: Day, months: number): Day {
  const at = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 - months
  const [year, month] = [Math.floor(at / 12), (at % 12) + 1]
  for (let day = Number(today.slice(8)); day > 0; day--) {
    const found = dayOf({ year, month, day })
    if (found) return found
  }
  throw new RangeError(`No day lies ${months} months before ${today}`)
}

/** So long is a business kept for the broker who has it on the screen; asked for again while it stays there. */
export const CLAIM_MINUTES = 10
