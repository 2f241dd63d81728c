import type { Db } from '@hubline/db/connection.ts'
import { type RawBuilder, sql } from 'kysely'

/** Rows that several sheets of a pack are read from, or that are dear to find, and the table that holds them. */
export type KeptRows = { table: string; rows: RawBuilder<unknown> }

/** Finds rows once and holds them, under their table's name, until the transaction `db` ends. */
export async function keepRows(db: Db, { table, rows }: KeptRows): Promise<void> {
  await roomToSort(db)
  await sql`create temporary table ${sql.table(table)} on commit drop as ${rows}`.execute(db)
  await sql`analyze ${sql.table(table)}`.execute(db)
}

/** Until the transaction `db` ends. What a pack sorts and groups does not fit into the memory that a page is given: on disk it takes twice as long. */
export const roomToSort = (db: Db): Promise<unknown> => sql`select set_config('work_mem', '32MB', true)`.execute(db)
