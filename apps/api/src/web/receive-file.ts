import type { Readable } from 'node:stream'
import { Problem } from '@hubline/domain/problem.ts'
import { namelessFile, writeWhole } from './spool.ts'

/** A file that can be read anywhere: so many bytes from a place on, fewer at its end. */
export type Content = { size: number; read: (from: number, many: number) => Promise<Buffer> }

type Receiving = {
  /** In bytes. */
  largest: number
  /** What is thrown where more comes. */
  too_large: () => Error
  /** How long nothing may come. */
  patience_ms: number
  /** Is shown each piece. */
  look?: (piece: Buffer) => void
}

/**
 * Receives a file as it comes and lends it to `use`. Meanwhile it lies in a temporary file without a name: whoever sends
 * slowly holds nothing else. @throws Problem 'invalid' where it stops coming
 */
export async function receiveFile<T>(
  sent: Readable,
  { largest, too_large, patience_ms, look }: Receiving,
  use: (file: Content) => Promise<T>,
): Promise<T> {
  const file = await namelessFile()
  try {
    let size = 0
    for await (const piece of arriving(sent, patience_ms)) {
      if (size + piece.length > largest) throw too_large()
      look?.(piece)
      await writeWhole(file, piece, size)
      size += piece.length
    }
    const read: Content['read'] = async (from, many) => {
      const into = Buffer.alloc(Math.max(0, Math.min(many, size - from)))
      const { bytesRead } = await file.read(into, 0, into.length, from)
      return into.subarray(0, bytesRead)
    }
    return await use({ size, read })
  } finally {
    await file.close()
  }
}

/** The pieces that are sent; what was sent of a file that is not taken stays unread. */
async function* arriving(sent: Readable, patience_ms: number): AsyncGenerator<Buffer, void, undefined> {
  const pieces = (sent.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>)[Symbol.asyncIterator]()
  for (;;) {
    const { promise: late, reject } = Promise.withResolvers<never>()
    const timer = setTimeout(
      () => reject(new Problem('invalid', 'The file stopped coming: check the connection and choose it again')),
      patience_ms,
    )
    const next = await Promise.race([pieces.next(), late]).finally(() => clearTimeout(timer))
    if (next.done) return
    yield next.value
  }
}
