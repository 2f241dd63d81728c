import type { Db } from '@hubline/db/connection.ts'
import { QUALITY_RULES } from '@hubline/domain/data-quality/rules.ts'
import { todayInLondon } from '@hubline/domain/day.ts'
import { CATALOGUE } from '@hubline/domain/indicators/catalogue.ts'
import { isOwnKey } from '@hubline/domain/indicators/own-indicator.ts'
import { type Year, firstDay, lastDay } from '@hubline/domain/years/year.ts'
import type { Sheet, SheetRow } from '@hubline/spreadsheet/sheet.ts'
import { scopeOf } from '../evidence.ts'
import { definitions, headlines } from './figure-sheets.ts'
import type { Scope } from '../records.ts'
import { BREAKDOWNS, breakdownRows, breakdownSheet, heldBackNote } from './breakdown-sheet.ts'
import { excluded } from './exclusion-sheet.ts'
import { heldSheet } from './held-sheet.ts'
import { keepRows } from './kept-rows.ts'
import { recordSheets } from './kept-sheets.ts'
import { type PackQuery, countedRows, rowsExpected, sheetOf } from './pack-sheet.ts'
import { SYSTEM, definitionSet } from './made-by.ts'
import { EVIDENCE, allEvidence, proof } from './proof-sheets.ts'
import { QUALITY_SHEET, dataQuality } from './quality-sheet.ts'
import { restated, restatedUnits, restatements } from './restated-sheets.ts'
import { signedOff } from './signed-sheet.ts'

export type PackAsked = {
  hub_id: string
  year: Year
  produced_at: Date
  produced_by: string
  contact?: string
  reason: string
}
export type Pack = { sheets: Sheet[]; rows: Readonly<Record<string, number>> }

/**
 * The year's pack of a hub: a cover, the figures, their definitions, and the records behind them, as sheets that are
 * read while they are written. `db` must be one snapshot, kept open until the last sheet is read.
 */
export async function packSheets(db: Db, asked: PackAsked): Promise<Pack> {
  const scope = await scopeOf(db, asked)
  const queries = [
    ...recordSheets(asked.year),
    signedOff(asked.year),
    restatements({ year: asked.year }),
    restatedUnits({ year: asked.year }),
    proof,
  ]
  await keepRows(db, { table: EVIDENCE, rows: allEvidence(scope) })
  await keepRows(db, excluded(scope, asked.year))
  await keepRows(db, restated(asked.hub_id, asked))
  const { catalogue } = scope
  const split = await breakdownRows(db, scope)
  const rows: Record<string, number> = {
    Headlines: catalogue.length,
    Definitions: catalogue.length,
    [BREAKDOWNS]: split.length,
    [QUALITY_SHEET]: QUALITY_RULES.length,
  }
  for (const query of queries) rows[query.name] = await rowsExpected(db, query, scope)
  const counted = (query: PackQuery) => countedRows(sheetOf(db, query, scope), rows[query.name] ?? 0)
  return {
    rows,
    sheets: [
      await cover(db, asked, scope, rows),
      headlines(db, asked, catalogue),
      definitions(catalogue),
      breakdownSheet(split),
      ...queries.map(counted),
      dataQuality(db, scope, todayInLondon(asked.produced_at)),
    ],
  }
}

async function cover(
  db: Db,
  asked: PackAsked,
  { area_codes, catalogue = CATALOGUE }: Scope,
  rows: Pack['rows'],
): Promise<Sheet> {
  const hub = await db.selectFrom('hub').select('name').where('hub_id', '=', asked.hub_id).executeTakeFirstOrThrow()
  return heldSheet('Cover', { item: 'text', value: 'text' }, [
    ['Organisation', hub.name],
    ['Year', asked.year],
    ['From', firstDay(asked.year)],
    ['To', lastDay(asked.year)],
    ['Status', 'Live: counted from the records as they stand, not a signed-off version'],
    ['Produced at', asked.produced_at.toISOString()],
    ['Produced by', asked.produced_by],
    ['Produced for', asked.reason],
    ['Contact', asked.contact ?? null],
    ['System version', SYSTEM],
    ['Definition set', definitionSet(catalogue)],
    ['Data hash', 'None: the records go on changing. A signed-off version has a fingerprint'],
    ['Districts served', area_codes.length === 0 ? 'no area rule' : area_codes.join(' ')],
    ['Notes', 'People stand under their reference alone. Amounts, people and businesses are never added together.'],
    [BREAKDOWNS, heldBackNote(catalogue.some(({ key }) => isOwnKey(key)))],
    ...Object.entries(rows).map(([name, number]): SheetRow => [`Rows of ${name}`, String(number)]),
  ])
}
