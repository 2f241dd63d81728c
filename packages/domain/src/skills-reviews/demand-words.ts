import { districtName } from '../businesses/districts.ts'
import { SIC_SECTIONS, type SicSection } from '../businesses/sic-codes.ts'
import { type DemandDimension, NEED_STATE_NAMES, NOT_SAID } from './demand.ts'
import { LEVEL_NAMES, ROLE_GROUP_NAMES, SKILL_AREA_NAMES, URGENCY_NAMES } from './roles-and-skills.ts'

/** What a dimension is called: "by role". */
export const DIMENSION_NAMES: Readonly<Record<DemandDimension, string>> = {
  role: 'Role',
  skill: 'Skill',
  level: 'Level',
  sector: 'Sector',
  place: 'Place',
  urgency: 'How soon',
  state: 'How far',
}

const NOT_SAID_NAMES: Readonly<Record<DemandDimension, string>> = {
  role: 'Role not said',
  skill: 'Skill not said',
  level: 'Level not said',
  sector: 'Sector not known',
  place: 'Place not known',
  urgency: 'Not said how soon',
  state: 'Not said',
}

const section = (letter: string) => SIC_SECTIONS[letter as SicSection].name

const NAMES: Readonly<Record<DemandDimension, (value: string) => string | undefined>> = {
  role: (value) => lookUp(ROLE_GROUP_NAMES, value),
  skill: (value) => lookUp(SKILL_AREA_NAMES, value),
  level: (value) => lookUp(LEVEL_NAMES, value),
  sector: (value) => (value in SIC_SECTIONS ? section(value) : undefined),
  place: districtName,
  urgency: (value) => lookUp(URGENCY_NAMES, value),
  state: (value) => lookUp(NEED_STATE_NAMES, value),
}

const lookUp = (names: Readonly<Record<string, string>>, value: string): string | undefined => names[value]

/** A value of a dimension in words: `Skilled trades`, `Level not said`. */
export function demandInWords(dimension: DemandDimension, value: string): string {
  if (value === NOT_SAID) return NOT_SAID_NAMES[dimension]
  return NAMES[dimension](value) ?? value
}

const ORDERS: Readonly<Partial<Record<DemandDimension, readonly string[]>>> = {
  role: Object.keys(ROLE_GROUP_NAMES),
  level: ['entry', '1', '2', '3', '4', '5', '6', '7', '8', 'unregulated'],
  sector: Object.keys(SIC_SECTIONS),
  urgency: Object.keys(URGENCY_NAMES),
  state: Object.keys(NEED_STATE_NAMES),
}

/** In the order in which people expect the values of a dimension; what was not said comes last. For `sort`. */
export function compareDemand(dimension: DemandDimension, a: string, b: string): number {
  const order = ORDERS[dimension]
  const at = (value: string) => (value === NOT_SAID ? 1000 : order ? order.indexOf(value) : 0)
  return at(a) - at(b) || demandInWords(dimension, a).localeCompare(demandInWords(dimension, b), 'en-GB')
}
