import { LookThrough } from '@hubline/domain/documents/look-through.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { sql } from 'kysely'
import { writes } from '../trpc.ts'
import { noteDocument } from './note-document.ts'

/** Says that a document was looked through, and erases it where there is something of who was erased in it. */
export const lookThrough = writes('client:erase')
  .input(LookThrough)
  .mutation(async ({ ctx: { db, actor }, input: { erasure_id, document_id, found } }) => {
    const { hub_id, adviser_id } = actor
    const look = await db
      .updateTable('document_look')
      .set({ found, looked_at: sql`now()`, looked_by: adviser_id })
      .where('hub_id', '=', hub_id)
      .where('erasure_id', '=', erasure_id)
      .where('document_id', '=', document_id)
      .where('found', 'is', null)
      .returning('document_id')
      .executeTakeFirst()
    if (!look)
      throw new Problem('not_found', 'That document is not to be looked through, or somebody did: reload the page')
    if (found === 'theirs') await sql`select app.erase_document(${document_id})`.execute(db)
    await noteDocument(db, hub_id, 'document.looked_through', { id: document_id, found })
    return { found }
  })
