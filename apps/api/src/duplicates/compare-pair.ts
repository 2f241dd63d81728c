import { BUSINESS_MERGE_FIELDS, PERSON_MERGE_FIELDS } from '@hubline/domain/duplicates/merge-clients.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { nameOf } from '../records/client.ts'
import { fieldsOf } from '../records/record-fields.ts'
import { reads } from '../trpc.ts'

type Record = {
  id: string
  version: number
  reference: string
  name: string
  /** The record that this one became part of. */
  part_of: string | null
  is_void: boolean
  facts: { [column: string]: string | null }
}

/** Two records side by side: every fact that can be chosen, as text. */
export const comparePair = reads('client:merge')
  .input(
    z.object({
      kind: z.enum(['business', 'person'], 'Choose businesses or people'),
      one: z.string().min(1).max(200),
      other: z.string().min(1).max(200),
    }),
  )
  .query(async ({ ctx: { db, actor }, input: { kind, one, other } }) => {
    const fields: readonly string[] = kind === 'business' ? BUSINESS_MERGE_FIELDS : PERSON_MERGE_FIELDS
    const pairs = sql.join(fields.map((field) => sql`${sql.lit(field)}, c.${sql.ref(field)}::text`))
    const found = await sql<Record>`
      select c.id, c.version, c.reference, ${nameOf(kind, 'c')} as name,
        s.reference as part_of, c.voided_at is not null as is_void, json_build_object(${pairs}) as facts
      from ${sql.table(`app.${kind}`)} c left join ${sql.table(`app.${kind}`)} s on s.hub_id = c.hub_id and s.id = c.merged_into_id
      where c.hub_id = ${actor.hub_id} and c.reference in (${one}, ${other})`.execute(db)
    const [first, second] = [one, other].map((reference) => found.rows.find((row) => row.reference === reference))
    if (!first || !second || one === other)
      throw new Problem('not_found', 'Those two are not in your hub: choose them again')
    const described = fieldsOf(kind).filter(({ column }) => fields.includes(column))
    return {
      first,
      second,
      fields: described.map(({ column, label, type }) => ({ field: column, label, type: type.is })),
    }
  })
