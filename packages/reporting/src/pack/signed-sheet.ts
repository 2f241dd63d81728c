import type { Year } from '@hubline/domain/years/year.ts'
import { sql } from 'kysely'
import type { PackQuery } from './pack-sheet.ts'

/**
 * Every version of the year that was signed off, or one of them, figure by figure, with all that its links are made of
 * (decision 0038).
 */
export const signedOff = (year: Year, version?: number): PackQuery => ({
  name: 'Signed off',
  columns: {
    number: 'number',
    version: 'number',
    reason: 'text',
    'approved by': 'text',
    'signed at': 'text',
    'signed by': 'text',
    'signed by name': 'text',
    'hub id': 'text',
    'hash before': 'text',
    position: 'number',
    key: 'text',
    title: 'text',
    unit: 'text',
    value: 'number',
    units: 'number',
    'definition version': 'number',
    definition: 'text',
    words: 'text',
    parameters: 'text',
    'units hash': 'text',
    hash: 'text',
  },
  by: ['number', 'position'],
  rows: ({ hub_id }) => sql`
    select s.number, s.version, s.reason, s.approved_by as "approved by", to_char(s.signed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "signed at",
      s.signed_by as "signed by", s.signed_by_name as "signed by name", s.hub_id as "hub id", s.previous_hash as "hash before",
      f.position, f.key, f.title, f.unit, f.value, f.units, f.definition_version as "definition version", f.definition, f.words,
      f.parameters, f.units_hash as "units hash", f.hash
    from sign_off s join signed_figure f on f.hub_id = s.hub_id and f.sign_off_id = s.id
    where s.hub_id = ${hub_id} and s.year = ${year} ${version === undefined ? sql`` : sql`and s.version = ${version}`}`,
})

/** The sheets that were kept with a sign-off, with all that their links are made of (decision 0056). */
export const signedSheets = (asked: { hub_id: string; sign_off_id: string }): PackQuery => ({
  name: 'Kept sheets',
  columns: {
    position: 'number',
    sheet: 'text',
    columns: 'text',
    rows: 'number',
    'rows hash': 'text',
    hash: 'text',
  },
  by: ['position'],
  rows: () => sql`
    select position, name as sheet, columns, rows, rows_hash as "rows hash", hash
    from signed_sheet where hub_id = ${asked.hub_id} and sign_off_id = ${asked.sign_off_id}`,
})
