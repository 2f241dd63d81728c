import { type Day, showDay } from '../day.ts'
import { DECLINE_REASON_NAMES, type DeclineReason } from './decline-reasons.ts'
import { REVIEW_STATUS_NAMES, type ReviewStatus } from './stages.ts'

export type ListedBusiness = {
  referred_on: Day | null
  /** Since when a skills case of the business is open. */
  case_since: Day | null
  last_offer: { offered_on: Day; status: ReviewStatus; decline_reason: DeclineReason | null } | null
  has_been_reviewed: boolean
}

/** Why a business stands on a call list, in the order of what helps the call: `Never offered a review`. */
export function whyListed({ referred_on, case_since, last_offer, has_been_reviewed }: ListedBusiness): string[] {
  const referred = [
    ...(referred_on ? [`Referred for skills on ${showDay(referred_on)}`] : []),
    ...(case_since ? [`Skills case open since ${showDay(case_since)}`] : []),
  ]
  if (!last_offer) return [...referred, 'Never offered a review']
  const { offered_on, status, decline_reason } = last_offer
  const said = decline_reason ? `: ${DECLINE_REASON_NAMES[decline_reason].toLowerCase()}` : ''
  const last =
    status === 'offered'
      ? `Offered on ${showDay(offered_on)} and waiting: ask for the answer`
      : `Last offered on ${showDay(offered_on)}, ${REVIEW_STATUS_NAMES[status].toLowerCase()}${said}`
  return [...referred, last, ...(has_been_reviewed ? ['Has had a review'] : ['Never had a review'])]
}
