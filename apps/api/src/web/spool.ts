import { randomUUID } from 'node:crypto'
import { type FileHandle, open, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Writable } from 'node:stream'

const PIECE = 64 * 1024

/** A temporary file that has no name any more, so that whatever ends the server ends the file as well. */
export async function namelessFile(): Promise<FileHandle> {
  const place = path.join(tmpdir(), `hubline-${randomUUID()}`)
  const file = await open(place, 'wx+', 0o600)
  await unlink(place)
  return file
}

/** Writes all of a piece, however little of it is taken at a time. @throws where nothing more is taken, as by a full disk */
export async function writeWhole(file: Pick<FileHandle, 'write'>, piece: Buffer, at: number): Promise<void> {
  for (let written = 0; written < piece.length;) {
    const { bytesWritten } = await file.write(piece, written, piece.length - written, at + written)
    if (bytesWritten === 0) throw new Error('The disk takes no more of a temporary file')
    written += bytesWritten
  }
}

/** A file that is written as fast as it can be made, and read, from its first byte on, as slowly as somebody takes it. */
export class Spool {
  readonly #file: FileHandle
  #length = 0
  #ended: { fault?: unknown } | undefined
  #news = Promise.withResolvers<void>()

  private constructor(file: FileHandle) {
    this.#file = file
  }

  static async open(): Promise<Spool> {
    return new Spool(await namelessFile())
  }

  /** What is written here is in the file. Ending it does not end the file: more may have to be true of it than that. */
  readonly into = new Writable({
    write: (piece: Buffer, _encoding, done) => {
      writeWhole(this.#file, piece, this.#length).then(() => {
        this.#length += piece.length
        this.#tell()
        done()
      }, done)
    },
  })

  get length(): number {
    return this.#length
  }

  /** Nothing more comes: it is whole, or what was wrong. */
  end(ended: { fault?: unknown } = {}): void {
    this.#ended = ended
    this.#tell()
  }

  /** Once there is something in it, or nothing more comes. */
  async begun(): Promise<void> {
    while (this.#length === 0 && !this.#ended) await this.#news.promise
  }

  /** What is in it from a byte on, as it comes. @throws what it was ended with */
  async *pieces(from = 0): AsyncGenerator<Buffer, void, undefined> {
    for (let at = from; ;) {
      const news = this.#news.promise
      if (this.#ended && 'fault' in this.#ended) throw this.#ended.fault
      const many = Math.min(PIECE, this.#length - at)
      if (many <= 0) {
        if (this.#ended) return
        await news
        continue
      }
      const { buffer, bytesRead } = await this.#file.read(Buffer.alloc(many), 0, many, at)
      at += bytesRead
      yield buffer.subarray(0, bytesRead)
    }
  }

  /** Lets go of the file: what is still to be written fails. */
  async close(): Promise<void> {
    this.into.destroy()
    await this.#file.close()
  }

  #tell(): void {
    const { resolve } = this.#news
    this.#news = Promise.withResolvers<void>()
    resolve()
  }
}
