import type { Definition } from '@hubline/domain/indicators/definition.ts'
import type { Dimension, Parts } from '@hubline/domain/indicators/dimensions.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../records.ts'
import { ROW, partsTold } from './parts.ts'

/** The units of rows named `evidence` that stand in every one of these parts: a condition on `unit_id`. */
export function inParts(definition: Definition, scope: Scope, parts: Parts | undefined): RawBuilder<unknown> {
  const asked = Object.entries(parts ?? {}).flatMap(([dimension, part]) =>
    part === undefined ? [] : [[dimension as Dimension, part] as const],
  )
  const each = asked.map(
    ([dimension, part]) => sql`unit_id in (
      with evidence as (select ${sql.lit(definition.key)} as key, ${ROW} from evidence as e), ${partsTold([dimension], scope, [definition])}
      select unit_id from told where part = ${part})`,
  )
  return sql.join([sql`true`, ...each], sql` and `)
}
