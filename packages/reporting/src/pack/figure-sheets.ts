import type { Db } from '@hubline/db/connection.ts'
import { type Definition, unitOf } from '@hubline/domain/indicators/definition.ts'
import { definitionParts } from '@hubline/domain/indicators/definition-parts.ts'
import { inPress } from '@hubline/domain/indicators/in-press.ts'
import { inWords } from '@hubline/domain/indicators/in-words.ts'
import { type Year, previousYear } from '@hubline/domain/years/year.ts'
import type { Sheet, SheetRow } from '@hubline/spreadsheet/sheet.ts'
import { sql } from 'kysely'
import { type Figure, figuresOf } from '../figures.ts'
import { saidOf } from '../sign-off/said-figures.ts'
import { heldSheet } from './held-sheet.ts'

/** A figure of a catalogue: where its note stands is told by the number of its definition. */
const footnote = (catalogue: readonly Definition[], key: string): string | null => {
  const at = catalogue.findIndex((definition) => definition.key === key)
  return catalogue[at]?.note === undefined ? null : `D${at + 1}`
}

const HEADLINES = {
  key: 'text',
  title: 'text',
  value: 'number',
  unit: 'text',
  'published wording': 'text',
  'prior year': 'number',
  'prior year version': 'number',
  change: 'number',
  target: 'number',
  '% of target': 'number',
  'definition version': 'number',
  status: 'text',
  'footnote ref': 'text',
} as const

type Asked = { hub_id: string; year: Year }

/** The figures as they stand, beside those of the year before and their targets. */
export const headlines = (db: Db, asked: Asked, catalogue: readonly Definition[]): Sheet =>
  heldSheet('Headlines', HEADLINES, async () => {
    const figures = await figuresOf(db, asked)
    const beside = await besideFigures(db, asked)
    return figures.map((figure) => headline(figure, beside(figure.key), 'live', footnote(catalogue, figure.key)))
  })

type Beside = { before: string | null; version: number | null; target: string | null }

const SIGNED = { position: 'number', ...HEADLINES, units: 'number', explanation: 'text' } as const

/** A figure that is signed off, with how many units it has and what was said of it. */
export type SignedFigure = Told & { position: number; units: number; explanation: string | undefined }

/** Figures of this transaction's sign-off, beside those of the year before and their targets at that moment. */
export async function signedHeadlines(
  db: Db,
  asked: Asked & { figures: readonly SignedFigure[]; catalogue: readonly Definition[] },
): Promise<Sheet> {
  const beside = await besideFigures(db, asked)
  const rows = asked.figures.map((figure) => [
    String(figure.position),
    ...headline(figure, beside(figure.key), 'signed off', footnote(asked.catalogue, figure.key)),
    String(figure.units),
    figure.explanation ?? null,
  ])
  return heldSheet('Headlines', SIGNED, rows)
}

/** What stands beside each figure, by its key: what the year before says, by which version if it is signed off, and the target. */
async function besideFigures(db: Db, { hub_id, year }: Asked): Promise<(key: string) => Beside> {
  const { version, values } = await saidOf(db, { hub_id, year: previousYear(year) })
  const targets = await sql<{ indicator_key: string; value: string }>`
    select indicator_key, value::text as value from target
    where hub_id = ${hub_id} and year = ${year} and voided_at is null order by id`.execute(db)
  const target = new Map(targets.rows.map(({ indicator_key, value }) => [indicator_key, value]))
  return (key) => ({ before: values.get(key) ?? null, version, target: target.get(key) ?? null })
}

type Told = Pick<Figure, 'key' | 'title' | 'value' | 'unit' | 'definition_version'>

function headline(figure: Told, { before, version, target }: Beside, status: string, note: string | null): SheetRow {
  const { key, title, value, unit, definition_version } = figure
  const share =
    value === null || target === null || Number(target) === 0
      ? null
      : ((Number(value) / Number(target)) * 100).toFixed(1)
  return [
    key,
    title,
    value,
    unit,
    inPress(value, unit),
    before,
    version === null ? null : String(version),
    changeOf(value, before),
    target,
    share,
    String(definition_version),
    status,
    note,
  ]
}

/** With as many decimals as the figure has. */
function changeOf(value: string | null, before: string | null): string | null {
  if (value === null || before === null) return null
  const decimals = value.split('.')[1]?.length ?? 0
  return ((Math.round(Number(value) * 100) - Math.round(Number(before) * 100)) / 100).toFixed(decimals)
}

const DEFINITIONS = {
  key: 'text',
  'footnote ref': 'text',
  version: 'number',
  unit: 'text',
  'what counts': 'text',
  exclusions: 'text',
  'deciding date': 'text',
  'dedupe scope': 'text',
  'minimum evidence': 'text',
  'only in area': 'text',
  note: 'text',
  'source document': 'text',
} as const

export const definitions = (catalogue: readonly Definition[]): Sheet =>
  heldSheet(
    'Definitions',
    DEFINITIONS,
    catalogue.map((definition) => definitionRow(definition, catalogue)),
  )

function definitionRow(definition: Definition, catalogue: readonly Definition[]): SheetRow {
  const { key, version, in_area, note = null, source } = definition
  const { excludes, deciding_date, counts_once, least_evidence } = definitionParts(definition)
  return [
    key,
    footnote(catalogue, key),
    String(version),
    unitOf(definition),
    inWords(definition),
    excludes,
    deciding_date,
    counts_once,
    least_evidence,
    in_area ? 'yes' : 'no',
    note,
    source,
  ]
}
