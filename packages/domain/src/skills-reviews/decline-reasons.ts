/** Why a business does not want a skills review, in the order of the keys 1 to 6 on the call list. */
export const DECLINE_REASONS = [
  'no_time',
  'no_need',
  'trains_in_house',
  'has_provider',
  'cost_of_training',
  'other',
] as const
export type DeclineReason = (typeof DECLINE_REASONS)[number]
