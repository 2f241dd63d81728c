import type { BundleFile, RowCheck, RowText } from '@hubline/domain/imports/bundle-file.ts'
import type { CsvRecord } from '@hubline/spreadsheet/read-csv.ts'
import type { BundleProblem } from './bundle-problem.ts'
import { type CheckCell, checkOf } from './check-cell.ts'
import { PROBLEM_COLUMN, namesOf } from './check-header.ts'

/** A row made ready for the staging table: one field for each of `columns`, `undefined` for a blank cell. */
export type CheckedRow = {
  line: number
  reference: string | undefined
  fields: (string | undefined)[]
  problems: BundleProblem[]
}

export type RowChecker = {
  /** The database's columns in the order of the header, without the reference. */
  columns: string[]
  check: (record: CsvRecord) => CheckedRow
}

type Place = { name: string; required: boolean; check: CheckCell; isReference: boolean }

const LONGEST_FOUND = 500
const shown = (text: string) => (text.length <= LONGEST_FOUND ? text : `${text.slice(0, LONGEST_FOUND)}…`)

/** Prepares the checks of one file once, so that a row costs little more than reading it. */
export function rowChecker(description: BundleFile, header: readonly string[], today: string): RowChecker {
  const places = namesOf(header).map((name): Place | undefined => {
    const column = description.columns[name]
    if (name === PROBLEM_COLUMN || !column) return undefined
    return { name, required: column.required, check: checkOf(column), isReference: name === 'reference' }
  })
  const columns = places
    .filter((place) => place && !place.isReference)
    .map((place) => description.columns[place?.name ?? '']?.column ?? '')
  return { columns, check: (record) => checkRecord({ description, places, today }, record) }
}

type Rules = { description: BundleFile; places: readonly (Place | undefined)[]; today: string }

function checkRecord({ description, places, today }: Rules, record: CsvRecord): CheckedRow {
  const { file, key, checks } = description
  const { line, cells } = record
  const row: Record<string, string | undefined> = {}
  const checked: CheckedRow = { line, reference: undefined, fields: [], problems: [] }
  if (record.problem !== undefined) {
    checked.problems.push({ file, line, column: '', found: '', problem: record.problem })
    return checked
  }
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index]
    if (place === undefined) continue
    const text = (cells[index] ?? '').trim()
    const field = text === '' ? blank(place) : place.check(text)
    if (text !== '') row[place.name] = text
    if (typeof field === 'object')
      checked.problems.push({ file, line, column: place.name, found: shown(text), problem: field.problem })
    else if (place.isReference) checked.reference = field
    else checked.fields.push(field)
  }
  if (checked.problems.length === 0) checked.problems = brokenRules(file, line, checks, row, today)
  // Also for a refused row: the rows that name it are then not said to name nothing.
  if (key && places.every((place) => !place?.required || row[place.name] !== undefined)) checked.reference = key(row)
  return checked
}

function blank({ name, required }: Place): { problem: string } | undefined {
  return required ? { problem: `Fill in ${name}: it cannot be blank` } : undefined
}

function brokenRules(
  file: string,
  line: number,
  checks: readonly RowCheck[],
  row: RowText,
  today: string,
): BundleProblem[] {
  const problems: BundleProblem[] = []
  for (const { column, broken, sentence } of checks)
    if (broken(row, today)) problems.push({ file, line, column, found: shown(row[column] ?? ''), problem: sentence })
  return problems
}
