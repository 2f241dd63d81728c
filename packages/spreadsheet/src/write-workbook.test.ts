import { buffer } from 'node:stream/consumers'
import { inflateRawSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import type { Sheet, SheetRow } from './sheet.ts'
import { writeCsvZip } from './write-csv-zip.ts'
import { writeOds } from './write-ods.ts'
import { writeXlsx } from './write-xlsx.ts'

const WRITERS = { xlsx: writeXlsx, ods: writeOds, zip: writeCsvZip }
const FORMATS = Object.keys(WRITERS) as (keyof typeof WRITERS)[]

const COLUMNS = [
  { name: 'ref', is: 'text' },
  { name: 'hours', is: 'number' },
  { name: 'paid', is: 'money' },
  { name: 'on', is: 'day' },
] as const
const sheet = (rows: Iterable<SheetRow>, name = 'Work done'): Sheet => ({ name, columns: COLUMNS, rows: () => rows })
const STRANGE = '<b>&"quoted"</b>  two  spaces\tand _x0041_ \u0001\uFFFE\uD800'
const ROWS: SheetRow[] = [
  ['01000000', '7.25', '1234567.5', '2022-03-31'],
  ['=1+1', '-3', '0', '1900-01-05'],
  [STRANGE, null, null, null],
]

/** The files of a zip, read from its own list at its end. */
function unzip(zip: Buffer): Map<string, string> {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const files = new Map<string, string>()
  let at = zip.readUInt32LE(end + 16)
  for (let file = 0; file < zip.readUInt16LE(end + 10); file += 1) {
    const [packed, size] = [zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24)]
    const [name, extra, comment] = [28, 30, 32].map((place) => zip.readUInt16LE(at + place)) as [number, number, number]
    const head = zip.readUInt32LE(at + 42)
    const from = head + 30 + zip.readUInt16LE(head + 26) + zip.readUInt16LE(head + 28)
    const body = zip.subarray(from, from + packed)
    const text = zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(body) : body
    expect(text).toHaveLength(size)
    files.set(zip.toString('utf8', at + 46, at + 46 + name), text.toString())
    at += 46 + name + extra + comment
  }
  return files
}

const written = async (format: keyof typeof WRITERS, sheets: readonly Sheet[]) =>
  unzip(await buffer(WRITERS[format](sheets)))
const plain = (xml: string) =>
  xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

describe('a workbook of Excel', () => {
  test('keeps references as text, and numbers, money and days as what they are', async () => {
    const xml = (await written('xlsx', [sheet(ROWS)])).get('xl/worksheets/sheet1.xml') ?? ''
    const cells = [...xml.matchAll(/<c r="(\w+)" s="(\d)"(?: t="inlineStr")?>(?:<is><t[^>]*>|<v>)([^]*?)</g)].map(
      ([, place, look, text]) => [place, look, plain(text ?? '')],
    )
    expect(cells.slice(4)).toEqual([
      ['A2', '1', '01000000'],
      ['B2', '0', '7.25'],
      ['C2', '2', '1234567.50'],
      ['D2', '3', '44651'],
      ['A3', '1', '=1+1'],
      ['B3', '0', '-3'],
      ['C3', '2', '0.00'],
      // Its calendar is wrong before March 1900, so such a day is text.
      ['D3', '1', '1900-01-05'],
      ['A4', '1', '<b>&"quoted"</b>  two  spaces\tand _x005F_x0041_ \uFFFD'],
    ])
    expect(xml).toContain('<autoFilter ref="A1:D4"/>')
    expect(xml).not.toContain('<f>')
  })

  test('names its sheets, and has a date look of day, month and year', async () => {
    const files = await written('xlsx', [sheet([], "Jobs & people's")])
    expect(files.get('xl/workbook.xml')).toContain(`name="Jobs &amp; people's"`)
    expect(files.get('xl/styles.xml')).toContain('formatCode="dd/mm/yyyy"')
  })
})

describe('an OpenDocument workbook', () => {
  test('says first what it is, and keeps text, numbers, money and days apart', async () => {
    const zip = await buffer(writeOds([sheet(ROWS)]))
    expect(zip.toString('latin1', 30, 84)).toBe('mimetypeapplication/vnd.oasis.opendocument.spreadsheet')
    const xml = unzip(zip).get('content.xml') ?? ''
    const cells = [...xml.matchAll(/office:(?:date-)?value="([^"]*)"|<text:p>([^]*?)<\/text:p>/g)].map(
      ([, value, text]) => value ?? plain(text ?? ''),
    )
    expect(cells).toEqual([
      ...COLUMNS.map(({ name }) => name),
      '01000000',
      '7.25',
      '1234567.50',
      '2022-03-31',
      '=1+1',
      '-3',
      '0.00',
      '1900-01-05',
      '<b>&"quoted"</b><text:s text:c="2"/>two<text:s text:c="2"/>spaces<text:tab/>and _x0041_ \uFFFD',
    ])
    expect(xml).not.toContain('table:formula')
  })
})

test('a zip of CSV files has a file for each sheet, harmless in a spreadsheet', async () => {
  const files = await written('zip', [sheet(ROWS), sheet([], 'Nothing')])
  expect([...files.keys()]).toEqual(['Work done.csv', 'Nothing.csv'])
  expect(parse(files.get('Work done.csv') ?? '', { bom: true })).toEqual([
    ['ref', 'hours', 'paid', 'on'],
    ['01000000', '7.25', '1234567.50', '2022-03-31'],
    [`'=1+1`, '-3', '0.00', '1900-01-05'],
    [STRANGE.toWellFormed(), '', '', ''],
  ])
})

test.each(FORMATS)('the same content gives the same bytes as %s', async (format) => {
  const [one, other] = [await buffer(WRITERS[format]([sheet(ROWS)])), await buffer(WRITERS[format]([sheet(ROWS)]))]
  expect(one.equals(other)).toBe(true)
})

function* runningOut(): Generator<SheetRow> {
  yield ['one', '1', '1', '2022-01-01']
  throw new Error('The rows ran out')
}

test.each(FORMATS)('a sheet that fails half-way leaves no whole %s', async (format) => {
  await expect(buffer(WRITERS[format]([sheet(runningOut())]))).rejects.toThrow('The rows ran out')
})

test.each(FORMATS)('who stops reading a %s lets go of its rows', async (format) => {
  let isLetGo = false
  function* rows(): Generator<SheetRow> {
    try {
      for (;;) yield [String(Math.random()).repeat(20), '1', '1', '2022-01-01']
    } finally {
      isLetGo = true
    }
  }
  const stream = WRITERS[format]([sheet(rows())])
  let read = 0
  for await (const chunk of stream) if ((read += (chunk as Buffer).length) > 100_000) break
  await expect.poll(() => isLetGo).toBe(true)
})

test.each([
  ['a number', ['x', '1,5', null, null], 'a cell of hours is no number'],
  ['money', ['x', null, '1.234', null], 'a cell of paid is no money'],
  ['a day', ['x', null, null, '31/03/2022'], 'a cell of on is no day'],
  ['a row', ['x'], 'has 1 cells, its header 4'],
])('%s that is none is refused', async (_what, row, words) => {
  await expect(buffer(writeCsvZip([sheet([row])]))).rejects.toThrow(words)
})

test.each(['', 'a/b', 'a'.repeat(32), "'quoted", 'History', '[x]'])('a sheet cannot be called "%s"', (name) => {
  expect(() => writeXlsx([sheet([], name)])).toThrow('cannot be called')
})

test('two sheets cannot have one name', () => {
  expect(() => writeOds([sheet([], 'Jobs'), sheet([], 'jobs')])).toThrow('Two sheets are called "jobs"')
})
