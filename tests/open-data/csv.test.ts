import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readCsv } from '@hubline/spreadsheet/read-csv.ts'
import type { CsvRecord } from '@hubline/spreadsheet/read-csv.ts'
import { UnreadableFile } from '@hubline/spreadsheet/unreadable-file.ts'
import type { UnreadableReason } from '@hubline/spreadsheet/unreadable-file.ts'
import { describe, expect, test } from 'vitest'
import { OPEN_DATA, hasOpenData } from './folder.ts'

const AWKWARD = path.join(OPEN_DATA, 'awkward/csv')
const SPECTRUM = path.join(OPEN_DATA, 'awkward/csv-spectrum')

/** Files that must be refused: why, and the line that is named. */
const REFUSED: Readonly<Record<string, readonly [UnreadableReason, number]>> = {
  'csvkit_dummy.tsv': ['separator', 1],
  'csvkit_empty.csv': ['empty', 1],
  'csvkit_mac_newlines.csv': ['line_ends', 1],
  'csvkit_null_byte.csv': ['nul', 2],
  'csvkit_test_latin1.csv': ['wrong_encoding', 3],
  'csvkit_test_utf16_big.csv': ['wrong_encoding', 1],
  'csvkit_test_utf16_little.csv': ['wrong_encoding', 1],
  'csvlint_cr-line-endings.csv': ['line_ends', 1],
  'csvlint_invalid-byte-sequence.csv': ['wrong_encoding', 1],
  'csvlint_invalid_many_rows.csv': ['quotes', 4],
  'csvlint_spreadsheet.xls': ['not_text', 1],
  'csvlint_spreadsheet.xlsx': ['not_text', 1],
  'csvlint_title-row.csv': ['header', 1],
  'frictionless_blank-headers.csv': ['header', 1],
  'frictionless_delimiter.csv': ['separator', 1],
  'frictionless_duplicate-headers.csv': ['header', 1],
  'frictionless_empty.csv': ['empty', 1],
  'frictionless_escaping.csv': ['quotes', 2],
  'frictionless_issue-1009-semicolon.csv': ['separator', 1],
  'frictionless_latin1.csv': ['wrong_encoding', 3],
  'frictionless_table-infer-iso-8859-7.csv': ['wrong_encoding', 2],
  'papaparse_malformed.tsv': ['separator', 1],
}

/** Files that are read: every cell, or for the large ones their size and last row. */
const READ: Readonly<Record<string, string[][]>> = {
  'csvkit_blanks.csv': [
    ['a', 'b', 'c', 'd', 'e', 'f'],
    ['', 'NA', 'N/A', 'NONE', 'NULL', '.'],
  ],
  'csvkit_date_like_number.csv': [['a'], ['4.5']],
  'csvkit_no_header_row.csv': [['1', '2', '3']],
  'csvkit_optional_quote_characters.csv': [
    ['a', 'b', 'c'],
    ['1', '2', '3'],
  ],
  'csvkit_test_date_format.csv': [['a'], ['02/01/2014'], ['31/12/2012']],
  'csvkit_test_header_newline.csv': [
    ['\t\n\u000b\f\r start \t\n\u000b\f\r end \t\n\u000b\f\r', 'b', 'c'],
    ['d', 'e', 'f'],
  ],
  'csvkit_test_locale.csv': [
    ['a', 'b', 'c'],
    ['1,7', '200.000.000', ''],
  ],
  'csvkit_test_no_leading_zeroes.csv': [
    ['a', 'b', 'c'],
    ['01', '00.11', '0.1'],
  ],
  'csvkit_test_numeric_date_format.csv': [['a'], ['20140102'], ['20121231']],
  'csvkit_test_utf8_bom.csv': [
    ['foo', 'bar', 'baz'],
    ['1', '2', '3'],
    ['4', '5', 'ʤ'],
  ],
  'csvlint_crlf-line-endings.csv': [
    ['Foo', 'Bsr', 'Baz'],
    ['Biff', 'Baff', 'Boff'],
    ['Qux', 'Teaspoon', 'Doge'],
  ],
  'csvlint_inconsistent-line-endings-unquoted.csv': [
    ['Foo', 'Bsr', 'Baz'],
    ['Biff', 'Baff', 'Boff'],
    ['Qux', 'Teaspoon', 'Doge'],
  ],
  'csvlint_inconsistent-line-endings.csv': [
    ['Foo', 'Bsr', 'Baz'],
    ['Biff', 'Baff', 'Boff'],
    ['Qux', 'Teaspoon', 'Doge'],
  ],
  'csvlint_lf-line-endings.csv': [
    ['Foo', 'Bsr', 'Baz'],
    ['Biff', 'Baff', 'Boff'],
    ['Qux', 'Teaspoon', 'Doge'],
  ],
  'csvlint_valid_many_rows.csv': [
    ['Foo', 'Bar', 'Baz'],
    ['1', '2', '3'],
    ['3', '2', '1'],
    ['1', '2', '3'],
    ['3', '2', '1'],
    ['1', '2', '3'],
    ['3', '2', '1'],
  ],
  'csvlint_white space in filename.csv': [
    ['Foo', 'Bar', 'Baz'],
    ['1', '2', '3'],
    ['3', '2', '1'],
  ],
  'csvlint_windows-line-endings.csv': [
    ['a', 'b', 'c'],
    ['d', 'e', 'f'],
  ],
  'frictionless_blank-cells.csv': [
    ['id', 'name'],
    ['1', 'Paul'],
    ['2', 'John'],
    ['3', 'George'],
    ['4', 'Ringo'],
    ['5', ''],
  ],
  'frictionless_blank-rows-multiple.csv': [
    ['id', 'name', 'age'],
    ['1101', 'John', '30'],
    ['1102', 'Julie', '26'],
    ...Array.from({ length: 11 }, () => ['', '', '']),
  ],
  'frictionless_bom.csv': [
    ['id', 'name'],
    ['1', 'english'],
    ['2', '中国人'],
  ],
  'frictionless_leading-zeros.csv': [['value'], ['01'], ['002'], ['00003']],
  'frictionless_table-unicode-headers.csv': [
    ['id', '国人'],
    ['1', 'english'],
    ['2', '中国人'],
  ],
  'frictionless_transpose.csv': [
    ['id', '1', '2', '3'],
    ['name', 'germany', 'france', 'spain'],
    ['population', '83', '66', '47'],
  ],
  'frictionless_without-headers.csv': [
    ['1', 'english'],
    ['2', '中国人'],
    ['3', 'german'],
  ],
  'frictionless_without-rows.csv': [['id', 'name']],
  'papaparse_utf-8-bom-sample.csv': [
    ['A', 'B', 'C'],
    ['X', 'Y', 'Z'],
  ],
}

/** Files that are read although some rows are of the wrong length: the lines of those rows, and the number of rows. */
const RAGGED: Readonly<Record<string, { lines: number[]; rows: number }>> = {
  'csvkit_bad.csv': { lines: [2, 3], rows: 3 },
  'csvkit_test_empty_columns_long_row.csv': { lines: [2], rows: 1 },
  'csvkit_test_empty_columns_short_row.csv': { lines: [2], rows: 1 },
  'csvkit_test_extra_header.csv': { lines: [2], rows: 1 },
  'frictionless_defective-rows.csv': { lines: [2, 3], rows: 2 },
  'frictionless_skip-rows-before-headers.csv': { lines: [2, 3, 4], rows: 3 },
  'frictionless_skip-rows.csv': { lines: [2, 3, 5], rows: 4 },
  'frictionless_structure-errors.csv': { lines: [5], rows: 4 },
  'papaparse_verylong-sample.csv': { lines: [500, 1000, 1500, 2000], rows: 2000 },
}

const LARGE: Readonly<Record<string, { columns: number; rows: number }>> = {
  'frictionless_doublequote.csv': { columns: 17, rows: 5 },
  'frictionless_wide.csv': { columns: 9074, rows: 3 },
}

async function read(file: string): Promise<{ header: string[]; records: CsvRecord[] }> {
  const { header, batches } = await readCsv(file)
  const records: CsvRecord[] = []
  for await (const batch of batches) records.push(...batch)
  return { header, records }
}

describe.runIf(hasOpenData)('awkward files', () => {
  test('every one of them is spoken for', () => {
    const known = [REFUSED, READ, RAGGED, LARGE].flatMap((list) => Object.keys(list))
    expect(readdirSync(AWKWARD).toSorted()).toEqual(known.toSorted())
  })

  test.each(Object.entries(REFUSED))('%s is refused with its line and with advice', async (file, [reason, line]) => {
    const error = await read(path.join(AWKWARD, file)).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(UnreadableFile)
    expect(error).toMatchObject({
      reason,
      line,
      sentence: expect.stringMatching(/^[A-Z]/),
      advice: expect.stringMatching(/^[A-Z]/),
    })
  })

  test.each(Object.entries(READ))('%s is read, every cell', async (file, cells) => {
    const { header, records } = await read(path.join(AWKWARD, file))
    expect([header, ...records.map((record) => record.cells)]).toEqual(cells)
    expect(records.filter((record) => record.problem)).toEqual([])
  })

  test.each(Object.entries(RAGGED))(
    '%s is read, and each row of the wrong length says so',
    async (file, { lines, rows }) => {
      const { records } = await read(path.join(AWKWARD, file))
      expect(records.length).toBe(rows)
      expect(records.filter((record) => record.problem).map((record) => record.line)).toEqual(lines)
    },
  )

  test.each(Object.entries(LARGE))('%s is read whole', async (file, { columns, rows }) => {
    const { header, records } = await read(path.join(AWKWARD, file))
    expect([header.length, records.length]).toEqual([columns, rows])
    expect(records.every((record) => record.cells.length === columns)).toBe(true)
  })
})

// Its CSV holds a quotation mark inside an unquoted cell, and its expected answer is of another telephone number.
const NOT_RFC_4180 = ['location_coordinates']

describe.runIf(hasOpenData)('the csv-spectrum', () => {
  const names = hasOpenData
    ? readdirSync(SPECTRUM)
        .filter((file) => file.endsWith('.csv'))
        .map((file) => file.slice(0, -4))
    : []

  test.each(names.filter((name) => !NOT_RFC_4180.includes(name)))('%s is read as it expects', async (name) => {
    const expected: unknown = JSON.parse(readFileSync(path.join(SPECTRUM, `${name}.json`), 'utf8'))
    const { header, records } = await read(path.join(SPECTRUM, `${name}.csv`))
    // The stored copy of the CRLF file has lost its carriage returns; its expected answer has kept them.
    const lineEnds = (text: string) => (name.endsWith('newlines_crlf') ? text.replace(/\r?\n/g, '\r\n') : text)
    const found = records.map(({ cells }) =>
      Object.fromEntries(header.map((column, index) => [column, lineEnds(cells[index] ?? '')])),
    )
    expect(found).toEqual(expected)
  })

  test.each(NOT_RFC_4180)('%s is refused for its quotation mark', async (name) => {
    await expect(read(path.join(SPECTRUM, `${name}.csv`))).rejects.toMatchObject({ reason: 'quotes', line: 2 })
  })
})
