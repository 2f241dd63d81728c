import type { Tx } from '@hubline/db/connection.ts'

/** How many bytes of a document one row holds: what a request of it needs of memory. */
export const PIECE = 512 * 1024

/** The bytes of a document, read as fast as they are taken. */
export async function* bytesOf(tx: Tx, hub_id: string, document_id: string): AsyncGenerator<Buffer, void, undefined> {
  for (let place = 0; ; place++) {
    const part = await tx
      .selectFrom('document_part')
      .select('bytes')
      .where('hub_id', '=', hub_id)
      .where('document_id', '=', document_id)
      .where('place', '=', place)
      .executeTakeFirst()
    if (!part) return
    yield Buffer.from(part.bytes)
  }
}
