import { fileOf } from '@hubline/domain/imports/bundle.ts'
import type { ColumnType, RecordKind } from '@hubline/domain/imports/bundle-file.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { sql } from 'kysely'
import { reads } from '../trpc.ts'
import type { Named } from './client-page.ts'
import { AskRecord, calledSql, fieldsOf } from './record-fields.ts'

export type Value = string | number | boolean | readonly string[] | null
export type Link = { kind: RecordKind; reference: string; name: string }
/** A fact as a page shows it. The screen writes the value by its type; a `refers_to` has a link and no value. */
export type ShownField = { column: string; label: string; type: ColumnType['is']; value: Value; link?: Link }

export type RecordPage = {
  kind: RecordKind
  /** What a person calls such a record. */
  noun: string
  id: string
  version: number
  reference: string
  title: string
  recorded_at: string
  /** Null for an import. */
  recorded_by: string | null
  voided: { at: string; by: string | null; reason: string } | null
  fields: ShownField[]
  business: Named | null
  person: Named | null
}

type Row = {
  row: Record<string, Value> & { id: string; version: number; reference: string; recorded_at: string }
  title: string
  recorded_by: string | null
  voided: RecordPage['voided']
  links: Record<string, { reference: string; name: string } | null>
}

/** Any record of the hub, of any kind, with every fact that is known of it. */
export const recordPage = reads('record:read')
  .input(AskRecord)
  .query(async ({ ctx: { db, actor }, input }): Promise<RecordPage> => {
    const { kind, reference } = input
    const fields = fieldsOf(kind)
    const links = fields.flatMap(({ column, type }) =>
      type.is === 'refers_to'
        ? [
            sql`${sql.lit(column)}, (select json_build_object('reference', x.reference, 'name', ${calledSql(type.kind, 'x')})
            from ${sql.table(`app.${type.kind}`)} x where x.hub_id = t.hub_id and x.id = t.${sql.ref(column)})`,
          ]
        : [],
    )
    const found =
      await sql<Row>`select to_jsonb(t) as row, ${calledSql(kind, 't')} as title, json_build_object(${sql.join(links)}) as links,
        (select a.name from app.adviser a where a.hub_id = t.hub_id and a.id = t.recorded_by) as recorded_by,
        case when t.voided_at is not null then json_build_object('at', t.voided_at, 'reason', t.void_reason,
          'by', (select a.name from app.adviser a where a.hub_id = t.hub_id and a.id = t.voided_by)) end as voided
      from ${sql.table(`app.${kind}`)} t where t.hub_id = ${actor.hub_id} and t.reference = ${reference}`.execute(db)
    const [record] = found.rows
    const { noun } = fileOf(kind)
    if (!record) throw new Problem('not_found', `There is no ${noun} ${reference} in your hub: find it by name`)
    const { row, title, recorded_by, voided } = record
    return {
      kind,
      noun,
      id: row.id,
      version: row.version,
      reference: row.reference,
      title,
      recorded_at: row.recorded_at,
      recorded_by,
      voided,
      fields: fields.map((field) => shown(field, record)),
      business: record.links['business_id'] ?? null,
      person: record.links['person_id'] ?? null,
    }
  })

function shown({ column, label, type }: ReturnType<typeof fieldsOf>[number], { row, links }: Row): ShownField {
  if (type.is !== 'refers_to') return { column, label, type: type.is, value: row[column] ?? null }
  const to = links[column]
  return { column, label, type: type.is, value: null, ...(to ? { link: { kind: type.kind, ...to } } : {}) }
}
