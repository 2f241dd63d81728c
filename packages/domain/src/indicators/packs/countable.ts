import { COUNTABLE_INTERACTION_KINDS } from '../../interactions/interactions-file.ts'
import type { WayOf } from '../language.ts'

/** An interaction that is support given, not work done for the record, and took at least a minute. */
export const COUNTABLE = {
  a: 'interaction',
  dated: 'occurred_on',
  is: { kind: COUNTABLE_INTERACTION_KINDS },
  at_least: { minutes: 1 },
} as const satisfies WayOf<'interaction'>

/** A place taken at an event that was not cancelled. */
export const ATTENDED = {
  a: 'attendance',
  dated: 'held_on',
  is: { status: ['attended'] },
  is_not: { event_status: ['cancelled'] },
} as const satisfies WayOf<'attendance'>

export const HEADLINE_SOURCE = "LEP annual review headline; the wording is this hub's own, version 1"
export const HUB_METRICS_SOURCE = 'Growth Hub metrics of the core grant; thresholds of 3 and 12 hours'
export const LOCAL_SOURCE = 'Local Growth Hub indicators 2024-25'
export const SKILLS_SOURCE = "Skills Hub; the wording is this hub's own, version 1"
