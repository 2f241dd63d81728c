import { WithdrawDocument } from '@hubline/domain/documents/attach-document.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { may } from '@hubline/domain/staff/permissions.ts'
import { sql } from 'kysely'
import { changeRecord } from '../records/change-record.ts'
import { writes } from '../trpc.ts'
import { noteDocument } from './note-document.ts'

/** Takes a document back with a reason, as whoever attached it or a lead of the hub may: it proves nothing any more and is in no audit pack. Its bytes are kept. */
export const withdrawDocument = writes('document:attach')
  .input(WithdrawDocument)
  .mutation(async ({ ctx: { db, actor }, input: { id, version, reason } }) => {
    const { hub_id, adviser_id } = actor
    const document = await db
      .selectFrom('document')
      .select('attached_by')
      .where('hub_id', '=', hub_id)
      .where('id', '=', id)
      .executeTakeFirst()
    if (document && document.attached_by !== adviser_id && !may(actor, 'record:void'))
      throw new Problem(
        'not_allowed',
        'A document is withdrawn by whoever attached it, or by a manager: ask one of them',
      )
    const values = { voided_at: sql`now()`, voided_by: adviser_id, void_reason: reason }
    const withdrawn = await changeRecord(db, { kind: 'document', hub_id, id, version, values })
    await noteDocument(db, hub_id, 'document.withdrawn', { id })
    return { version: withdrawn }
  })
