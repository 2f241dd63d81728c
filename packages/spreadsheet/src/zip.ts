import { PassThrough, Readable } from 'node:stream'
import { ZipFile } from 'yazl'

export type ZipEntry = {
  name: string
  /** Text or bytes in pieces, made as fast as they are taken. */
  pieces: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>
  /** False for what is compressed already. */
  compress?: boolean
}

/** The first day that a zip file can name, by the clock on the wall wherever it is made: the same content, the same bytes. */
const MADE_AT = new Date(1980, 0, 1)
const ALWAYS = { mtime: MADE_AT, mode: 0o100644, forceDosTimestamp: true }

/**
 * Files in a zip, streamed one after the other with flat memory. `first` stands before them uncompressed. The stream
 * fails where a file's pieces do, and is then never a whole zip.
 */
export function zipOf(entries: readonly ZipEntry[], first?: { name: string; text: string }): Readable {
  const zip = new ZipFile()
  const out = new PassThrough()
  if (first) zip.addBuffer(Buffer.from(first.text), first.name, { ...ALWAYS, compress: false })
  zip.on('error', (fault: Error) => out.destroy(fault))
  const sources = entries.map(({ name, pieces, compress = true }) => {
    const source = Readable.from(encoded(pieces), { objectMode: false })
    source.once('error', (fault) => out.destroy(fault))
    zip.addReadStream(source, name, { ...ALWAYS, compress })
    return source
  })
  // Who stops reading lets go of what the pieces are read from.
  out.once('close', () => sources.forEach((source) => source.destroy()))
  zip.end()
  zip.outputStream.pipe(out)
  return out
}

async function* encoded(pieces: ZipEntry['pieces']): AsyncGenerator<Buffer, void, undefined> {
  for await (const piece of pieces) yield Buffer.from(piece)
}
