import type { Tx } from '@hubline/db/connection.ts'
import { ago, listed } from '@hubline/domain/ago.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { sql } from 'kysely'
import { type AnyKind, describe } from './own-kinds.ts'

type Change = {
  kind: AnyKind
  hub_id: string
  id: string
  /** The version that the form was filled from. */
  version: number
  /** By column; what is undefined stays as it is. */
  values: Readonly<Record<string, unknown>>
}

/**
 * Changes one record that nobody else has changed since the form was filled. Gives the new version.
 * @throws Problem 'stale', saying who changed what; 'not_found', also where the record is void
 */
export async function changeRecord(tx: Tx, { kind, hub_id, id, version, values }: Change): Promise<number> {
  const sets = Object.entries(values).flatMap(([column, value]) =>
    value === undefined ? [] : [sql`${sql.ref(column)} = ${value}`],
  )
  const changes = sets.length > 0 ? sql.join(sets) : sql`version = version`
  const done = await sql<{ version: number }>`update ${sql.table(`app.${kind}`)} set ${changes}
    where hub_id = ${hub_id} and id = ${id} and version = ${version} and voided_at is null returning version`.execute(
    tx,
  )
  const [row] = done.rows
  if (row) return row.version
  throw await refusal(tx, { kind, hub_id, id, version })
}

type Meanwhile = {
  void_reason: string | null
  by: string | null
  seconds: number
  now: Record<string, unknown>
  then: Record<string, unknown> | null
}

/** What happened to the record meanwhile, as a sentence. */
async function refusal(tx: Tx, { kind, hub_id, id, version }: Omit<Change, 'values'>): Promise<Problem> {
  const { noun, labels } = describe(kind)
  const found =
    await sql<Meanwhile>`select t.void_reason, coalesce(a.name, case when l.id is not null then 'The client' end) as by, extract(epoch from clock_timestamp() - t.recorded_at)::integer as seconds,
      to_jsonb(t) as now, (select h.row from app.history h where h.hub_id = t.hub_id and h.kind = ${kind} and h.id = t.id and h.version = ${version}) as then
    from ${sql.table(`app.${kind}`)} t left join app.adviser a on a.hub_id = t.hub_id and a.id = t.recorded_by
    left join app.audit_entry l on l.hub_id = t.hub_id and l.request_id = t.request_id and l.what = 'by_link'
    where t.hub_id = ${hub_id} and t.id = ${id}`.execute(tx)
  const [row] = found.rows
  if (!row) return new Problem('not_found', `That ${noun} is not in your hub: choose it again`)
  const who = row.by ?? 'An import'
  if (row.void_reason !== null)
    return new Problem('stale', `${who} voided this ${noun} ${ago(row.seconds)}: reload to see why; your text is kept`)
  const before = row.then
  const changed = Object.entries(labels).flatMap(([column, label]) =>
    before && JSON.stringify(before[column] ?? null) !== JSON.stringify(row.now[column] ?? null)
      ? [`the ${label}`]
      : [],
  )
  const what = changed.length > 0 ? listed(changed) : `this ${noun}`
  return new Problem('stale', `${who} changed ${what} ${ago(row.seconds)}: reload to see it; your text is kept`)
}
