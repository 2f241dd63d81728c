import type { Readable } from 'node:stream'
import { type Sheet, asMoney, checkNames, checkedRows } from './sheet.ts'
import { writeCsv } from './write-csv.ts'
import { zipOf } from './zip.ts'

/** A zip with a CSV file for each sheet, which opens safely in a spreadsheet; days are `YYYY-MM-DD`. @throws Error as `checkNames` */
export function writeCsvZip(sheets: readonly Sheet[]): Readable {
  checkNames(sheets)
  return zipOf(
    sheets.map((sheet) => ({
      name: `${sheet.name}.csv`,
      pieces: writeCsv(
        { header: sheet.columns.map(({ name }) => name), rows: cellsOf(sheet) },
        { harmless: true, bom: true },
      ),
    })),
  )
}

async function* cellsOf(sheet: Sheet): AsyncGenerator<string[], void, undefined> {
  for await (const row of checkedRows(sheet))
    yield row.map((cell, at) =>
      cell !== null && sheet.columns[at]?.is === 'money' ? asMoney(cell) : (cell ?? '').replaceAll('\0', ''),
    )
}
