import { CATALOGUE } from '@hubline/domain/indicators/catalogue.ts'
import type { Definition } from '@hubline/domain/indicators/definition.ts'
import { type RawBuilder, sql } from 'kysely'
import { evidence } from '../evidence.ts'
import type { Scope } from '../records.ts'
import type { PackQuery } from './pack-sheet.ts'

/** What a record adds, as the figure's value is given; the digits of an endless share are kept to twelve. */
const added = ({ counts }: Definition): RawBuilder<unknown> => {
  if ('mean' in counts) return sql`amount`
  if (!('sum' in counts)) return sql`null::numeric`
  const divisor = { fte_of_30_hours: 30, fte_of_own_week: 1, amount_pence: 100 }[counts.sum]
  return sql`round(amount / ${sql.lit(divisor)}::numeric, 12)`
}

/** The table of a pack in which the rows of `allEvidence` are kept. */
export const EVIDENCE = 'pack_evidence'

/**
 * The rows behind every figure together, each with the key of its figure; `raw` is the amount as `EvidenceRow` has it.
 * `also` are further columns of `EvidenceRow`.
 */
export const allEvidence = (scope: Scope, also: RawBuilder<unknown> = sql``): RawBuilder<unknown> =>
  sql.join(
    (scope.catalogue ?? CATALOGUE).map(
      (definition) => sql`
      select ${sql.lit(definition.key)} as key, unit_kind, unit_id, unit_reference, unit_within, unit_district, qualified_on, record_kind, record_id, reference, "on", ${added(definition)} as amount, amount::numeric as raw ${also}
      from ${evidence(definition, scope)} as evidence`,
    ),
    sql` union all `,
  )

/** Every record that brings a unit in to a figure. */
export const proof: PackQuery = {
  name: 'Proof',
  columns: {
    key: 'text',
    unit: 'text',
    'unit ref': 'text',
    within: 'text',
    record: 'text',
    'record ref': 'text',
    date: 'day',
    amount: 'number',
  },
  by: ['key', 'unit ref', 'within', 'date', 'record', 'record ref'],
  rows: () => sql`
    select key, unit_kind as unit, unit_reference as "unit ref", unit_within as within, record_kind as record, reference as "record ref", "on" as date,
      trim_scale(amount) as amount
    from ${sql.table(EVIDENCE)}`,
}
