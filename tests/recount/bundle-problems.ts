import { BUNDLE } from '@hubline/domain/imports/bundle.ts'
import type { BundleFile, Column, ColumnType, RowText } from '@hubline/domain/imports/bundle-file.ts'
import type { Bundle, Row } from './read-bundle.ts'

/** What a bundle made for a test breaks of the bundle's own rules. A made bundle must break none. */

const DAY = /^\d{4}-\d{2}-\d{2}$/
const isDay = (value: string): boolean =>
  DAY.test(value) && new Date(`${value}T00:00:00Z`).toISOString().startsWith(value)

function breaks(type: ColumnType, value: string): boolean {
  switch (type.is) {
    case 'text':
      return (
        value.length > type.max || value !== value.trim() || (type.lines ? /[^\P{Cc}\r\n]/u : /\p{Cc}/u).test(value)
      )
    case 'one_of':
      return !type.values.includes(value)
    case 'day':
      return !isDay(value)
    case 'instant':
      return !/(Z|[+-]\d{2}:\d{2})$/.test(value) || Number.isNaN(Date.parse(value))
    case 'money':
      return !/^\d+(\.\d{1,2})?$/.test(value)
    case 'yes_no':
      return value !== 'yes' && value !== 'no'
    case 'integer':
      return !/^\d+$/.test(value) || Number(value) < type.min || Number(value) > type.max
    case 'decimal':
      return (
        !/^\d+(\.\d+)?$/.test(value) || Number(value) > type.max || (value.split('.')[1] ?? '').length > type.places
      )
    case 'year':
      return !/^\d{4}-\d{2}$/.test(value)
    case 'codes':
    case 'refers_to':
      return false
  }
}

const present = (row: Row): RowText => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ''))

type Known = ReadonlyMap<string, ReadonlySet<string>>

function* problemsOfCell(
  file: BundleFile,
  column: Column | undefined,
  at: { name: string; value: string; known: Known },
): Generator<string> {
  const { name, value, known } = at
  if (!column) yield `${name} is not a column`
  else if (value === '' && column.required) yield `${name} is blank`
  else if (value !== '' && breaks(column.type, value)) yield `${name} cannot be ${value}`
  else if (value !== '' && column.type.is === 'refers_to' && !known.get(column.type.kind)?.has(value))
    yield `${name} ${value} is nowhere in the bundle (${file.file})`
}

function* problemsOfFile(file: BundleFile, rows: readonly Row[], known: Known, today: string): Generator<string> {
  const seen = new Set<string>()
  for (const row of rows) {
    const key = file.key?.(present(row)) ?? row['reference'] ?? ''
    const where = `${file.file} ${key}:`
    if (seen.has(key)) yield `${where} is there twice`
    seen.add(key)
    for (const [name, value] of Object.entries(row))
      for (const problem of problemsOfCell(file, file.columns[name], { name, value, known }))
        yield `${where} ${problem}`
    for (const [name, column] of Object.entries(file.columns))
      if (column.required && !(name in row)) yield `${where} has no ${name}`
    for (const check of file.checks) if (check.broken(present(row), today)) yield `${where} ${check.sentence}`
  }
}

function* rings(rows: readonly Row[]): Generator<string> {
  const into = new Map(rows.map((row) => [row['reference'], row['merged_into_reference']]))
  for (const start of into.keys()) {
    let steps = 0
    for (let at = into.get(start); at; at = into.get(at)) if (steps++ > 20) return yield `${start} is merged in a ring`
  }
}

/** Every rule that the bundle breaks, as of a day. */
export function problemsOf(bundle: Bundle, today: string): string[] {
  const rowsOf = (file: BundleFile) => bundle[file.file.replace(/\.csv$/, '')] ?? []
  const known = new Map(
    BUNDLE.map((file) => [
      file.kind,
      new Set(rowsOf(file).map((row) => file.key?.(present(row)) ?? row['reference'] ?? '')),
    ]),
  )
  const files = new Set(BUNDLE.map(({ file }) => file.replace(/\.csv$/, '')))
  return [
    ...Object.keys(bundle)
      .filter((name) => !files.has(name))
      .map((name) => `${name}.csv is not a file of the bundle`),
    ...BUNDLE.flatMap((file) => [...problemsOfFile(file, rowsOf(file), known, today)]),
    ...rings(bundle['businesses'] ?? []),
    ...rings(bundle['people'] ?? []),
  ]
}
