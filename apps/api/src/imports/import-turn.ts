import type { Tx } from '@hubline/db/connection.ts'
import { sql } from 'kysely'
import type * as pg from 'pg'

/**
 * Waits until nothing else is read into the hub and no year of it is being signed off, and keeps both out until
 * `endImportTurn` or the end of the connection. To be taken before the transaction of an import begins: its records bear
 * the time at which that begins, and a sign-off that the import waited for must be before it.
 */
export async function takeImportTurn(client: pg.ClientBase, hub_id: string): Promise<void> {
  await client.query(`select set_config('statement_timeout', '0', false), set_config('lock_timeout', '0', false)`)
  await client.query(`select pg_advisory_lock(hashtext('hubline import'), hashtext($1))`, [hub_id])
}

export const endImportTurn = (client: pg.ClientBase, hub_id: string) =>
  client.query(`select pg_advisory_unlock(hashtext('hubline import'), hashtext($1))`, [hub_id])

/** Lets nothing be read into the hub until the end of this transaction; false where something is being read now. */
export async function keepImportsOut(tx: Tx, hub_id: string): Promise<boolean> {
  const found = await sql<{ are_out: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('hubline import'), hashtext(${hub_id})) as are_out`.execute(tx)
  return found.rows[0]?.are_out === true
}
