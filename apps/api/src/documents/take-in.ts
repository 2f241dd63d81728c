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
import { type Content, receiveFile } from '../web/receive-file.ts'
import { canBeText, typeOfContent } from './type-of-content.ts'

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

/** Receives a file, looks at what it is, and lends it to `keep`. @throws RefusedFile, Problem 'invalid' */
export async function takeIn<T>(
  { name, sent, patience_ms }: { name: string; sent: Readable; patience_ms: number },
  keep: (file: TakenIn) => Promise<T>,
): Promise<T> {
  const hash = createHash('sha256')
  let is_text = true
  const look = (piece: Buffer) => {
    hash.update(piece)
    is_text &&= canBeText(piece)
  }
  const too_large = () => new RefusedFile(413, TOO_LARGE)
  return receiveFile(sent, { largest: LARGEST_DOCUMENT, too_large, patience_ms, look }, async (content) => {
    if (content.size === 0) throw new RefusedFile(415, NOTHING_IN_IT)
    const media_type = await typeOfContent(content, is_text, endingOf(name))
    const refusal = whyNot(name, media_type)
    if (media_type === undefined || refusal !== undefined) throw new RefusedFile(415, refusal ?? '')
    return keep({ ...content, sha256: hash.digest('hex'), media_type })
  })
}
