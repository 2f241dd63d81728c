import { WithdrawDocument } from '@hubline/domain/documents/attach-document.ts'
import { sql } from 'kysely'
import { changeRecord } from '../records/change-record.ts'
import { writes } from '../trpc.ts'
import { noteDocument } from './note-document.ts'

/** Takes a document back with a reason: it proves nothing any more and is in no audit pack. Its bytes are kept. */
export const withdrawDocument = writes('document:attach')
  .input(WithdrawDocument)
  .mutation(async ({ ctx: { db, actor }, input: { id, version, reason } }) => {
    const { hub_id, adviser_id } = actor
    const values = { voided_at: sql`now()`, voided_by: adviser_id, void_reason: reason }
    const withdrawn = await changeRecord(db, { kind: 'document', hub_id, id, version, values })
    await noteDocument(db, hub_id, 'document.withdrawn', { id })
    return { version: withdrawn }
  })
