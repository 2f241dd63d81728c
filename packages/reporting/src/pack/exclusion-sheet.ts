import { CATALOGUE } from '@hubline/domain/indicators/catalogue.ts'
import type { Definition } from '@hubline/domain/indicators/definition.ts'
import type { Year } from '@hubline/domain/years/year.ts'
import { type RawBuilder, sql } from 'kysely'
import { evidence } from '../evidence.ts'
import type { Scope } from '../records.ts'
import type { KeptRows } from './kept-rows.ts'
import type { PackQuery } from './pack-sheet.ts'
import { NAMING } from './named-clients.ts'
import { inYear, ofHub } from './row-parts.ts'
import { supportEvents } from './work-sheets.ts'

/** Columns: `record`, `record ref`, `indicator`, `unit`, `unit ref`, `reason`. */
type Rows = RawBuilder<unknown>

const anywhere = ({ in_area: _, ...definition }: Definition): Definition => definition

/** What would count if its client or project lay in the hub's districts: by the figure's own query, asked without its area. */
const outOfArea = (scope: Scope): Rows[] =>
  scope.area_codes.length === 0
    ? []
    : (scope.catalogue ?? CATALOGUE)
        .filter(({ in_area }) => in_area)
        .map(
          (definition) => sql`
        select record_kind, reference, ${sql.lit(definition.key)}, unit_kind, unit_reference, 'out of area'
        from ${evidence(anywhere(definition), scope)} as e where unit_district <> all(${[...scope.area_codes]}::text[])`,
        )

const notCountable = (scope: Scope): Rows => sql`
  select record, ref, 'lep.businesses_supported', null, null, "reason if not" from (${supportEvents.rows(scope)}) as s where "reason if not" is not null`

const voided = (scope: Scope): Rows[] =>
  NAMING.map(
    ([table, days]) => sql`
    select ${sql.lit(table)}, r.reference, null, null, null, 'voided' from ${sql.table(table)} r
    where r.hub_id = ${scope.hub_id} and r.voided_at is not null and (${sql.join(
      days.map((day) => inYear(`r.${day}`, scope)),
      sql` or `,
    )})`,
  )

const withoutRecords = (scope: Scope, year: Year): Rows => sql`
  select 'partner_total', r.reference, r.indicator_key, null, null, 'aggregate only' from partner_total r where ${ofHub(scope)} and r.year = ${year}`

/** Records of the year that do not count, each with the figure and the reason: to be kept for `exclusions`. */
export const excluded = (scope: Scope, year: Year): KeptRows => ({
  table: 'pack_exclusion',
  rows: sql`
    select * from (${sql.join(
      [...outOfArea(scope), notCountable(scope), ...voided(scope), withoutRecords(scope, year)],
      sql` union all `,
    )}) as x (record, "record ref", indicator, unit, "unit ref", reason)`,
})

export const exclusions: PackQuery = {
  name: 'Exclusions',
  columns: {
    record: 'text',
    'record ref': 'text',
    indicator: 'text',
    unit: 'text',
    'unit ref': 'text',
    reason: 'text',
  },
  by: ['reason', 'indicator', 'record', 'record ref', 'unit ref'],
  rows: () => sql`select * from pack_exclusion`,
}
