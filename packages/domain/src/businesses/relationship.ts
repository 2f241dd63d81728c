import { type Day, dayOf } from '../day.ts'

export type RelationshipState = 'new' | 'current' | 'lapsed'

export const RELATIONSHIP_NAMES: Readonly<Record<RelationshipState, string>> = {
  new: 'New',
  current: 'Current',
  lapsed: 'Lapsed',
}

/** The first day of the last twelve months: contact on it or later is recent. */
export function recentSince(today: Day): Day {
  const year = Number(today.slice(0, 4)) - 1
  const month = Number(today.slice(5, 7))
  const day = Number(today.slice(8))
  return dayOf({ year, month, day }) ?? (`${year}-03-01` as Day)
}

/** New without any contact that counts, current with one in the last twelve months, lapsed with none since. */
export function relationshipState(last_contact_on: Day | null, today: Day): RelationshipState {
  if (last_contact_on === null) return 'new'
  return last_contact_on >= recentSince(today) ? 'current' : 'lapsed'
}
