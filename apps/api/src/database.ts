import { type Db, makeDb, makePool } from '@hubline/db/connection.ts'
import { startEmbeddedPostgres } from '@hubline/db/embedded-postgres.ts'
import { migrate } from '@hubline/db/migrate.ts'
import type * as pg from 'pg'
import type { Settings } from './settings.ts'

export type OpenDatabase = {
  url: string
  /** The connections of `db`. */
  pool: pg.Pool
  /** As the server works for a hub. */
  db: Db
  /** As the server stands at the front door. */
  front_door: Db
  /** Lets go of every connection, and ends the embedded server unless another program uses it. */
  close: () => Promise<void>
}

/** The database of the settings, started if need be and brought up to date. */
export async function openDatabase(settings: Pick<Settings, 'database_url' | 'data'>): Promise<OpenDatabase> {
  const server =
    settings.database_url === undefined
      ? await startEmbeddedPostgres(settings.data)
      : { url: settings.database_url, stop: () => Promise.resolve() }
  try {
    await migrate(server.url)
  } catch (fault) {
    await server.stop()
    throw fault
  }
  const pool = makePool(server.url, { role: 'hubline_app' })
  const [db, front_door] = [makeDb(pool), makeDb(makePool(server.url, { role: 'hubline_login', max: 4 }))]
  return {
    url: server.url,
    pool,
    db,
    front_door,
    close: async () => {
      await Promise.all([db.destroy(), front_door.destroy()])
      // Kysely ends only a pool that it has asked something itself.
      if (!pool.ending) await pool.end()
      await server.stop()
    },
  }
}
