import type { Db } from '@hubline/db/connection.ts'
import { type RawBuilder, sql } from 'kysely'

/** Cursors of one transaction need names of their own. */
let opened = 0

/**
 * The rows of a statement as they are taken, twice `size` held at a time, however many there are. `db` is a transaction; it
 * answers nothing else about them in between.
 */
export async function* rowByRow<Row>(db: Db, query: RawBuilder<Row>, size: number): AsyncGenerator<Row> {
  const cursor = sql.ref(`rows_${++opened}`)
  await sql`declare ${cursor} no scroll cursor for ${query}`.execute(db)
  const fetch = () => sql<Row>`fetch ${sql.lit(size)} from ${cursor}`.execute(db)
  let coming = fetch()
  for (;;) {
    const { rows } = await coming
    if (rows.length < size) {
      yield* rows
      break
    }
    // The next are found while these are written.
    coming = fetch()
    coming.catch(() => undefined)
    yield* rows
  }
  await sql`close ${cursor}`.execute(db)
}
