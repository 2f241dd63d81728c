import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Tx } from '@hubline/db/connection.ts'
import type { Actor, Permission } from '@hubline/domain/staff/permissions.ts'
import type { Response } from 'express'
import { type RequestContext, inActorsHub } from '../trpc.ts'
import type { FilesUnderWay } from './files-under-way.ts'
import { Spool } from './spool.ts'

type Sending = {
  files: FilesUnderWay
  context: RequestContext
  res: Response
  permission: Permission
  isolation?: 'read committed' | 'repeatable read'
}

/** Makes a file inside the hub: what it writes goes out as it comes. */
type Make<T> = (tx: Tx, actor: Actor, into: Writable) => Promise<T>

/**
 * Sends a file of the hub while it is made. It is made as fast as the hub gives it and taken as slowly as its reader
 * likes: what waits lies in a temporary file, and no connection to the database waits with it. The answer is left open,
 * so that a file is whole only when whoever asked says so. `begins` waits for all of the file, and tells from its length
 * and what was made at which byte it begins.
 */
export async function sendFile<T>(
  { files, context, res, permission, isolation }: Sending,
  make: Make<T>,
  begins?: (length: number, made: T) => number,
): Promise<T> {
  const spool = await Spool.open()
  const making = files
    .make(() =>
      inActorsHub(
        context,
        permission,
        (tx, actor) => {
          files.count(res, actor)
          return make(tx, actor, spool.into)
        },
        isolation,
      ),
    )
    .then((made) => (spool.end(), made))
  making.catch((fault: unknown) => spool.end({ fault }))
  try {
    await spool.begun()
    // Its length is known when all of it is made, and not before.
    const whole = begins && (await making)
    const from = begins && whole ? begins(spool.length, whole) : 0
    // What could not be begun is told in a sentence.
    if (spool.length === 0) return await making
    await sendPieces(files, res, spool.pieces(from))
    return await making
  } finally {
    // Whoever went away has no more made for them.
    spool.into.destroy()
    await making.catch(() => undefined)
    await spool.close()
  }
}

/** Sends what comes, and leaves the answer open. A reader who takes none of it for long is let go. */
export async function sendPieces(
  { patience_ms }: FilesUnderWay,
  res: Response,
  pieces: AsyncIterable<Buffer>,
): Promise<void> {
  const hurried = async function* () {
    for await (const piece of pieces) {
      const late = setTimeout(() => res.destroy(), patience_ms)
      try {
        yield piece
      } finally {
        clearTimeout(late)
      }
    }
  }
  await pipeline(Readable.from(hurried()), res, { end: false })
}
