import type { Db } from '@hubline/db/connection.ts'
import { QUALITY_RULES } from '@hubline/domain/data-quality/rules.ts'
import { todayInLondon } from '@hubline/domain/day.ts'
import { type Definition, unitOf } from '@hubline/domain/indicators/definition.ts'
import { inPress } from '@hubline/domain/indicators/in-press.ts'
import { inWords } from '@hubline/domain/indicators/in-words.ts'
import { type Year, firstDay, lastDay, previousYear } from '@hubline/domain/years/year.ts'
import type { Sheet, SheetRow } from '@hubline/spreadsheet/sheet.ts'
import { sql } from 'kysely'
import { scopeOf } from '../evidence.ts'
import { type Figure, figuresOf } from '../figures.ts'
import type { Scope } from '../records.ts'
import { excluded, exclusions } from './exclusion-sheet.ts'
import { heldSheet } from './held-sheet.ts'
import { keepRows } from './kept-rows.ts'
import { type PackQuery, countedRows, rowsExpected, sheetOf } from './pack-sheet.ts'
import { EVIDENCE, allEvidence, businesses, districts, individuals, proof } from './proof-sheets.ts'
import { QUALITY_SHEET, dataQuality } from './quality-sheet.ts'
import { restated, restatedUnits, restatements } from './restated-sheets.ts'
import { capital, grants, investment, jobs, otherOutcomes, partnerReturns, surveys } from './result-sheets.ts'
import { signedOff } from './signed-sheet.ts'
import { enquiriesReceived, judgements, referrals, skillsReviews, supportEvents, training } from './work-sheets.ts'

export type PackAsked = { hub_id: string; year: Year; produced_at: Date; produced_by: string; reason: string }
export type Pack = { sheets: Sheet[]; rows: Readonly<Record<string, number>> }

/**
 * The year's pack of a hub: a cover, the figures, their definitions, and the records behind them, as sheets that are
 * read while they are written. `db` must be one snapshot, kept open until the last sheet is read.
 */
export async function packSheets(db: Db, asked: PackAsked): Promise<Pack> {
  const scope = await scopeOf(db, asked)
  const queries = [
    districts,
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
    partnerReturns(asked.year),
    signedOff(asked.year),
    restatements,
    restatedUnits,
    exclusions,
    proof,
  ]
  await keepRows(db, { table: EVIDENCE, rows: allEvidence(scope) })
  await keepRows(db, excluded(scope, asked.year))
  await keepRows(db, restated(asked.hub_id, asked))
  const { catalogue } = scope
  const rows: Record<string, number> = {
    Headlines: catalogue.length,
    Definitions: catalogue.length,
    [QUALITY_SHEET]: QUALITY_RULES.length,
  }
  for (const query of queries) rows[query.name] = await rowsExpected(db, query, scope)
  const counted = (query: PackQuery) => countedRows(sheetOf(db, query, scope), rows[query.name] ?? 0)
  return {
    rows,
    sheets: [
      await cover(db, asked, scope, rows),
      headlines(db, asked),
      definitions(catalogue),
      ...queries.map(counted),
      dataQuality(db, scope, todayInLondon(asked.produced_at)),
    ],
  }
}

async function cover(db: Db, asked: PackAsked, { area_codes }: Scope, rows: Pack['rows']): Promise<Sheet> {
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
    ['Districts served', area_codes.length === 0 ? 'no area rule' : area_codes.join(' ')],
    ['Notes', 'People stand under their reference alone. Amounts, people and businesses are never added together.'],
    ...Object.entries(rows).map(([name, number]): SheetRow => [`Rows of ${name}`, String(number)]),
  ])
}

const headlines = (db: Db, asked: PackAsked): Sheet =>
  heldSheet(
    'Headlines',
    {
      key: 'text',
      title: 'text',
      value: 'number',
      unit: 'text',
      'published wording': 'text',
      'prior year': 'number',
      target: 'number',
      '% of target': 'number',
      'definition version': 'number',
      status: 'text',
    },
    () => headlineRows(db, asked),
  )

async function headlineRows(db: Db, { hub_id, year }: PackAsked): Promise<SheetRow[]> {
  const figures = await figuresOf(db, { hub_id, year })
  const before = new Map(
    (await figuresOf(db, { hub_id, year: previousYear(year) })).map((each) => [each.key, each.value]),
  )
  const targets = await sql<{ indicator_key: string; value: string }>`
    select indicator_key, value::text as value from target
    where hub_id = ${hub_id} and year = ${year} and voided_at is null order by id`.execute(db)
  const target = new Map(targets.rows.map(({ indicator_key, value }) => [indicator_key, value]))
  return figures.map((figure) => headline(figure, before.get(figure.key) ?? null, target.get(figure.key) ?? null))
}

function headline(figure: Figure, before: string | null, target: string | null): SheetRow {
  const { key, title, value, unit, definition_version } = figure
  const share =
    value === null || target === null || Number(target) === 0
      ? null
      : ((Number(value) / Number(target)) * 100).toFixed(1)
  return [key, title, value, unit, inPress(value, unit), before, target, share, String(definition_version), 'live']
}

const definitions = (catalogue: readonly Definition[]): Sheet =>
  heldSheet(
    'Definitions',
    {
      key: 'text',
      version: 'number',
      unit: 'text',
      'what counts': 'text',
      'only in area': 'text',
      note: 'text',
      'source document': 'text',
    },
    catalogue.map((definition) => [
      definition.key,
      String(definition.version),
      unitOf(definition),
      inWords(definition),
      definition.in_area ? 'yes' : 'no',
      definition.note ?? null,
      definition.source,
    ]),
  )
