import type { Tx } from '@hubline/db/connection.ts'
import type { Day } from '@hubline/domain/day.ts'
import { sql } from 'kysely'
import { idsOf } from '../records/client.ts'
import { inHandSql } from './candidates-sql.ts'

/** The offer to a business that waits for its answer and that nobody has forgotten, if there is one. */
export async function waitingOfferOf(
  tx: Tx,
  { hub_id, business_id, today }: { hub_id: string; business_id: string; today: Day },
): Promise<{ id: string; version: number; offered_on: Day } | undefined> {
  const survivor = sql`(select b.counts_as_id from app.business b where b.hub_id = ${hub_id} and b.id = ${business_id})`
  const found = await sql<{
    id: string
    version: number
    offered_on: Day
  }>`select r.id, r.version, r.offered_on from app.skills_review r
    where r.hub_id = ${hub_id} and r.business_id = any (${idsOf('business', hub_id, survivor)}) and r.status = 'offered'
      and r.voided_at is null and ${inHandSql(today)}
    order by r.offered_on desc, r.id desc limit 1`.execute(tx)
  return found.rows[0]
}
