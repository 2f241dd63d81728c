import { UnreadableFile } from './unreadable-file.ts'

/** Bytes looked at in one go: large enough to be quick, small enough that a file of any size stays out of memory. */
const SLICE = 256 * 1024
const ENOUGH = 64 * 1024

const SAVE_AS_UTF8 = 'Open it in a spreadsheet and save it as "CSV UTF-8"'

const SIGNATURES = [
  {
    bytes: [0xff, 0xfe],
    reason: 'wrong_encoding',
    sentence: 'The file is UTF-16 text, not UTF-8',
    advice: SAVE_AS_UTF8,
  },
  {
    bytes: [0xfe, 0xff],
    reason: 'wrong_encoding',
    sentence: 'The file is UTF-16 text, not UTF-8',
    advice: SAVE_AS_UTF8,
  },
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    reason: 'not_text',
    sentence: 'The file is a workbook, not a CSV file',
    advice: SAVE_AS_UTF8,
  },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    reason: 'not_text',
    sentence: 'The file is a workbook, not a CSV file',
    advice: SAVE_AS_UTF8,
  },
] as const

/**
 * The text of a UTF-8 file, piece by piece, without its byte order mark.
 * @throws UnreadableFile when the bytes are not UTF-8 text, naming the line and the byte
 */
export async function* decodeUtf8(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const before: Before = { lines: 0, bytes: 0, unfinished: Buffer.alloc(0) }
  for await (const slice of slicesOf(source)) {
    if (before.bytes === 0) refuseOtherFormats(slice)
    refuseNul(slice, before.lines)
    const text = decodeSlice(decoder, slice)
    if (text === undefined) throw notUtf8(slice, before)
    before.lines += lineFeedsIn(slice, slice.length)
    before.bytes += slice.length
    before.unfinished = unfinishedAtEndOf(Buffer.concat([before.unfinished, slice.subarray(-3)]))
    yield text
  }
  if (before.unfinished.length > 0) throw notUtf8(Buffer.alloc(0), before)
}

/** What was read before the slice in hand; `unfinished` are the first bytes of a character that the slice ends. */
type Before = { lines: number; bytes: number; unfinished: Buffer }

/** Joins crumbs and cuts loaves, so that each slice is worth the trouble and none is large. */
async function* slicesOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = []
  let length = 0
  for await (const chunk of source) {
    held.push(chunk)
    length += chunk.length
    if (length < ENOUGH) continue
    yield* cut(held)
    held = []
    length = 0
  }
  yield* cut(held)
}

function* cut(held: readonly Uint8Array[]): Generator<Buffer> {
  const [only] = held
  const whole =
    held.length === 1 && only ? Buffer.from(only.buffer, only.byteOffset, only.byteLength) : Buffer.concat(held)
  for (let at = 0; at < whole.length; at += SLICE) yield whole.subarray(at, at + SLICE)
}

function decodeSlice(decoder: TextDecoder, slice: Buffer): string | undefined {
  try {
    return decoder.decode(slice, { stream: true })
  } catch {
    return undefined
  }
}

function refuseOtherFormats(start: Buffer): void {
  for (const { bytes, ...refusal } of SIGNATURES)
    if (bytes.every((byte, index) => start[index] === byte)) throw new UnreadableFile({ line: 1, ...refusal })
}

function refuseNul(slice: Buffer, lines: number): void {
  const at = slice.indexOf(0)
  if (at < 0) return
  throw new UnreadableFile({
    reason: 'nul',
    line: lines + 1 + lineFeedsIn(slice, at),
    sentence: 'There is a NUL byte here, which no text holds',
    advice: `The file may be damaged or be UTF-16. ${SAVE_AS_UTF8}`,
  })
}

/** Finds the byte at which the text stops being UTF-8 by reading again, one byte at a time. */
function notUtf8(slice: Buffer, before: Before): UnreadableFile {
  const bytes = Buffer.concat([before.unfinished, slice])
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let start = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const text = decodeSlice(decoder, bytes.subarray(at, at + 1))
    if (text === undefined) break
    if (text !== '') start = at + 1
  }
  const position = before.bytes - before.unfinished.length + start + 1
  const byte = bytes.subarray(start, start + 1)
  return new UnreadableFile({
    reason: 'wrong_encoding',
    line: before.lines + 1 + lineFeedsIn(bytes, start),
    sentence: `Byte ${position} of the file is ${byte.toString('hex').toUpperCase()}, which is not UTF-8 text${guess(byte)}`,
    advice: SAVE_AS_UTF8,
  })
}

function guess(byte: Buffer): string {
  const letter = new TextDecoder('windows-1252').decode(byte)
  return /^[\p{L}\p{P}\p{S}]$/u.test(letter) ? ` (in the older Windows encoding it stands for "${letter}")` : ''
}

function lineFeedsIn(bytes: Buffer, end: number): number {
  let found = 0
  for (let at = bytes.indexOf(10); at >= 0 && at < end; at = bytes.indexOf(10, at + 1)) found += 1
  return found
}

/** The last bytes of valid UTF-8 when they begin a character without ending it. */
function unfinishedAtEndOf(bytes: Buffer): Buffer {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) break
    if (byte < 0xc0) continue
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
    return back < needed ? Buffer.from(bytes.subarray(-back)) : Buffer.alloc(0)
  }
  return Buffer.alloc(0)
}
