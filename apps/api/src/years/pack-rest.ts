import { createHash } from 'node:crypto'
import { Transform, type Readable } from 'node:stream'
import type { Request } from 'express'

/** A file's length and the mark by which the very same file is known again (its ETag). */
export type Measured = { length: number; mark: string }

/** Reads a file to its end and keeps nothing of it but its measure. */
export async function measured(file: Readable): Promise<Measured> {
  const hash = createHash('sha256')
  let length = 0
  for await (const piece of file as AsyncIterable<Buffer>) {
    hash.update(piece)
    length += piece.length
  }
  return { length, mark: `"${hash.digest('hex')}"` }
}

/** From which byte on a file that broke off is wanted: 0, all of it, unless what came before was of the same file. */
export function restWanted({ headers }: Pick<Request, 'headers'>, { length, mark }: Measured): number {
  const [, from] = /^bytes=(\d{1,15})-$/.exec(headers.range ?? '') ?? []
  return headers['if-range'] === mark && Number(from) < length ? Number(from) : 0
}

/** Lets through what lies behind a file's first bytes. */
export function behind(first: number): Transform {
  let left = first
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      const cut = Math.min(left, piece.length)
      left -= cut
      done(null, piece.subarray(cut))
    },
  })
}
