import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'

export type Row = Readonly<Record<string, string>>
/** The rows of each sheet of a pack that came as a zip of CSV files, every cell as text. */
export type Pack = Readonly<Record<string, readonly Row[]>>

const END_OF_ZIP = Buffer.from([0x50, 0x4b, 5, 6])

/** @throws where the file breaks off or is damaged */
export const readPack = (place: string): Pack => packOf(readFileSync(place))

export function packOf(zip: Buffer): Pack {
  const files = Object.entries(filesIn(zip))
  return Object.fromEntries(files.map(([name, text]) => [name.replace(/\.csv$/, ''), rowsOf(text.toString('utf8'))]))
}

/** Every file of a zip by its name, unpacked. @throws where the zip breaks off or is damaged */
export const filesIn = (zip: Buffer): Readonly<Record<string, Buffer>> =>
  Object.fromEntries(entriesIn(zip).map(({ name, content }) => [name, content]))

/** `packed` as it lies in the zip; `made_on` as the zip says it, of no time zone. */
type Entry = { name: string; content: Buffer; packed: Buffer; made_on: string }

/** Every file of a zip in its order. @throws where the zip breaks off or is damaged */
export function entriesIn(zip: Buffer): Entry[] {
  const end = zip.lastIndexOf(END_OF_ZIP)
  if (end < 0) throw new Error('The file breaks off: it is no whole zip')
  const entries: Entry[] = []
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const name = zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28))
    const head = zip.readUInt32LE(at + 42)
    const from = head + 30 + zip.readUInt16LE(head + 26) + zip.readUInt16LE(head + 28)
    const packed = zip.subarray(from, from + zip.readUInt32LE(at + 20))
    const content = zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed
    if (content.length !== zip.readUInt32LE(at + 24)) throw new Error(`${name} is not as long as the zip says`)
    entries.push({ name, content, packed, made_on: dayAndTime(zip.readUInt16LE(at + 14), zip.readUInt16LE(at + 12)) })
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return entries
}

const twoDigits = (number: number) => String(number).padStart(2, '0')

/** A day since 1980 and a time in steps of two seconds, as zips have them, as `1980-01-31T23:59:58`. */
const dayAndTime = (day: number, time: number) =>
  `${1980 + (day >> 9)}-${twoDigits((day >> 5) & 15)}-${twoDigits(day & 31)}T${twoDigits(time >> 11)}:${twoDigits((time >> 5) & 63)}:${twoDigits((time & 31) * 2)}`

export function rowsOf(text: string): Row[] {
  const [header = [], ...records] = recordsOf(text.replace(/^\uFEFF/, ''))
  return records.map((cells) => Object.fromEntries(header.map((name, place) => [name, cells[place] ?? ''])))
}

/** Cells in quotes may hold commas, line ends and doubled quotes. */
function recordsOf(text: string): string[][] {
  const records: string[][] = []
  let record: string[] = []
  for (const [, quoted, plain, after] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    record.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    if (after === ',') continue
    if (record.length > 1 || record[0] !== '') records.push(record)
    record = []
  }
  return records
}
