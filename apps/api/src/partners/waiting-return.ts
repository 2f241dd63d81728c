import type { Tx } from '@hubline/db/connection.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { sql } from 'kysely'

/** Two people who bring the same list wait for each other. @throws Problem 'invalid' */
export async function holdPartner(tx: Tx, hub_id: string, id: string): Promise<void> {
  const held = await sql`select from app.organisation where hub_id = ${hub_id} and id = ${id} and voided_at is null
    for no key update`.execute(tx)
  if (held.rows.length === 0)
    throw new Problem('invalid', 'That partner is not in your hub: choose it again', 'organisation_id')
}

type Waiting = { organisation_id: string; year: string; awaits: boolean; voided: boolean }

/**
 * A return that waits to be taken in, held so that nobody takes it in or out meanwhile.
 * @throws Problem 'not_found'; 'stale' where it was taken in or withdrawn
 */
export async function waitingReturn(tx: Tx, { hub_id, id }: { hub_id: string; id: string }): Promise<Waiting> {
  const found = await sql<Waiting>`select organisation_id, year, awaits, voided_at is not null as voided
    from app.partner_return where hub_id = ${hub_id} and id = ${id} for no key update`.execute(tx)
  const [waiting] = found.rows
  if (!waiting) throw new Problem('not_found', 'That return is not in your hub: choose it again')
  if (waiting.voided) throw new Problem('stale', 'Someone withdrew this return: reload the page to see why')
  if (!waiting.awaits) throw new Problem('stale', 'Someone took this return in: reload the page to see it')
  return waiting
}
