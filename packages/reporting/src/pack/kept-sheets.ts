import type { Db } from '@hubline/db/connection.ts'
import type { CellKind, Sheet, SheetRow } from '@hubline/spreadsheet/sheet.ts'
import { sql } from 'kysely'
import type { Year } from '@hubline/domain/years/year.ts'
import { rowByRow } from '../row-by-row.ts'
import { businesses, individuals } from './client-sheets.ts'
import { exclusions } from './exclusion-sheet.ts'
import type { PackQuery } from './pack-sheet.ts'
import {
  capital,
  grants,
  investment,
  jobs,
  otherOutcomes,
  partnerReturns,
  surveyWaves,
  surveys,
} from './result-sheets.ts'
import { enquiriesReceived, judgements, referrals, skillsReviews, supportEvents, training } from './work-sheets.ts'

/** The sheets of a year's records by kind, in the order of the pack: of the live pack, and kept when a year is signed off. */
export const recordSheets = (year: Year): PackQuery[] => [
  businesses,
  individuals,
  supportEvents,
  enquiriesReceived,
  judgements,
  referrals,
  skillsReviews,
  training,
  jobs,
  investment,
  grants,
  otherOutcomes,
  capital,
  surveys,
  surveyWaves,
  partnerReturns(year),
  exclusions,
]

type Asked = { hub_id: string; sign_off_id: string }
type Kept = { name: string; columns: string; rows: number; hash: string }

/** What a reader must not see of a row: given its cells by their columns. */
export type Mask = (row: Readonly<Record<string, string | null>>) => Readonly<Record<string, string | null>>

/** The sheets that were kept with a sign-off, each with how many rows it has, and the hash of the last. */
export async function keptSheets(
  db: Db,
  { hub_id, sign_off_id }: Asked,
  mask: Mask | undefined,
): Promise<{ sheets: { sheet: Sheet; rows: number }[]; hash: string | null }> {
  const { rows } = await sql<Kept>`
    select name, columns, rows, hash from signed_sheet where hub_id = ${hub_id} and sign_off_id = ${sign_off_id} order by position`.execute(
    db,
  )
  const sheets = rows.map((kept) => ({
    rows: kept.rows,
    sheet: {
      name: kept.name,
      columns: columnsOf(kept).map(([name, is]) => ({ name, is })),
      rows: () => readKept(db, { hub_id, sign_off_id, kept, mask }),
    },
  }))
  return { sheets, hash: rows.at(-1)?.hash ?? null }
}

const columnsOf = ({ columns }: Kept) => JSON.parse(columns) as [name: string, is: CellKind][]

async function* readKept(
  db: Db,
  { hub_id, sign_off_id, kept, mask }: Asked & { kept: Kept; mask: Mask | undefined },
): AsyncGenerator<SheetRow> {
  const names = columnsOf(kept).map(([name]) => name)
  const parts = sql<{ lines: string }>`
    select lines from signed_sheet_part where hub_id = ${hub_id} and sign_off_id = ${sign_off_id} and name = ${kept.name} order by part`
  for await (const { lines } of rowByRow(db, parts, 1))
    for (const line of lines.slice(0, -1).split('\n')) {
      const cells = JSON.parse(line) as SheetRow
      yield mask ? maskedCells(mask, names, cells) : cells
    }
}

function maskedCells(mask: Mask, names: readonly string[], cells: SheetRow): SheetRow {
  const row = mask(Object.fromEntries(names.map((name, at) => [name, cells[at] ?? null])))
  return names.map((name) => row[name] ?? null)
}
