import type { DocumentType } from '@hubline/domain/documents/document-types.ts'
import type { Content } from '../web/receive-file.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const OPEN_TEXT = 'application/vnd.oasis.opendocument.text'

/**
 * What a file is by its content, or undefined for anything that is not taken. Text says so by `is_text`; whether it is a
 * list is told by its name alone.
 */
export async function typeOfContent(
  content: Content,
  is_text: boolean,
  ending: string,
): Promise<DocumentType | undefined> {
  const head = await content.read(0, 1024)
  if (head.subarray(0, 5).toString('latin1') === '%PDF-') return 'application/pdf'
  if (head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg'
  if (head.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'))) return 'image/png'
  if (head.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return typeOfZip(content, head)
  if (is_text) return ending === 'csv' ? 'text/csv' : 'text/plain'
  return undefined
}

async function typeOfZip(content: Content, head: Buffer): Promise<DocumentType | undefined> {
  // An OpenDocument file says what it is in its first entry, which is not compressed (ODF 1.3 part 2, 3.3).
  if (head.subarray(30, 38 + OPEN_TEXT.length).toString('latin1') === `mimetype${OPEN_TEXT}`) return OPEN_TEXT
  const names = await namesInZip(content)
  // What carries programs is neither.
  if (!names.has('[Content_Types].xml') || [...names].some((name) => name.endsWith('vbaProject.bin'))) return undefined
  if (names.has('word/document.xml')) return WORD
  return names.has('xl/workbook.xml') ? EXCEL : undefined
}

/** Of the record that ends a zip: its length without a comment, and the longest that there is (APPNOTE 6.3.10, 4.3.16). */
const END_RECORD = 22
const LONGEST_END = END_RECORD + 0xff_ff
const LONGEST_DIRECTORY = 1024 * 1024
const ENTRY = 46

/** The names in the directory of a zip; none where it has no directory that can be read, or one that is far too long. */
async function namesInZip({ size, read }: Content): Promise<Set<string>> {
  const names = new Set<string>()
  const tail = await read(Math.max(0, size - LONGEST_END), LONGEST_END)
  const end = tail.lastIndexOf('PK\u0005\u0006', tail.length, 'latin1')
  if (end < 0 || end + END_RECORD > tail.length) return names
  const [length, from] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)]
  if (length > LONGEST_DIRECTORY) return names
  const directory = await read(from, length)
  for (let at = 0; at + ENTRY <= directory.length;) {
    if (directory.readUInt32LE(at) !== 0x02_01_4b_50) break
    const long = directory.readUInt16LE(at + 28)
    names.add(directory.subarray(at + ENTRY, at + ENTRY + long).toString('utf8'))
    at += ENTRY + long + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return names
}

/** Whether all of these bytes can be text: no signs that only programs write. */
export const canBeText = (bytes: Buffer): boolean =>
  bytes.every((byte) => (byte >= 0x20 && byte !== 0x7f) || byte === 0x09 || byte === 0x0a || byte === 0x0d)
