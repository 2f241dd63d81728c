import type { Tx } from '@hubline/db/connection.ts'
import { sql } from 'kysely'
import { makeLink } from '../by-link.ts'

const OPEN_DAYS = 60

/** A link by which a client reads and agrees the plan of one review; nothing where no review took place. */
export async function planLink(tx: Tx, review_id: string, public_url: string): Promise<string | undefined> {
  const wanted = await sql<{ until: Date }>`select now() + make_interval(days => ${OPEN_DAYS}) as until
    from app.skills_review r where r.hub_id = app.hub() and r.id = ${review_id} and r.held_on is not null and r.voided_at is null`.execute(
    tx,
  )
  const [row] = wanted.rows
  if (!row) return undefined
  const token = await makeLink(tx, { purpose: 'agree_plan', record_id: review_id, until: row.until })
  return new URL(`/plan/${token}`, public_url).href
}
