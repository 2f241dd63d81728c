import { sql } from 'kysely'
import type { TestHub } from './hub.ts'

export async function theTime(hub: TestHub): Promise<string> {
  const found = await sql<{ at: string }>`
    select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`.execute(
    hub.database.db,
  )
  return found.rows[0]?.at ?? ''
}
