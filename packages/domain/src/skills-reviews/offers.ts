import { z } from 'zod'
import { type Day, addDays, dayInWords } from '../day.ts'
import { changed, optionalChoice, optionalDay, optionalId, requiredDay, sent } from '../fields.ts'
import { Problem } from '../problem.ts'
import { DECLINE_REASONS } from './decline-reasons.ts'
import type { ReviewStatus } from './stages.ts'

/** How an offer is made, as it is kept on the record. */
export const OFFER_CHANNELS = ['telephone', 'e-mail', 'face to face', 'video', 'letter', 'at an event'] as const

const ANSWERS = ['waiting', 'accepted', 'declined'] as const
const WHEN_ANSWERED = 'Enter the day on which the business answered, like 17/05/2021'
const WHY_DECLINED = 'Choose why the business declined'

/**
 * An offer of a skills review to one business, and what it said if it answered at once. It counts by `offered_on`, once
 * for a business in a year, whatever the answer is.
 */
export const OfferReview = z
  .object({
    ...sent,
    id: z.uuid('Reload the page and send the form again'),
    business_id: z.uuid('Choose the business'),
    offered_on: requiredDay('Enter the day of the offer, like 17/05/2021'),
    offer_channel: z.enum(OFFER_CHANNELS, 'Choose how the offer was made'),
    offered_to_id: optionalId('Choose the person again'),
    answer: z.enum(ANSWERS, 'Choose what the business said'),
    decline_reason: optionalChoice(DECLINE_REASONS, WHY_DECLINED),
  })
  .refine((given) => given.answer !== 'declined' || Boolean(given.decline_reason), {
    error: WHY_DECLINED,
    path: ['decline_reason'],
  })
export type OfferReview = z.infer<typeof OfferReview>

/** What the business says to an offer that waits; `waiting` takes an answer back. */
export const AnswerOffer = z
  .object({
    ...changed,
    answer: z.enum([...ANSWERS, 'no_response'], 'Choose what the business said'),
    answered_on: optionalDay(WHEN_ANSWERED),
    decline_reason: optionalChoice(DECLINE_REASONS, WHY_DECLINED),
  })
  .refine((given) => given.answer !== 'declined' || Boolean(given.decline_reason), {
    error: WHY_DECLINED,
    path: ['decline_reason'],
  })
export type AnswerOffer = z.infer<typeof AnswerOffer>

/** What one did oneself is taken back; the form says which version is on the screen. */
export const UndoChange = z.object(changed)

/** While a review is still an offer, what was logged can be taken back without telling anybody else. */
export const isOfferStatus = (status: ReviewStatus): boolean =>
  status === 'offered' || status === 'accepted' || status === 'declined' || status === 'no_response'

/** @throws Problem 'invalid' for an offer that has not been made yet */
export function mustHaveBeenMade({ offered_on }: { offered_on: Day }, today: Day): void {
  if (offered_on > today)
    throw new Problem('invalid', 'The offer is dated in the future: enter the day on which it was made', 'offered_on')
}

/** The day of an answer: today unless it says otherwise. @throws Problem 'invalid' before the offer or in the future */
export function answeredOn(given: Day | null | undefined, { offered_on, today }: { offered_on: Day; today: Day }): Day {
  const answered_on = given ?? today
  if (answered_on > today)
    throw new Problem('invalid', 'The answer is dated in the future: enter the day on which it came', 'answered_on')
  if (answered_on < offered_on)
    throw new Problem('invalid', 'The answer came before the offer: correct the day', 'answered_on')
  return answered_on
}

/** Half a year: an offer that nobody followed up for longer is over, and a new one may be made. */
export const FORGOTTEN_DAYS = 180

export type StandingOffer = { status: ReviewStatus; offered_on: Day; answered_on: Day | null }

/** Whether a review is still on its way to be held, so that the business is not asked anew meanwhile. */
export function isInHand({ status, offered_on, answered_on }: StandingOffer, today: Day): boolean {
  if (status === 'booked') return true
  return (
    (status === 'offered' || status === 'accepted') && (answered_on ?? offered_on) >= addDays(today, -FORGOTTEN_DAYS)
  )
}

/** @throws Problem 'already_exists' where the business has a review in hand */
export function mustBeFreeForOffer(standing: readonly StandingOffer[], today: Day): void {
  const in_hand = standing.find((one) => isInHand(one, today))
  if (!in_hand) return
  const { status, offered_on } = in_hand
  const said = {
    offered: `was offered a skills review on ${dayInWords(offered_on)} and has not answered: log the answer to that offer`,
    accepted: `has accepted the offer of ${dayInWords(offered_on)}: book the review, or log that it declined after all`,
  }
  const words =
    status === 'offered' || status === 'accepted' ? said[status] : 'has a skills review booked: hold that one first'
  throw new Problem('already_exists', `This business ${words}`, 'business_id')
}
