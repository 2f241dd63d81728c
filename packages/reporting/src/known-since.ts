import type { Db } from '@hubline/db/connection.ts'
import { sql } from 'kysely'

/** When the hub itself was first recorded here: of what was known before, nothing can be said. Null for no such hub. */
export async function knownSince(db: Db, hub_id: string): Promise<Date | null> {
  const found = await sql<{ at: Date | null }>`
    select min(at) as at from (
      select recorded_at as at from app.hub where hub_id = ${hub_id}
      union all select valid_from from app.history where hub_id = ${hub_id} and kind = 'hub') as version`.execute(db)
  return found.rows[0]?.at ?? null
}
