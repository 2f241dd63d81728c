import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readWorkbook } from '@hubline/spreadsheet/read/read-workbook.ts'
import { describe, expect, test } from 'vitest'
import { OPEN_DATA, hasOpenData } from './folder.ts'

const FOLDERS = ['awkward/xlsx', 'awkward/gov']

/** Workbooks that must be refused, and what the sentence says. */
const REFUSED: Readonly<Record<string, RegExp>> = {
  'exceljs_invalid-xml.xlsx': /damaged/,
  'exceljs_missing-bits.xlsx': /not a spreadsheet/,
}

/** What a sheet holds in one of its rows. */
const ROWS: Readonly<Record<string, { sheet: string; row: number; cells: string[] }>> = {
  'csvkit_sheets.xlsx': { sheet: 'ʤ', row: 2, cells: ['1', '2', '3'] },
  'csvkit_test_skip_lines.xlsx': {
    sheet: 'Sheet1',
    row: 5,
    cells: ['Chicago Reader', '1966-12-31', '40', 'TRUE', '1', '1966-12-31T04:14:00'],
  },
  'exceljs_1904.xlsx': { sheet: 'Sheet1', row: 2, cells: ['', '1904-01-01'] },
  'exceljs_dateIssue.xlsx': { sheet: 'Sheet1', row: 2, cells: ['2020-11-20'] },
  'exceljs_fibonacci.xlsx': { sheet: 'fib', row: 4, cells: ['4', '3'] },
  'frictionless_adjust-floating-point-error.xlsx': {
    sheet: 'Sheet1',
    row: 3,
    cells: ['W-2-98-NC TF1 0-4cm Total P split 1', '68.665', '274.66', '274.66'],
  },
  'frictionless_table-infer-boolean.xlsx': { sheet: 'Sheet1', row: 2, cells: ['1', 'two', 'TRUE'] },
}

const files = hasOpenData
  ? FOLDERS.flatMap((folder) =>
      readdirSync(path.join(OPEN_DATA, folder))
        .filter((file) => file.endsWith('.xlsx'))
        .map((file) => [file, path.join(OPEN_DATA, folder, file)] as const),
    )
  : []
const placeOf = (name: string) => files.find(([file]) => file === name)?.[1] ?? ''

describe.runIf(hasOpenData)('an awkward workbook', () => {
  test.each(files.filter(([file]) => !REFUSED[file]))('%s is read', async (_, place) => {
    expect((await readWorkbook(readFileSync(place))).length).toBeGreaterThan(0)
  })

  test.each(Object.entries(REFUSED))('%s is refused with a sentence', async (file, says) => {
    await expect(readWorkbook(readFileSync(placeOf(file)))).rejects.toThrow(says)
  })

  test.each(Object.entries(ROWS))('%s says what its sheet shows', async (file, { sheet, row, cells }) => {
    const found = (await readWorkbook(readFileSync(placeOf(file)))).find(({ name }) => name === sheet)
    expect(found?.rows).toContainEqual({ row, cells })
  })
})
