import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import {
  type DocumentType,
  LARGEST_DOCUMENT,
  NOTHING_IN_IT,
  TOO_LARGE,
  endingOf,
  whyNot,
} from '@hubline/domain/documents/document-types.ts'
import { namelessFile } from '../web/spool.ts'
import { type Content, canBeText, typeOfContent } from './type-of-content.ts'

/** A file that is not taken, with the status that says so. */
export class RefusedFile extends Error {
  readonly status: 413 | 415

  constructor(status: 413 | 415, sentence: string) {
    super(sentence)
    this.name = 'RefusedFile'
    this.status = status
  }
}

export type TakenIn = Content & { sha256: string; media_type: DocumentType }

/**
 * Receives a file as it comes, looks at what it is, and lends it to `keep`. Meanwhile it lies in a temporary file that
 * has no name any more, so that whatever ends the server ends the file as well.
 * @throws RefusedFile
 */
export async function takeIn<T>(name: string, sent: Readable, keep: (file: TakenIn) => Promise<T>): Promise<T> {
  const file = await namelessFile()
  try {
    const hash = createHash('sha256')
    let size = 0
    let is_text = true
    for await (const piece of sent.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      if (size + piece.length > LARGEST_DOCUMENT) throw new RefusedFile(413, TOO_LARGE)
      hash.update(piece)
      is_text &&= canBeText(piece)
      await file.write(piece, 0, piece.length, size)
      size += piece.length
    }
    if (size === 0) throw new RefusedFile(415, NOTHING_IN_IT)
    const read: Content['read'] = async (from, many) => {
      const into = Buffer.alloc(Math.max(0, Math.min(many, size - from)))
      const { bytesRead } = await file.read(into, 0, into.length, from)
      return into.subarray(0, bytesRead)
    }
    const media_type = await typeOfContent({ size, read }, is_text, endingOf(name))
    const refusal = whyNot(name, media_type)
    if (media_type === undefined || refusal !== undefined) throw new RefusedFile(415, refusal ?? '')
    return await keep({ size, read, sha256: hash.digest('hex'), media_type })
  } finally {
    await file.close()
  }
}
