/**
 * What businesses said they need. A need is a gap that a review found, or a line of a training plan that comes from no
 * gap: each is counted once, in the year in which the review was held.
 */

/** By what needs are put together; the same words stand in the address of the page. */
export const DEMAND_DIMENSIONS = ['role', 'skill', 'level', 'sector', 'place', 'urgency', 'state'] as const
export type DemandDimension = (typeof DEMAND_DIMENSIONS)[number]

/** How far a need has come: its furthest line decides. */
export const NEED_STATES = ['not_planned', 'planned', 'taken_up', 'dropped'] as const
export type NeedState = (typeof NEED_STATES)[number]
export const NEED_STATE_NAMES: Readonly<Record<NeedState, string>> = {
  not_planned: 'In no plan',
  planned: 'Planned',
  taken_up: 'Taken up',
  dropped: 'Dropped from the plan',
}

/** Where a need says nothing of a dimension. */
export const NOT_SAID = 'none'

/** The tables that are given to those who write the local skills plan: always these, always whole years. */
export const PUBLISHED_TABLES = [
  ['role'],
  ['skill'],
  ['level'],
  ['sector'],
  ['place'],
  ['role', 'level'],
  ['sector', 'role'],
  ['place', 'role'],
] as const satisfies readonly (readonly [DemandDimension] | readonly [DemandDimension, DemandDimension])[]
export type PublishedDimension = (typeof PUBLISHED_TABLES)[number][number]
