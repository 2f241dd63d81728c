import type { Tx } from '@hubline/db/connection.ts'
import { changed } from '@hubline/domain/fields.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { changeRecord } from '../records/change-record.ts'
import type { ClientKind } from '../records/client.ts'
import { writes } from '../trpc.ts'
import { type LockedClient, lockClients } from './lock-clients.ts'
import { giveBack } from './move-rows.ts'

type Merge = {
  id: string
  kind: ClientKind
  merged_id: string
  survivor_id: string
  before: Record<string, unknown>
  after: Record<string, unknown>
  undone_at: Date | null
}

/**
 * Takes a merge back: the rows that it moved return, and the survivor has again what it had. What came since stays with
 * the survivor, and a fact that somebody has changed since stays changed.
 */
export const undoMerge = writes('client:merge')
  .input(z.object(changed))
  .mutation(async ({ ctx: { db, actor }, input: { id, version } }) => {
    const hub_id = actor.hub_id
    const merge = await standingMerge(db, hub_id, id)
    const { kind, merged_id, survivor_id } = merge
    const [survivor, merged] = await lockClients(db, { kind, hub_id, ids: [survivor_id, merged_id] })
    mustBeLast(survivor, merged, survivor_id)
    await mustHaveNoLaterWord(db, hub_id, merge)
    await changeRecord(db, {
      kind: 'client_merge',
      hub_id,
      id,
      version,
      values: { undone_at: sql`now()`, undone_by: actor.adviser_id },
    })
    await standAlone(db, { kind, hub_id, merged_id })
    const given_back = await giveBack(db, { hub_id, merge_id: id, client: kind, merged_id, survivor_id })
    const kept = await restore(db, hub_id, merge)
    return { given_back, kept, reference: merged.reference, survivor_reference: survivor.reference }
  })

/** @throws Problem 'not_found', 'invalid' where it was undone before */
async function standingMerge(tx: Tx, hub_id: string, id: string): Promise<Merge> {
  const found = await sql<Merge>`select id, kind, merged_id, survivor_id, before, after, undone_at from app.client_merge
    where hub_id = ${hub_id} and id = ${id} for update`.execute(tx)
  const [merge] = found.rows
  if (!merge) throw new Problem('not_found', 'That merge is not in your hub: open the record again')
  if (merge.undone_at) throw new Problem('invalid', 'This merge was undone already: reload the page to see it')
  return merge
}

/** A merge is undone from the end of a chain. @throws Problem 'invalid' */
function mustBeLast(survivor: LockedClient, merged: LockedClient, survivor_id: string): void {
  if (survivor.part_of !== null)
    throw new Problem(
      'invalid',
      `${survivor.name}, ${survivor.reference}, became part of ${survivor.part_of} since: undo that merge first`,
    )
  if (merged.merged_into_id !== survivor_id)
    throw new Problem('invalid', `${merged.name}, ${merged.reference}, is no part of ${survivor.reference} any more`)
}

/** Two merges gave the survivor the same fact: the later one is undone first. @throws Problem 'invalid' */
async function mustHaveNoLaterWord(tx: Tx, hub_id: string, { id, kind, survivor_id, before }: Merge): Promise<void> {
  const columns = Object.keys(before)
  if (columns.length === 0) return
  const found = await sql<{ reference: string }>`
    select c.reference from app.client_merge l join ${sql.table(`app.${kind}`)} c on c.hub_id = l.hub_id and c.id = l.merged_id
    where l.hub_id = ${hub_id} and l.survivor_id = ${survivor_id} and l.undone_at is null and l.before ?| ${columns}::text[]
      and l.id > ${id} order by l.id desc limit 1`.execute(tx)
  const [later] = found.rows
  if (later)
    throw new Problem(
      'invalid',
      `${later.reference} was merged into the same record later, with the same facts: undo that first`,
    )
}

/** The record counts as itself again, and so do those that became part of it before. */
async function standAlone(
  tx: Tx,
  { kind, hub_id, merged_id }: { kind: ClientKind; hub_id: string; merged_id: string },
): Promise<void> {
  const table = sql.table(`app.${kind}`)
  await sql`
    with recursive part as (
      select id from ${table} where hub_id = ${hub_id} and id = ${merged_id}
      union select c.id from ${table} c join part p on c.merged_into_id = p.id where c.hub_id = ${hub_id})
    update ${table} c set counts_as_id = ${merged_id}, merged_into_id = case when c.id = ${merged_id} then null else c.merged_into_id end
    from part where c.hub_id = ${hub_id} and c.id = part.id`.execute(tx)
}

/** Gives the survivor back what it had. Gives the columns that stay, because somebody has changed them since. */
async function restore(tx: Tx, hub_id: string, { kind, survivor_id, before, after }: Merge): Promise<string[]> {
  const table = sql.table(`app.${kind}`)
  const found = await sql<{ row: Record<string, unknown> }>`select to_jsonb(c) as row from ${table} c
    where hub_id = ${hub_id} and id = ${survivor_id}`.execute(tx)
  const now = found.rows[0]?.row ?? {}
  const is_as_left = (column: string) => JSON.stringify(now[column] ?? null) === JSON.stringify(after[column] ?? null)
  const [back, kept] = [Object.keys(before).filter(is_as_left), Object.keys(before).filter((each) => !is_as_left(each))]
  if (back.length > 0) {
    const sets = sql.join(back.map((column) => sql`${sql.ref(column)} = was.${sql.ref(column)}`))
    await sql`update ${table} c set ${sets} from jsonb_populate_record(null::${table}, ${JSON.stringify(before)}::jsonb) was
      where c.hub_id = ${hub_id} and c.id = ${survivor_id}`.execute(tx)
  }
  return kept
}
