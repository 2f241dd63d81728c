import { z } from 'zod'
import { requiredText } from '../fields.ts'

/** Why a list or a bundle leaves the hub: kept with who took it. */
export const TakenFor = requiredText('Say what the list is for, for example a return to a funder')

/** What is asked of every list of records before it is sent. */
export const TakenQuestion = z.object({ why: TakenFor })

/** What most lists are taken for. Anything else can be typed. */
export const USUAL_REASONS = [
  'Return to a funder',
  'Meeting of the board or the team',
  'Working through the list',
  'Checking the records',
] as const

/**
 * What can be taken out of a hub, by its name in the audit trail: `units.asked` before anything leaves, `units.downloaded`
 * when all of it is made. What was asked for alone was not made whole.
 */
export const TAKEN_NAMES = {
  pack: 'Pack of a year',
  audit_pack: 'Audit pack',
  review: 'Annual review',
  units: 'List behind a figure',
  reviews: 'List of skills reviews',
  demand: 'List of needs',
  demand_tables: 'Skills demand for publication',
  guests: 'Guests of an event',
  plan: 'Document for a business',
  document: 'Evidence document',
  bundle: 'The whole hub as a bundle',
} as const
export type Taken = keyof typeof TAKEN_NAMES
