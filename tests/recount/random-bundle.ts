import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Bundle, Row } from './read-bundle.ts'
import { randomOf } from './random.ts'
import { CLIENT_FILES } from './random-clients.ts'
import { LEARNING_FILES, SURVEY_FILES } from './random-learning.ts'
import { MONEY_FILES, PARTNER_FILES } from './random-money.ts'
import type { Shape } from './random-shape.ts'
import { WORK_FILES } from './random-work.ts'

const FILES = [...CLIENT_FILES, ...WORK_FILES, ...LEARNING_FILES, ...MONEY_FILES, ...SURVEY_FILES, ...PARTNER_FILES]

/** What part of all dated records each file holds. */
const SHARES: Readonly<Record<string, number>> = {
  interactions: 0.48,
  enquiries: 0.07,
  diagnostics: 0.03,
  referrals: 0.08,
  skills_reviews: 0.05,
  participations: 0.07,
  attendances: 0.06,
  outcomes: 0.08,
  survey_responses: 0.06,
  partner_support: 0.01,
  grants: 0.01,
}

function shapeOf(seed: number, businesses: number, records: number): Shape {
  const many = (file: string) =>
    file.startsWith('capital_') ? 24 : Math.max(4, Math.round(records * (SHARES[file] ?? 0)))
  return {
    seed,
    businesses,
    people: businesses * 2,
    organisations: 12,
    programmes: 4,
    advisers: 8,
    cases: Math.max(4, Math.round(businesses * 0.6)),
    courses: 20,
    events: Math.max(8, Math.round(records / 150)),
    surveys: 8,
    capital_projects: 5,
    many,
  }
}

type FileRows = { file: string; columns: readonly string[]; rows: Iterable<Row> }

function filesOf(shape: Shape): FileRows[] {
  return FILES.map(({ file, columns, rows }) => ({ file, columns, rows: rows(randomOf(shape.seed, file), shape) }))
}

/**
 * A small bundle with rows in every file, valid under every check: days on both sides of each year's edges, merges and
 * chains of them, places outside the area and unknown, every status, kind and evidence level, and text that trips
 * careless programs. The same for the same seed. `size` is the number of businesses.
 */
export function randomBundle(seed: number, size: number, records_per_business = 12): Bundle {
  const shape = shapeOf(seed, size, size * records_per_business)
  return Object.fromEntries(filesOf(shape).map(({ file, rows }) => [file.replace(/\.csv$/, ''), [...rows]]))
}

const cell = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)

function writeFile(folder: string, { file, columns, rows }: FileRows): void {
  const open = openSync(join(folder, file), 'w')
  let lines = `${columns.join(',')}\n`
  for (const row of rows) {
    lines += `${columns.map((column) => cell(row[column] ?? '')).join(',')}\n`
    if (lines.length > 1_000_000) {
      writeSync(open, lines)
      lines = ''
    }
  }
  writeSync(open, lines)
  closeSync(open)
}

/** Writes a bundle's files into a folder, which is made if need be. A file without rows is left out. */
export function writeBundle(bundle: Bundle, folder: string): void {
  mkdirSync(folder, { recursive: true })
  for (const [name, rows] of Object.entries(bundle))
    if (rows[0])
      writeFile(folder, { file: `${name}.csv`, columns: [...new Set(rows.flatMap((row) => Object.keys(row)))], rows })
}

/** Writes a large bundle row by row, holding none of it: so many businesses, twice as many people, and about so many dated records. */
export function writeLargeBundle(
  folder: string,
  { businesses, records, seed }: { businesses: number; records: number; seed: number },
): void {
  mkdirSync(folder, { recursive: true })
  for (const file of filesOf(shapeOf(seed, businesses, records))) writeFile(folder, file)
}
