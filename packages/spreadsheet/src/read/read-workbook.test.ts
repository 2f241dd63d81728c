import { buffer } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { type Sheet } from '../sheet.ts'
import { writeOds } from '../write-ods.ts'
import { writeXlsx } from '../write-xlsx.ts'
import { type ZipEntry, zipOf } from '../zip.ts'
import { dayOfSerial, lookOf, plainNumber, shownNumber } from './cell-text.ts'
import { readListFile } from './read-list-file.ts'
import { readWorkbook } from './read-workbook.ts'

const work: Sheet = {
  name: 'Work done',
  columns: [
    { name: 'ref', is: 'text' },
    { name: 'hours', is: 'number' },
    { name: 'paid', is: 'money' },
    { name: 'on', is: 'day' },
  ],
  rows: () => [
    ['01000000', '7.25', '1234567.5', '2022-03-31'],
    [null, null, null, null],
    ['<b>&"two  lines"\nand a\ttab</b> _x0041_', null, '0', null],
  ],
}
const READ = {
  name: 'Work done',
  rows: [
    { row: 1, cells: ['ref', 'hours', 'paid', 'on'] },
    { row: 2, cells: ['01000000', '7.25', '1234567.5', '2022-03-31'] },
    { row: 4, cells: ['<b>&"two  lines"\nand a\ttab</b> _x0041_', '', '0'] },
  ],
}

describe('a workbook', () => {
  test.each([writeXlsx, writeOds])('is read as it was written', async (write) => {
    expect(await readWorkbook(await buffer(write([work, { ...work, name: 'Again' }])))).toEqual([
      READ,
      { ...READ, name: 'Again' },
    ])
  })

  test('is known by what stands in it, and becomes the text that a spreadsheet would copy', async () => {
    const { sheets } = await readListFile(await buffer(writeOds([work, { ...work, name: 'Empty', rows: () => [] }])))
    expect(sheets.map(({ name }) => name)).toEqual(['Work done', 'Empty'])
    expect(sheets[0]?.text).toBe(
      'ref\thours\tpaid\ton\n01000000\t7.25\t1234567.5\t2022-03-31\n\n"<b>&""two  lines""\nand a\ttab</b> _x0041_"\t\t0',
    )
  })
})

const X = '<?xml version="1.0"?>'
/** A workbook by hand, as other programs write it: without places of rows and cells, with a prefix, with a formula. */
const byHand = (sheet: string, { before = '', book = '' } = {}): Promise<Buffer> =>
  zipped([
    { name: '[Content_Types].xml', pieces: ['<Types/>'] },
    {
      name: 'xl/workbook.xml',
      pieces: [
        `${X}<workbook xmlns:r="r">${book}<sheets><sheet name="S" r:id="a"/><sheet name="H" state="veryHidden" r:id="a"/></sheets></workbook>`,
      ],
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      pieces: [`${X}<Relationships><Relationship Id="a" Type="x/worksheet" Target="/xl/s.xml"/></Relationships>`],
    },
    {
      name: 'xl/styles.xml',
      pieces: [
        `${X}<s><numFmts><numFmt numFmtId="170" formatCode="[$-809]d mmmm yyyy;@"/><numFmt numFmtId="171" formatCode="00000000"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></s>`,
      ],
    },
    {
      name: 'xl/s.xml',
      pieces: [`${X}${before}<x:worksheet xmlns:x="m"><x:sheetData>${sheet}</x:sheetData></x:worksheet>`],
    },
  ])
const zipped = (entries: readonly ZipEntry[]) => buffer(zipOf(entries))
const ROW =
  '<x:row><x:c s="1"><x:v>44286.5</x:v></x:c><x:c s="2"><x:v>1234567</x:v></x:c><x:c t="str"><x:f>A1</x:f><x:v>said</x:v></x:c><x:c><x:f>B1</x:f></x:c><x:c t="b"><x:v>1</x:v></x:c></x:row>'

test('a workbook of another program is read: days by their format, zeros that are shown, formulas by their results', async () => {
  const cells = ['2021-03-31T12:00:00', '01234567', 'said', '#N/A', 'TRUE']
  expect(await readWorkbook(await byHand(ROW))).toEqual([{ name: 'S', rows: [{ row: 1, cells }] }])
  const [of_1904] = await readWorkbook(await byHand(ROW, { book: '<workbookPr date1904="1"/>' }))
  expect(of_1904?.rows[0]?.cells[0]).toBe('2025-04-01T12:00:00')
})

const many = Array.from({ length: 201 }, (_, at) => ({ name: `${at}.xml`, pieces: [''] }))
const spaces = (name: string, megabytes: number): ZipEntry => ({
  name,
  pieces: Array.from({ length: megabytes }, () => ' '.repeat(1024 * 1024)),
})
const TOO_MUCH = /holds more than can be read/
const DAMAGED = /is damaged/
const REFUSED: readonly [string, () => Promise<Buffer>, RegExp][] = [
  ['of too many files', () => zipped(many), TOO_MUCH],
  ['that unpacks to too much', () => zipped([spaces('a.xml', 65)]), TOO_MUCH],
  ['that unpacks to more than it says', async () => lying(await zipped([spaces('mimetype', 2)])), DAMAGED],
  ['with a document type', () => byHand(ROW, { before: '<!DOCTYPE x [<!ENTITY a "b">]>' }), /defines XML entities/],
  ['with a cell far away', () => byHand('<x:row r="60000"><x:c t="str"><x:v>a</x:v></x:c></x:row>'), /row 60000/],
  ['that is cut short', async () => (await byHand(ROW)).subarray(0, 700), DAMAGED],
  ['that breaks off in its XML', () => byHand('<x:row>'), DAMAGED],
  ['that is another kind of zip', () => zipped([{ name: 'a.txt', pieces: ['a'] }]), /is not a spreadsheet/],
  ['of old Excel', () => Promise.resolve(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1])), /old Excel file/],
  ['that is a picture', () => Promise.resolve(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0])), /is not a list/],
  ['that is empty', () => Promise.resolve(Buffer.alloc(0)), /is empty/],
]

test('a list whose first heading begins with the letters of a zip is a list', async () => {
  expect(await readListFile(Buffer.from('PKey,Business\n1,Oak'))).toEqual({
    sheets: [{ name: '', text: 'PKey,Business\n1,Oak' }],
    note: null,
  })
})

/** Says in the zip's own list that its first file is a byte long. */
function lying(zip: Buffer): Buffer {
  zip.writeUInt32LE(1, zip.readUInt32LE(zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6])) + 16) + 24)
  return zip
}

test.each(REFUSED)('a file %s is refused with a sentence', async (_, file, says) => {
  await expect(readListFile(await file())).rejects.toThrow(says)
})

test('a text that repeats without end is refused before it fills the memory', async () => {
  const long = 'a'.repeat(32_000)
  const cell = `<x:c t="str"><x:v>${long}</x:v></x:c>`
  await expect(readListFile(await byHand(`<x:row>${cell.repeat(200)}</x:row>`))).rejects.toThrow(TOO_MUCH)
})

test('a text is read in the letters that its bytes show, and what was supposed is said', async () => {
  const name = 'Café,1'
  expect(await readListFile(Buffer.from(`\uFEFF${name}`))).toMatchObject({ sheets: [{ text: name }], note: null })
  expect(await readListFile(Buffer.from(`\uFEFF${name}`, 'utf16le'))).toMatchObject({ sheets: [{ text: name }] })
  const western = await readListFile(Buffer.from(name, 'latin1'))
  expect(western.sheets[0]?.text).toBe(name)
  expect(western.note).toContain('accents')
})

test.each([
  ['44286', false, '2021-03-31'],
  ['42824', true, '2021-03-31'],
  ['59', false, '1900-02-28'],
  ['60', false, undefined],
  ['61', false, '1900-03-01'],
  ['0', true, '1904-01-01'],
  ['44286.999999', false, '2021-04-01'],
  ['-1', false, undefined],
  ['9999999', false, undefined],
])('the serial %s, from 1904 %s, is the day %s', (serial, is_1904, day) => {
  expect(dayOfSerial(Number(serial), is_1904)).toBe(day)
})

test.each([
  [14, undefined, true],
  [2, undefined, false],
  [164, 'dd/mm/yyyy', true],
  [164, 'mmm yy', true],
  [164, '#,##0.00 "days"', false],
  [164, '[Red]0.00', false],
  [164, 'General', false],
  [164, 'h:mm', false],
])('the format %i %s shows a day: %s', (id, code, is_day) => {
  expect(lookOf(id, code).is_day).toBe(is_day)
})

test('a number loses what the spreadsheet never shows of it', () => {
  expect(plainNumber('274.65999999999997')).toBe('274.66')
  expect(plainNumber('1E3')).toBe('1000')
  expect(shownNumber('-1', { is_day: true, digits: 0 }, false)).toBe('-1')
})
