import { createHash, randomUUID } from 'node:crypto'
import type { Tx } from '@hubline/db/connection.ts'

/** The name of the document of an interaction. */
export type DocumentIds = { document_id: string }

type Where = { hub_id: string; interaction_id: string; adviser_id: string; word: string }

/** A document of an interaction, in whose name and text the word stands. */
export async function aDocumentSituation(
  tx: Tx,
  { hub_id, interaction_id, adviser_id, word }: Where,
): Promise<DocumentIds> {
  const bytes = Buffer.from(`Log of ${word}`)
  const { id } = await tx
    .insertInto('document')
    .values({
      hub_id,
      reference: `X-${word}-${randomUUID()}`,
      name: `${word}.txt`,
      media_type: 'text/plain',
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      attached_by: adviser_id,
      interaction_id,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx.insertInto('document_part').values({ hub_id, document_id: id, place: 0, bytes }).execute()
  return { document_id: id }
}

/** The name of nothing. */
export const noDocument = (): DocumentIds => ({ document_id: randomUUID() })
