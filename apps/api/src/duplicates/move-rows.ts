import type { Tx } from '@hubline/db/connection.ts'
import { sql } from 'kysely'
import type { ClientKind, Sql } from '../records/client.ts'
import { MERGE_RULES, type MergeRule } from './merge-rules.ts'

type Merge = { hub_id: string; merge_id: string; client: ClientKind; merged_id: string; survivor_id: string }

/** How many rows of a kind: `interaction` → 12. */
export type RowsOfKind = { kind: string; count: number }

const movable = (client: ClientKind) => MERGE_RULES.filter((rule) => rule.client === client && rule.does !== 'leads')

/** The row `r` finds none like it with the client whom it would come to. */
function isAlone({ kind, column, does }: MergeRule, comes_to: string): Sql {
  if (typeof does === 'string') return sql`true`
  const same = does.moves_unless.map((each) => sql`o.${sql.ref(each)} = r.${sql.ref(each)}`)
  return sql`not exists (select from ${sql.table(`app.${kind}`)} o
    where o.hub_id = r.hub_id and o.${sql.ref(column)} = ${comes_to} and ${sql.join(same, sql` and `)})`
}

/** Moves everything of the merged record to the survivor and writes down each row that moved. */
export async function moveToSurvivor(tx: Tx, merge: Merge): Promise<RowsOfKind[]> {
  const { hub_id, merge_id, client, merged_id, survivor_id } = merge
  const counts = new Map<string, number>()
  for (const rule of movable(client)) {
    const { kind, column } = rule
    const moved = await sql`
      with moved as (update ${sql.table(`app.${kind}`)} r set ${sql.ref(column)} = ${survivor_id}
        where r.hub_id = ${hub_id} and r.${sql.ref(column)} = ${merged_id} and ${isAlone(rule, survivor_id)} returning r.id)
      insert into app.merged_row (hub_id, client_merge_id, kind, "column", row_id)
      select ${hub_id}, ${merge_id}, ${kind}, ${column}, moved.id from moved`.execute(tx)
    const count = Number(moved.numAffectedRows ?? 0)
    if (count > 0) counts.set(kind, (counts.get(kind) ?? 0) + count)
  }
  return [...counts].map(([kind, count]) => ({ kind, count }))
}

/**
 * Gives back the rows that a merge moved and that are the survivor's still. What came since, and what somebody has
 * moved elsewhere, stays. Gives how many went back.
 */
export async function giveBack(tx: Tx, merge: Merge): Promise<number> {
  const { hub_id, merge_id, client, merged_id, survivor_id } = merge
  let count = 0
  for (const rule of movable(client)) {
    const { kind, column } = rule
    const done = await sql`
      update ${sql.table(`app.${kind}`)} r set ${sql.ref(column)} = ${merged_id} from app.merged_row j
      where j.hub_id = ${hub_id} and j.client_merge_id = ${merge_id} and j.kind = ${kind} and j."column" = ${column}
        and r.hub_id = ${hub_id} and r.id = j.row_id and r.${sql.ref(column)} = ${survivor_id} and ${isAlone(rule, merged_id)}`.execute(
      tx,
    )
    count += Number(done.numAffectedRows ?? 0)
  }
  return count
}
