import type { Tx } from '@hubline/db/connection.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { sql } from 'kysely'
import { type ClientKind, nameOf } from '../records/client.ts'

export type LockedClient = {
  id: string
  reference: string
  name: string
  version: number
  /** The reference of the record that this one became part of. */
  part_of: string | null
  merged_into_id: string | null
  counts_as_id: string
  is_void: boolean
}

type Question = { kind: ClientKind; hub_id: string; ids: readonly [string, string] }

/**
 * Two records of clients, kept from every other merge until the transaction ends. They are always taken in the order of
 * their ids, so two merges of the same pair wait for each other. @throws Problem 'not_found'
 */
export async function lockClients(tx: Tx, { kind, hub_id, ids }: Question): Promise<[LockedClient, LockedClient]> {
  const table = sql.table(`app.${kind}`)
  await sql`select id from ${table} where hub_id = ${hub_id} and id = any (${[...ids]}::uuid[]) order by id for no key update`.execute(
    tx,
  )
  const found = await sql<LockedClient>`
    select c.id, c.reference, ${nameOf(kind, 'c')} as name, c.version, s.reference as part_of, c.merged_into_id, c.counts_as_id,
      c.voided_at is not null as is_void
    from ${table} c left join ${table} s on s.hub_id = c.hub_id and s.id = c.merged_into_id
    where c.hub_id = ${hub_id} and c.id = any (${[...ids]}::uuid[])`.execute(tx)
  const [one, other] = ids.map((id) => found.rows.find((row) => row.id === id))
  if (!one || !other)
    throw new Problem('not_found', `One of the two is not in your hub: choose them again`, 'merged_id')
  return [one, other]
}
