import type { Definition } from '@hubline/domain/indicators/definition.ts'
import { type RawBuilder, sql } from 'kysely'
import { type EvidenceRow, asksTogether, evidence } from './evidence.ts'
import { programmesOfRecords } from './of-programme.ts'
import type { Scope } from './records.ts'

const isPerProgramme = ({ counts }: Definition): boolean => 'per' in counts && counts.per === 'programme'

/** Where each record counts by itself, and where a unit counts once for each programme, other programmes' records change nothing. */
const standsAlone = (definition: Definition): boolean =>
  isPerProgramme(definition) || (!asksTogether(definition) && definition.threshold === undefined)

/**
 * The evidence of a figure that is of one programme, by its reference (`none`: of no programme): the records of the
 * programme that bring a unit in. A unit counts in the whole figure first, so that a band of minutes or a first year is
 * that of the unit, not of the programme.
 */
export function evidenceWithin(
  definition: Definition,
  scope: Scope,
  programme: string | undefined,
): RawBuilder<EvidenceRow> {
  if (programme === undefined) return evidence(definition, scope)
  const all = sql<EvidenceRow>`(select e.* from ${evidence(definition, scope)} as e`
  if (programme === 'none' && isPerProgramme(definition)) return sql`${all} where false)`
  const programme_id = sql`(select id from programme where hub_id = ${scope.hub_id} and reference = ${programme})`
  if (programme !== 'none' && standsAlone(definition)) return evidence(definition, { ...scope, programme_id })
  const ofProgrammes = sql`select w.record_kind, w.record_id from (${programmesOfRecords(scope)}) as w
    where ${programme === 'none' ? sql`w.id is not null` : sql`w.id = ${programme_id}`}`
  // Within an expression it stays a list that is looked up, where a join of it would be planned for the one row expected here.
  return sql`${all} where ((e.record_kind, e.record_id) in (${ofProgrammes})) is ${sql.raw(programme === 'none' ? 'not true' : 'true')})`
}

/** The units of that evidence, with the day on which each first qualified and its amount: what a figure is read from. */
export const unitsWithin = (definition: Definition, scope: Scope, programme: string): RawBuilder<unknown> => sql`(
  select ${definition.key}::text as key, unit_id, min(qualified_on) as first_on, max(amount) as amount
  from ${evidenceWithin(definition, scope, programme)} as evidence group by unit_id)`
