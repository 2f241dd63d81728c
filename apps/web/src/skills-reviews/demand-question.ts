import { SIC_SECTIONS, type SicSection } from '@hubline/domain/businesses/sic-codes.ts'
import { DEMAND_DIMENSIONS, NEED_STATES, NOT_SAID } from '@hubline/domain/skills-reviews/demand.ts'
import { ROLE_GROUPS, SKILL_AREAS, URGENCIES } from '@hubline/domain/skills-reviews/roles-and-skills.ts'
import { COURSE_LEVELS } from '@hubline/domain/training/training-files.ts'
import { type Address, isYearName, oneOf, text } from '../address.ts'

const VIEWS = ['picture', 'list', 'publish'] as const

/** What the address asks of skills demand; a word that means nothing is dropped. Without a year it is the present one. */
export function readDemandQuestion(address: Address, present_year: string) {
  const named = text(address, 'year')
  const asked = {
    role: oneOf(address, 'role', [...ROLE_GROUPS, NOT_SAID]),
    skill: oneOf(address, 'skill', SKILL_AREAS),
    level: oneOf(address, 'level', [...COURSE_LEVELS, NOT_SAID]),
    sector: oneOf(address, 'sector', [...(Object.keys(SIC_SECTIONS) as SicSection[]), NOT_SAID]),
    place: text(address, 'place'),
    urgency: oneOf(address, 'urgency', [...URGENCIES, NOT_SAID]),
    state: oneOf(address, 'state', NEED_STATES),
  }
  const narrowed = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as typeof asked
  const rows = oneOf(address, 'rows', DEMAND_DIMENSIONS) ?? 'role'
  const beside = oneOf(address, 'columns', DEMAND_DIMENSIONS) ?? 'level'
  return {
    asked: { year: named && isYearName(named) ? named : present_year, ...narrowed },
    view: oneOf(address, 'view', VIEWS) ?? 'picture',
    rows,
    columns: beside === rows ? (rows === 'level' ? ('role' as const) : ('level' as const)) : beside,
    after: text(address, 'after'),
    before: text(address, 'before'),
  }
}

export type DemandQuestion = ReturnType<typeof readDemandQuestion>

/** Where the list that is on the screen is downloaded, whole. */
export function demandCsvAddress({ asked }: DemandQuestion): string {
  const parts = Object.entries(asked).filter(([, value]) => value !== undefined)
  return `/skills-demand.csv?${new URLSearchParams(parts as [string, string][]).toString()}`
}
