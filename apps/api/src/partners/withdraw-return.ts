import { WithdrawReturn } from '@hubline/domain/partners/return-form.ts'
import type { Tx } from '@hubline/db/connection.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { sql } from 'kysely'
import { changeRecord } from '../records/change-record.ts'
import { writes } from '../trpc.ts'

/** Takes a return out of every count with all its rows and its number. Businesses that it brought stay registered. */
export const withdrawReturn = writes('partner:receive')
  .input(WithdrawReturn)
  .mutation(async ({ ctx: { db, actor }, input: { id, version, reason } }) => {
    const { hub_id, adviser_id } = actor
    const values = { voided_at: sql`now()`, voided_by: adviser_id, void_reason: reason }
    await mustRepeatNothing(db, hub_id, id)
    const voided = await changeRecord(db, { kind: 'partner_return', hub_id, id, version, values })
    const gone = sql`set voided_at = now(), voided_by = ${adviser_id}, void_reason = ${reason}`
    await sql`update app.partner_support s ${gone} from app.partner_return_row r
      where r.hub_id = ${hub_id} and r.partner_return_id = ${id} and s.hub_id = r.hub_id and s.id = r.partner_support_id and s.voided_at is null`.execute(
      db,
    )
    await sql`update app.partner_total t ${gone} from app.partner_return r
      where r.hub_id = ${hub_id} and r.id = ${id} and t.hub_id = r.hub_id and t.id = r.partner_total_id and t.voided_at is null`.execute(
      db,
    )
    return { version: voided }
  })

/** @throws Problem 'invalid' where another return that was taken in rests on what this one told */
async function mustRepeatNothing(tx: Tx, hub_id: string, id: string): Promise<void> {
  const found = await sql<{ reference: string }>`
    select distinct r.reference from app.partner_return_row own
      join app.partner_return_row w on w.hub_id = own.hub_id and w.repeats_id = own.partner_support_id
      join app.partner_return r on r.hub_id = w.hub_id and r.id = w.partner_return_id
    where own.hub_id = ${hub_id} and own.partner_return_id = ${id} and r.id <> ${id} and r.voided_at is null and not r.awaits
    order by r.reference limit 5`.execute(tx)
  if (found.rows.length === 0) return
  const others = found.rows.map(({ reference }) => reference).join(', ')
  throw new Problem(
    'invalid',
    `${others} repeats rows of this return, which would then count nowhere: withdraw it first, and bring it in again after`,
    'reason',
  )
}
