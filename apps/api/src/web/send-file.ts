import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Tx } from '@hubline/db/connection.ts'
import type { Actor, Permission } from '@hubline/domain/staff/permissions.ts'
import type { Response } from 'express'
import { type RequestContext, inActorsHub } from '../trpc.ts'
import type { FilesUnderWay } from './files-under-way.ts'
import { Spool } from './spool.ts'
import { ReaderLeft } from './told.ts'

type Sending = {
  files: FilesUnderWay
  context: RequestContext
  res: Response
  permission: Permission
  isolation?: 'read committed' | 'repeatable read'
}

/** Makes a file inside the hub: what it writes goes out as it comes. */
type Make<T> = (tx: Tx, actor: Actor, into: Writable) => Promise<T>

type Ways<T> = {
  /** Told of what was made, once its transaction is over and before the last of it goes out. */
  made?: (made: T) => Promise<unknown>
  /** Waits for all of the file, and tells from its length and what was made at which byte it begins. */
  begins?: ((length: number, made: T) => number) | undefined
}

/**
 * Sends a file of the hub while it is made. It is made as fast as the hub gives it and taken as slowly as its reader
 * likes: what waits lies in a temporary file, and no connection to the database waits with it. The answer is left open,
 * so that a file is whole only when whoever asked says so. @throws ReaderLeft where nobody takes it any more: no more of it is made
 */
export async function sendFile<T>(
  { files, context, res, permission, isolation }: Sending,
  make: Make<T>,
  { made: tell, begins }: Ways<T> = {},
): Promise<T> {
  // It counts while it waits for its place.
  const account_id = await inActorsHub(context, permission, (_tx, actor) => {
    files.count(res, actor)
    return Promise.resolve(actor.account_id)
  })
  const spool = await Spool.open()
  const leave = () => void spool.into.destroy()
  res.once('close', leave)
  const made = async () => {
    const found = await inActorsHub(context, permission, (tx, actor) => make(tx, actor, spool.into), isolation)
    await tell?.(found)
    return found
  }
  const making = files.make(res, account_id, made).catch((fault: unknown) => {
    throw res.closed ? new ReaderLeft() : fault
  })
  making.then(
    () => spool.end(),
    (fault: unknown) => spool.end({ fault }),
  )
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
    leave()
    res.off('close', leave)
    await making.catch(() => undefined)
    await spool.close()
  }
}

/**
 * Sends what comes, and leaves the answer open. A reader who takes none of it for long is let go, at its end as well.
 * @throws ReaderLeft
 */
export async function sendPieces(
  { patience_ms }: FilesUnderWay,
  res: Response,
  pieces: AsyncIterable<Buffer>,
): Promise<void> {
  const hurry = () => setTimeout(() => res.destroy(), patience_ms)
  const hurried = async function* () {
    for await (const piece of pieces) {
      const late = hurry()
      try {
        yield piece
      } finally {
        clearTimeout(late)
      }
    }
  }
  if (res.closed) throw new ReaderLeft()
  await pipeline(Readable.from(hurried()), res, { end: false }).catch((fault: unknown) => {
    throw isLeft(fault) ? new ReaderLeft() : fault
  })
  // The last of it is still on the way.
  const late = hurry()
  res.once('close', () => clearTimeout(late))
}

const isLeft = (fault: unknown): boolean =>
  fault instanceof Error && 'code' in fault && fault.code === 'ERR_STREAM_PREMATURE_CLOSE'
