import { randomBytes } from 'node:crypto'
import { hashOf } from '@hubline/db/door.ts'
import { startEmbeddedPostgres } from '@hubline/db/embedded-postgres.ts'
import type { LinkPurpose } from '@hubline/domain/staff/links.ts'
import * as pg from 'pg'

/** The secret of a link to one record, as a message would carry it: the demonstration hubs send none. */
export async function secretOf(purpose: LinkPurpose, table: string, id: string): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  const { url, stop } = await startEmbeddedPostgres(process.env['HUBLINE_SERVED_DATA'] ?? '')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(
      `insert into auth.link (token_hash, hub_id, purpose, record_id, expires_at)
        select $1, hub_id, $2, id, now() + interval '1 day' from app.${table} where id = $3`,
      [hashOf(secret), purpose, id],
    )
  } finally {
    await client.end()
    await stop()
  }
  return secret
}
