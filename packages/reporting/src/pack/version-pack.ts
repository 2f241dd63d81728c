import type { Tx } from '@hubline/db/connection.ts'
import { isMasked } from '@hubline/db/masked.ts'
import { type Year, firstDay, lastDay } from '@hubline/domain/years/year.ts'
import type { Sheet, SheetRow } from '@hubline/spreadsheet/sheet.ts'
import { sql } from 'kysely'
import type { Scope } from '../records.ts'
import { sheetsNamed } from '../sign-off/fingerprint.ts'
import { BREAKDOWNS, heldBackNote } from './breakdown-sheet.ts'
import { heldSheet } from './held-sheet.ts'
import { keepRows } from './kept-rows.ts'
import { type Mask, keptSheets } from './kept-sheets.ts'
import { countedRows, rowsExpected, sheetOf } from './pack-sheet.ts'
import type { Pack } from './pack-sheets.ts'
import { restated, restatedUnits, restatements } from './restated-sheets.ts'
import { signedOff, signedSheets } from './signed-sheet.ts'
import { versionQueries } from './version-sheets.ts'

type Asked = { hub_id: string; year: Year; sign_off_id: string }

/**
 * The pack of a signed-off version, from its copy alone: the same sheets to the letter whenever it is asked for, by
 * whomever. `db` must be one snapshot, kept open until the last sheet is read.
 */
export async function versionPack(db: Tx, asked: Asked): Promise<Pack> {
  const { hub_id, year } = asked
  const scope = { hub_id, area_codes: [], from: firstDay(year), to: lastDay(year) }
  const signing = await signingOf(db, asked)
  const told = { year, version: signing.version }
  const kept = await keptSheets(db, asked, isMasked(db) ? withoutSoleTraders : undefined)
  const names = new Set(kept.sheets.map(({ sheet }) => sheet.name))
  const queries = [
    ...versionQueries(asked),
    signedOff(year, signing.version),
    restatements(told),
    restatedUnits(told),
    signedSheets(asked),
  ]
  await keepRows(db, restated(hub_id, told))
  const found = kept.sheets.map(({ sheet, rows }) => ({ sheet: countedRows(sheet, rows), rows }))
  for (const query of queries.filter(({ name }) => !names.has(name))) {
    const rows = await rowsExpected(db, query, scope)
    found.push({ sheet: countedRows(sheetOf(db, query, scope), rows), rows })
  }
  const rows = Object.fromEntries(found.map(({ sheet, rows: many }) => [sheet.name, many]))
  return {
    rows,
    sheets: [cover(scope, { ...signing, year, sheets_hash: kept.hash }, rows), ...found.map(({ sheet }) => sheet)],
  }
}

/** An auditor sees no name of a sole trader, nor where they live: see migrations/0050-auditors.sql. */
const withoutSoleTraders: Mask = (row) =>
  row['legal form'] === 'sole_trader'
    ? { ...row, 'legal name': `Sole trader ${row['business ref']}`, postcode: null }
    : row

type Signing = {
  organisation: string | null
  version: number
  signed_at: string
  signed_by_name: string
  reason: string | null
  approved_by: string | null
  hash: string
  parameters: string
  /** It has indicators of the hub's own, and was signed off since its breakdowns leave them out. */
  leaves_own_out: boolean
}

/** What the cover says of a sign-off; the hub's name as it was then. */
async function signingOf(db: Tx, { hub_id, sign_off_id }: Asked): Promise<Signing> {
  await sql`select set_config('app.as_at', (select signed_at::text from sign_off where hub_id = ${hub_id} and id = ${sign_off_id}), true)`.execute(
    db,
  )
  const found = await sql<Signing>`
    select (select h.name from as_at.hub h where h.hub_id = s.hub_id) as organisation, s.version,
      to_char(s.signed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as signed_at, s.signed_by_name, s.reason, s.approved_by, f.hash, f.parameters,
      exists (select from signed_figure o where o.hub_id = s.hub_id and o.sign_off_id = s.id and o.key like 'own.%')
        and not exists (select from signed_sheet_part p where p.hub_id = s.hub_id and p.sign_off_id = s.id and p.name = ${BREAKDOWNS} and p.lines like '%["own.%') as leaves_own_out
    from sign_off s join signed_figure f on f.hub_id = s.hub_id and f.sign_off_id = s.id
    where s.hub_id = ${hub_id} and s.id = ${sign_off_id} order by f.position desc limit 1`.execute(db)
  const [signing] = found.rows
  if (!signing) throw new Error('A sign-off without figures has no pack')
  return signing
}

/** Of a version from before sheets were kept. */
const LEFT_OUT =
  'Only what was copied when the year was signed off. Left out, because it stands in no copy and may change: targets, the year before, the sheets of records by kind (support, referrals, training and so on), breakdowns, exclusions, data quality and open work. Ask for the live pack for these.'

const KEPT =
  'Records, exclusions, targets and data quality are those of the moment of signing. What was entered, changed, merged, voided or imported later is not in this file. People stand under their reference alone, so that erasing one takes nothing from it; a sole trader stands by the name of the business, and advisers by theirs.'

function cover(
  { from, to }: Scope,
  signing: Signing & { year: Year; sheets_hash: string | null },
  rows: Pack['rows'],
): Sheet {
  const { version, reason, approved_by, parameters, sheets_hash } = signing
  const area_codes = (JSON.parse(parameters) as { area_codes: string[] }).area_codes
  return heldSheet('Cover', { item: 'text', value: 'text' }, [
    ['Organisation', signing.organisation],
    ['Year', signing.year],
    ['From', from],
    ['To', to],
    ['Status', version === 1 ? 'Signed off, version 1' : `Restated, version ${version}`],
    ['Version', String(version)],
    ['Signed off at', signing.signed_at],
    ['Signed off by', signing.signed_by_name],
    ...(reason === null ? [] : [['Reason', reason]]),
    ...(approved_by === null ? [] : [['Approved by', approved_by]]),
    ['Fingerprint', (sheetsNamed(parameters) && sheets_hash) ?? signing.hash],
    ['Districts served', area_codes.length === 0 ? 'no area rule' : area_codes.join(' ')],
    ...(sheets_hash === null
      ? [['Left out', LEFT_OUT]]
      : [...(sheetsNamed(parameters) ? [] : [['Fingerprint of the sheets', sheets_hash]]), ['Later changes', KEPT]]),
    ['Notes', 'People stand under their reference alone. Amounts, people and businesses are never added together.'],
    ...(rows[BREAKDOWNS] === undefined ? [] : [[BREAKDOWNS, heldBackNote(signing.leaves_own_out)]]),
    ...Object.entries(rows).map(([name, number]): SheetRow => [`Rows of ${name}`, String(number)]),
  ])
}
