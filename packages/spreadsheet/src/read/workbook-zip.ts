import type { Readable } from 'node:stream'
import { type Entry, fromBufferPromise } from 'yauzl'
import { DAMAGED, TOO_MUCH, UnreadableWorkbook } from './unreadable-workbook.ts'

const MOST_ENTRIES = 200
/** Bytes of all files of a zip together, once they are unpacked. */
const MOST_UNPACKED = 64 * 1024 * 1024

/** The files of a zip; `read` gives the bytes of one, undefined where there is none of that name. */
export type WorkbookZip = {
  names: ReadonlySet<string>
  read: (name: string) => Promise<AsyncIterable<Buffer> | undefined>
}

/**
 * Opens a zip in memory. What it says of its sizes is looked at before anything is unpacked, and held to while it is.
 * @throws UnreadableWorkbook where it holds too much, is locked, or is no zip
 */
export async function openZip(bytes: Buffer): Promise<WorkbookZip> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true })
  if (zip.entryCount > MOST_ENTRIES) throw new UnreadableWorkbook(TOO_MUCH)
  const entries = new Map<string, Entry>()
  let declared = 0
  for await (const entry of zip.eachEntry()) {
    declared += entry.uncompressedSize
    if (declared > MOST_UNPACKED) throw new UnreadableWorkbook(TOO_MUCH)
    if (!entries.has(entry.fileName)) entries.set(entry.fileName, entry)
  }
  let unpacked = 0
  async function* counted(stream: Readable): AsyncGenerator<Buffer> {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      unpacked += piece.length
      if (unpacked > MOST_UNPACKED) throw new UnreadableWorkbook(TOO_MUCH)
      yield piece
    }
  }
  return {
    names: new Set(entries.keys()),
    read: async (name) => {
      const entry = entries.get(name)
      if (!entry) return undefined
      if (entry.isEncrypted())
        throw new UnreadableWorkbook('The file has a password: save it without one and send that')
      if (!entry.canDecodeFileData()) throw new UnreadableWorkbook(DAMAGED)
      return counted(await zip.openReadStreamPromise(entry))
    },
  }
}
