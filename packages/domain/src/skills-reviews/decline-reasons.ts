/** Why a business does not want a skills review, in the order of the keys 1 to 6 on a call list. */
export const DECLINE_REASONS = [
  'no_time',
  'no_need',
  'trains_in_house',
  'has_provider',
  'cost_of_training',
  'other',
] as const
export type DeclineReason = (typeof DECLINE_REASONS)[number]

export const DECLINE_REASON_NAMES: Readonly<Record<DeclineReason, string>> = {
  no_time: 'No time',
  no_need: 'Sees no need',
  trains_in_house: 'Trains in house',
  has_provider: 'Has a provider',
  cost_of_training: 'Cost of training',
  other: 'Another reason',
}
