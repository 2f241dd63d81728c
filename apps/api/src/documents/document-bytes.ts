import type { Tx } from '@hubline/db/connection.ts'

/** How many bytes of a document one row holds: what a request of it needs of memory. */
export const PIECE = 512 * 1024

/** Asks something of the hub in a transaction of its own. */
export type Ask = <R>(work: (tx: Tx) => Promise<R>) => Promise<R>

/**
 * The bytes of a document, read as fast as they are taken. Pieces never change, so each is asked for in a transaction of
 * its own: whoever reads slowly holds no connection meanwhile.
 */
export async function* bytesOf(ask: Ask, hub_id: string, document_id: string): AsyncGenerator<Buffer, void, undefined> {
  for (let place = 0; ; place++) {
    const part = await ask((tx) =>
      tx
        .selectFrom('document_part')
        .select('bytes')
        .where('hub_id', '=', hub_id)
        .where('document_id', '=', document_id)
        .where('place', '=', place)
        .executeTakeFirst(),
    )
    if (!part) return
    yield Buffer.from(part.bytes)
  }
}
