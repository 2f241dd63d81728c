import type { Tx } from '@hubline/db/connection.ts'
import type { ColumnType, RecordKind } from '@hubline/domain/imports/bundle-file.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { sql } from 'kysely'
import { reads } from '../trpc.ts'
import { AskRecord, type Field, calledSql, fieldsOf } from './record-fields.ts'
import type { Value } from './record-page.ts'

/** One fact that differs from the version before. What another record is called stands for the record. */
export type Difference = { column: string; label: string; type: ColumnType['is']; from: Value; to: Value }
export type RecordVersion = {
  version: number
  at: string
  /** Null for an import; the holder of a link is called the client. */
  by: string | null
  changes: Difference[]
  voided: boolean
  void_reason: string | null
}

type Row = { version: number; at: string; by: string | null; row: Record<string, Value> }

/** More versions than anybody reads; the oldest are left out. */
const MOST_VERSIONS = 200

/** Every version of a record, newest first: who changed what, and when. */
export const recordHistory = reads('history:read')
  .input(AskRecord)
  .query(async ({ ctx: { db, actor }, input }): Promise<{ versions: RecordVersion[] }> => {
    const { kind, reference } = input
    const rows = await versionsOf(db, actor.hub_id, kind, reference)
    if (rows.length === 0)
      throw new Problem('not_found', `There is no record ${reference} in your hub: find it by name`)
    const fields = fieldsOf(kind)
    const names = await namesIn(db, actor.hub_id, fields, rows)
    return {
      versions: rows.map((row, at) => ({
        version: row.version,
        at: row.at,
        by: row.by,
        changes: differences(fields, rows[at + 1]?.row, row.row, names),
        voided: (row.row['voided_at'] ?? null) !== null,
        void_reason: asText(row.row['void_reason'] ?? null),
      })),
    }
  })

async function versionsOf(tx: Tx, hub_id: string, kind: RecordKind, reference: string): Promise<Row[]> {
  const table = sql.table(`app.${kind}`)
  const found = await sql<Row>`
    with t as (select * from ${table} where hub_id = ${hub_id} and reference = ${reference})
    select v.version, v.row ->> 'recorded_at' as at, coalesce(a.name, case when l.id is not null then 'The client, by a link' end) as by, v.row
    from (select t.version, to_jsonb(t) as row from t
      union all select h.version, h.row from app.history h join t on h.hub_id = t.hub_id and h.id = t.id where h.kind = ${kind}) v
      left join app.adviser a on a.hub_id = ${hub_id} and a.id = (v.row ->> 'recorded_by')::uuid
      left join app.audit_entry l on l.hub_id = ${hub_id} and l.request_id = (v.row ->> 'request_id')::uuid and l.what = 'by_link'
    order by v.version desc limit ${sql.lit(MOST_VERSIONS)}`.execute(tx)
  return found.rows
}

type Names = ReadonlyMap<string, string>

/** What the records that the versions point at are called now. */
async function namesIn(tx: Tx, hub_id: string, fields: readonly Field[], rows: readonly Row[]): Promise<Names> {
  const names = new Map<string, string>()
  const wanted = Map.groupBy(
    fields.flatMap(({ column, type }) =>
      type.is === 'refers_to' ? rows.map((row) => ({ kind: type.kind, id: row.row[column] })) : [],
    ),
    ({ kind }) => kind,
  )
  for (const [kind, asked] of wanted) {
    const ids = [...new Set(asked.flatMap(({ id }) => (typeof id === 'string' ? [id] : [])))]
    if (ids.length === 0) continue
    const found = await sql<{
      id: string
      name: string
    }>`select x.id, ${calledSql(kind, 'x')} as name from ${sql.table(`app.${kind}`)} x
      where x.hub_id = ${hub_id} and x.id = any (${ids}::uuid[])`.execute(tx)
    for (const { id, name } of found.rows) names.set(id, name)
  }
  return names
}

function differences(
  fields: readonly Field[],
  before: Row['row'] | undefined,
  after: Row['row'],
  names: Names,
): Difference[] {
  if (!before) return []
  return fields.flatMap(({ column, label, type }) => {
    const [from, to] = [before[column] ?? null, after[column] ?? null]
    if (JSON.stringify(from) === JSON.stringify(to)) return []
    const said = (value: Value): Value =>
      type.is === 'refers_to' && typeof value === 'string' ? (names.get(value) ?? value) : value
    return [{ column, label, type: type.is, from: said(from), to: said(to) }]
  })
}

const asText = (value: Value): string | null => (typeof value === 'string' ? value : null)
