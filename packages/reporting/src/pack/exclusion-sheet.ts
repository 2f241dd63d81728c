import type { Year } from '@hubline/domain/years/year.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../records.ts'
import type { KeptRows } from './kept-rows.ts'
import { leftOut } from './left-out.ts'
import { NAMING } from './named-clients.ts'
import type { PackQuery } from './pack-sheet.ts'
import { EVIDENCE } from './proof-sheets.ts'
import { ofHub, ofYear } from './row-parts.ts'

/** Columns: `record`, `record ref`, `indicator`, `unit`, `unit ref`, `within`, `date`, `reason`. */
type Rows = RawBuilder<unknown>

const byRule = (scope: Scope): Rows => sql`
  select record, reference, keys, unit, unit_reference, within, "on", reason from (${leftOut(scope)}) as l`

const voided = (scope: Scope): Rows[] =>
  NAMING.map(
    ([table, days]) => sql`
    select ${sql.lit(table)}, r.reference, null, null, null, null, ${sql.ref(`r.${days[0]}`)}, 'voided' from ${sql.table(table)} r
    where r.hub_id = ${scope.hub_id} and r.voided_at is not null and ${ofYear(table, days, scope)}`,
  )

/** Clients that became part of one that counts: what they did counts there, and they do not count again. */
const merged = ({ hub_id }: Scope): Rows[] =>
  (['business', 'person'] as const).map(
    (kind) => sql`
    select ${sql.lit(kind)}, c.reference, null, ${sql.lit(kind)}, u.reference, null, null::date, 'duplicate: merged' from ${sql.table(kind)} c
    join ${sql.table(kind)} u on u.hub_id = c.hub_id and u.id = c.counts_as_id
    where c.hub_id = ${hub_id} and c.merged_into_id is not null and u.reference in (select unit_reference from ${sql.table(EVIDENCE)} where unit_kind = ${sql.lit(kind)})`,
  )

const withoutRecords = (scope: Scope, year: Year): Rows => sql`
  select 'partner_total', r.reference, r.indicator_key, null, null, null, null::date, 'aggregate only' from partner_total r where ${ofHub(scope)} and r.year = ${year}`

/** Records that do not count, each with the figures and the reason: to be kept for `exclusions`, behind the evidence. */
export const excluded = (scope: Scope, year: Year): KeptRows => ({
  table: 'pack_exclusion',
  rows: sql`
    select * from (${sql.join(
      [byRule(scope), ...voided(scope), ...merged(scope), withoutRecords(scope, year)],
      sql` union all `,
    )}) as x (record, "record ref", indicator, unit, "unit ref", within, date, reason)`,
})

export const exclusions: PackQuery = {
  name: 'Exclusions',
  columns: {
    record: 'text',
    'record ref': 'text',
    indicator: 'text',
    unit: 'text',
    'unit ref': 'text',
    within: 'text',
    date: 'day',
    reason: 'text',
  },
  by: ['reason', 'record', 'record ref', 'indicator', 'unit ref', 'within'],
  rows: () => sql`select * from pack_exclusion`,
}
