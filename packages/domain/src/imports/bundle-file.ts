/**
 * The grammar in which each file of the bundle is described, once. The importer reads it to check rows, the
 * exporter to write them, the record pages to show them, and a test holds the database's columns against it.
 */

/** Words that name a table of records. */
export type RecordKind =
  | 'hub'
  | 'organisation'
  | 'programme'
  | 'adviser'
  | 'business'
  | 'person'
  | 'business_role'
  | 'case'
  | 'enquiry'
  | 'interaction'
  | 'diagnostic'
  | 'referral'
  | 'skills_review'
  | 'course'
  | 'participation'
  | 'event'
  | 'attendance'
  | 'grant_award'
  | 'outcome'
  | 'survey'
  | 'survey_response'
  | 'capital_project'
  | 'capital_milestone'
  | 'capital_funding'
  | 'partner_support'
  | 'partner_total'
  | 'target'

export type ColumnType =
  | { is: 'text'; max: number; lines: boolean }
  | { is: 'one_of'; values: readonly string[] }
  | { is: 'day' }
  | { is: 'instant' }
  /** In the file pounds with at most two decimals, in the database whole pence. */
  | { is: 'money' }
  | { is: 'yes_no' }
  | { is: 'integer'; min: number; max: number }
  | { is: 'decimal'; places: number; max: number }
  | { is: 'year' }
  /** Space-separated codes. */
  | { is: 'codes' }
  /** The reference (or, for an adviser, the e-mail address) of a record of another kind. */
  | { is: 'refers_to'; kind: RecordKind }

export type Column = { type: ColumnType; required: boolean; column: string; label: string }
export type ColumnSpec = { type: ColumnType; required?: true; column?: string; label?: string }

/** A row as the file says it: blank cells are absent. */
export type RowText = Readonly<Record<string, string | undefined>>

/** A rule over several columns of one row. `broken` is true when the row breaks it. */
export type RowCheck = { column: string; broken: (row: RowText, today: string) => boolean; sentence: string }

export type BundleFile = {
  file: string
  kind: RecordKind
  /** What a person calls one of these. */
  noun: string
  columns: Readonly<Record<string, Column>>
  checks: readonly RowCheck[]
  /** Where the file has no `reference` column, the columns that together say which record a row is. */
  key?: (row: RowText) => string
  /** The first letters of a reference made in Hubline. */
  prefix: string
}

export const text = (max = 200): ColumnSpec => ({ type: { is: 'text', max, lines: false } })
export const notes = (): ColumnSpec => ({ type: { is: 'text', max: 20_000, lines: true } })
export const oneOf = (values: readonly string[]): ColumnSpec => ({ type: { is: 'one_of', values } })
export const day = (): ColumnSpec => ({ type: { is: 'day' } })
export const instant = (): ColumnSpec => ({ type: { is: 'instant' } })
export const yesNo = (): ColumnSpec => ({ type: { is: 'yes_no' } })
export const integer = (min: number, max: number): ColumnSpec => ({ type: { is: 'integer', min, max } })
export const decimal = (places: number, max: number): ColumnSpec => ({ type: { is: 'decimal', places, max } })
export const yearColumn = (): ColumnSpec => ({ type: { is: 'year' } })
export const codes = (): ColumnSpec => ({ type: { is: 'codes' } })

/** Pounds in the file, pence in the database. */
export const money = (column: string): ColumnSpec => ({ type: { is: 'money' }, column })

export const refersTo = (kind: RecordKind, column = `${kind}_id`): ColumnSpec => ({
  type: { is: 'refers_to', kind },
  column,
})

export const required = (spec: ColumnSpec): ColumnSpec => ({ ...spec, required: true })
export const storedAs = (column: string, spec: ColumnSpec): ColumnSpec => ({ ...spec, column })
export const called = (label: string, spec: ColumnSpec): ColumnSpec => ({ ...spec, label })

function labelOf(name: string): string {
  const words = name
    .replace(/_(reference|email)$/, '')
    .replace(/_gbp$/, '')
    .replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export function bundleFile(spec: {
  file: string
  kind: RecordKind
  noun: string
  prefix: string
  columns: Record<string, ColumnSpec>
  checks?: RowCheck[]
  key?: (row: RowText) => string
}): BundleFile {
  const columns: Record<string, Column> = {}
  for (const [name, column] of Object.entries(spec.columns))
    columns[name] = {
      type: column.type,
      required: column.required ?? false,
      column: column.column ?? name,
      label: column.label ?? labelOf(name),
    }
  const { file, kind, noun, prefix, key } = spec
  return { file, kind, noun, prefix, columns, checks: spec.checks ?? [], ...(key ? { key } : {}) }
}

/** The reference column that nearly every file has. */
export const reference = (): ColumnSpec => required(text(200))

export const EVIDENCE_LEVELS = ['none', 'self_declared', 'documented', 'verified'] as const
export type EvidenceLevel = (typeof EVIDENCE_LEVELS)[number]

/** `later` may not be before `earlier`; both are days and either may be blank. */
export function notBefore(later: string, earlier: string): RowCheck {
  return {
    column: later,
    broken: (row) => row[later] !== undefined && row[earlier] !== undefined && row[later] < row[earlier],
    sentence: `${later} is before ${earlier}: correct one of the two days`,
  }
}

/** At least one of these columns must be filled. */
export function atLeastOneOf(columns: readonly [string, ...string[]]): RowCheck {
  return {
    column: columns[0],
    broken: (row) => columns.every((column) => row[column] === undefined),
    sentence: `Fill in ${columns.join(' or ')}`,
  }
}

/** A day that has not come yet cannot have happened. */
export function notInTheFuture(column: string, noun: string): RowCheck {
  return {
    column,
    broken: (row, today) => row[column] !== undefined && row[column] > today,
    sentence: `${noun} cannot be dated in the future: correct ${column}`,
  }
}
