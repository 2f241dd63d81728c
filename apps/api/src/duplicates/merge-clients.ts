import type { Tx } from '@hubline/db/connection.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { sql } from 'kysely'
import { changeRecord } from '../records/change-record.ts'
import type { ClientKind, Sql } from '../records/client.ts'
import { nextReference } from '../records/next-reference.ts'
import { type LockedClient, lockClients } from './lock-clients.ts'
import { type RowsOfKind, moveToSurvivor } from './move-rows.ts'

export type MergeForm = {
  survivor_id: string
  survivor_version: number
  merged_id: string
  merged_version: number
  take: readonly string[]
  reason?: string | null | undefined
}
export type Merged = { merge_id: string; reference: string; moved: RowsOfKind[] }

/**
 * Makes one record of a client part of another, all or nothing: the survivor takes over what was chosen, every row moves
 * by its rule, and what moved is written down. @throws Problem 'not_found', 'invalid', 'stale'
 */
export async function mergeClients(tx: Tx, kind: ClientKind, hub_id: string, form: MergeForm): Promise<Merged> {
  const { survivor_id, merged_id } = form
  const [survivor, merged] = await lockClients(tx, { kind, hub_id, ids: [survivor_id, merged_id] })
  mustStandAlone(survivor, `merge into that one`, 'survivor_id')
  mustStandAlone(merged, `reload the page to see it`, 'merged_id')
  const { before, after } = await takeOver(tx, kind, hub_id, form)
  await changeRecord(tx, {
    kind,
    hub_id,
    id: merged_id,
    version: form.merged_version,
    values: { merged_into_id: survivor_id, counts_as_id: survivor_id },
  })
  await sql`update ${sql.table(`app.${kind}`)} set counts_as_id = ${survivor_id}
    where hub_id = ${hub_id} and counts_as_id = ${merged_id} and id <> ${merged_id} and merged_into_id is not null`.execute(
    tx,
  )
  const { id: merge_id } = await tx
    .insertInto('client_merge')
    .values({
      hub_id,
      reference: await nextReference(tx, 'client_merge'),
      kind,
      merged_id,
      survivor_id,
      reason: form.reason ?? null,
      before: JSON.stringify(before),
      after: JSON.stringify(after),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const moved = await moveToSurvivor(tx, { hub_id, merge_id, client: kind, merged_id, survivor_id })
  return { merge_id, reference: survivor.reference, moved }
}

function mustStandAlone(client: LockedClient, then: string, field: string): void {
  const { name, reference, part_of, is_void } = client
  if (part_of !== null) throw new Problem('invalid', `${name}, ${reference}, is part of ${part_of} now: ${then}`, field)
  if (is_void) throw new Problem('invalid', `${name}, ${reference}, is void: choose a record that stands`, field)
}

type Cells = Record<string, unknown>

/** Who refused offers by e-mail on either record refused them: the survivor takes that over, chosen or not. */
const REFUSAL = ['mailings', 'mailings_on']

async function takeOver(
  tx: Tx,
  kind: ClientKind,
  hub_id: string,
  { survivor_id, survivor_version, merged_id, take }: MergeForm,
): Promise<{ before: Cells; after: Cells }> {
  const table = sql.table(`app.${kind}`)
  const rowOf = async (id: string) => {
    const found = await sql<{
      row: Cells
    }>`select to_jsonb(c) as row from ${table} c where hub_id = ${hub_id} and id = ${id}`.execute(tx)
    return found.rows[0]?.row ?? {}
  }
  const [mine, theirs] = [await rowOf(survivor_id), await rowOf(merged_id)]
  const refused = theirs['mailings'] === 'refused' && mine['mailings'] !== 'refused' ? REFUSAL : []
  const columns = [...new Set([...take, ...refused])]
  const cell = (column: string): Sql =>
    sql`(select m.${sql.ref(column)} from ${table} m where m.hub_id = ${hub_id} and m.id = ${merged_id})`
  const values = Object.fromEntries(columns.map((column) => [column, cell(column)]))
  await changeRecord(tx, { kind, hub_id, id: survivor_id, version: survivor_version, values })
  const pick = (row: Cells) => Object.fromEntries(columns.map((column) => [column, row[column] ?? null]))
  return { before: pick(mine), after: pick(theirs) }
}
