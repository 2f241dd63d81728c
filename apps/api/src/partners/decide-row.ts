import { DecideRow } from '@hubline/domain/partners/return-form.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { changeRecord } from '../records/change-record.ts'
import { writes } from '../trpc.ts'
import { judgeReturn, rowsKept } from './judge-return.ts'
import { waitingReturn } from './waiting-return.ts'

/** Says which business a row of a received return means, that it is a new one, or takes that back. */
export const decideRow = writes('partner:receive')
  .input(DecideRow)
  .mutation(async ({ ctx: { db, actor }, input: { id, version, decision } }) => {
    const { hub_id, adviser_id } = actor
    const kept = await db
      .selectFrom('partner_return_row')
      .select('partner_return_id')
      .where('hub_id', '=', hub_id)
      .where('id', '=', id)
      .executeTakeFirst()
    if (!kept) throw new Problem('not_found', 'That row is not in your hub: reload the page')
    const of = { hub_id, id: kept.partner_return_id }
    const { organisation_id } = await waitingReturn(db, of)
    const business_id = decision?.is === 'business' ? decision.business_id : null
    if (business_id !== null) {
      const rows = (await rowsKept(db, of)).filter((row) => row.id === id)
      const [row] = await judgeReturn(db, { hub_id, organisation_id, rows })
      if (!row?.candidates.some((each) => each.id === business_id))
        throw new Problem('invalid', 'That business is none of those alike: choose again', 'decision')
    }
    const values = {
      decided: decision?.is ?? null,
      decided_business_id: business_id,
      decided_by: decision === null ? null : adviser_id,
    }
    return { version: await changeRecord(db, { kind: 'partner_return_row', hub_id, id, version, values }) }
  })
