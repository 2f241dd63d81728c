import type { Tx } from '@hubline/db/connection.ts'
import type { Day } from '@hubline/domain/day.ts'
import { type Definition, frameworkOf, unitOf } from '@hubline/domain/indicators/definition.ts'
import { inWords } from '@hubline/domain/indicators/in-words.ts'
import type { Framework } from '@hubline/domain/programmes/frameworks.ts'
import { type Year, monthsOf } from '@hubline/domain/years/year.ts'
import type { Sheet } from '@hubline/spreadsheet/sheet.ts'
import { type RawBuilder, sql } from 'kysely'
import { evidence, scopeOf } from '../evidence.ts'
import { valueOfNothing, valuesQuery } from '../figures.ts'
import type { Scope } from '../records.ts'
import { amountInUnits } from '../units.ts'
import { BREAKDOWNS, breakdownRows, breakdownSheet } from '../pack/breakdown-sheet.ts'
import { excluded } from '../pack/exclusion-sheet.ts'
import { definitions, signedHeadlines } from '../pack/figure-sheets.ts'
import { recordSheets } from '../pack/kept-sheets.ts'
import { roomToSort } from '../pack/kept-rows.ts'
import { EVIDENCE, allEvidence } from '../pack/proof-sheets.ts'
import { QUALITY_SHEET, dataQuality } from '../pack/quality-sheet.ts'
import { canonicalInSql, canonicalJson, linkAfter, listHash, unitLine } from './canonical.ts'
import { keepSheets, partsOfSheets } from './keep-sheets.ts'

/** A row of `signed_figure` without its hash: what the hash is made of. */
export type FigureContent = {
  position: number
  key: string
  title: string
  unit: string
  value: string | null
  units: number
  definition_version: number
  definition: string
  words: string
  parameters: string
  units_hash: string
}

/** The link of a figure, behind the figure before or the head of its sign-off. */
export const figureHash = (previous: string, figure: FigureContent): string =>
  linkAfter(previous, [
    figure.position,
    figure.key,
    figure.title,
    figure.unit,
    figure.value,
    figure.units,
    figure.definition_version,
    figure.definition,
    figure.words,
    figure.parameters,
    figure.units_hash,
  ])

/**
 * Copies every figure of a year with its units and their records, and the pack's sheets of records, under a sign-off of
 * this transaction. Values, lists and records are read by one statement, so that they are of one moment. `head` is the
 * hash that the first figure follows; `restated` are sheets about what this sign-off restates.
 */
export async function copyFigures(
  tx: Tx,
  {
    hub_id,
    year,
    sign_off_id,
    head,
    today,
    restated,
  }: Signed & { year: Year; head: string; today: Day; restated: readonly Sheet[] },
): Promise<void> {
  const scope = await scopeOf(tx, { hub_id, year })
  await roomToSort(tx)
  await sql`create temporary table ${sql.table(EVIDENCE)} on commit drop as ${evidenceToCopy(scope)} with no data`.execute(
    tx,
  )
  const { rows } = await copyUnits(scope, year, sign_off_id).execute(tx)
  const { area_codes, from, to, catalogue } = scope
  const explained = await explanationsOf(tx, hub_id, year)
  const programmes = await programmesOf(tx, hub_id)
  const sheets = [...HELD, ...restated, ...recordSheets(year)].map(({ name }) => name)
  let previous = head
  const figures = catalogue.map((definition, at) => {
    const found = rows.find(({ key }) => key === definition.key)
    const content: FigureContent = {
      position: at + 1,
      key: definition.key,
      title: definition.title,
      unit: unitOf(definition),
      value: found?.value ?? valueOfNothing(definition),
      units: found?.units ?? 0,
      definition_version: definition.version,
      definition: canonicalJson(definition),
      words: inWords(definition),
      parameters: canonicalJson({
        area_codes,
        from,
        to,
        explanation: explained.get(definition.key),
        programmes: programmes.get(frameworkOf(definition)),
        // Behind the last figure come the sheets: it names them, so that none can go.
        sheets: at === catalogue.length - 1 ? sheets : undefined,
      }),
      units_hash: found?.units_hash ?? NO_UNITS,
    }
    previous = figureHash(previous, content)
    return { hub_id, sign_off_id, ...content, hash: previous }
  })
  await tx.insertInto('signed_figure').values(figures).execute()
  const asked = { hub_id, year, sign_off_id, behind: previous, sheets, restated }
  await keepAll(tx, asked, { scope, today, figures, explained })
}

/** The sheets that are at hand, before those of a restatement and those of records. */
const HELD = [{ name: 'Headlines' }, { name: 'Definitions' }, { name: BREAKDOWNS }, { name: QUALITY_SHEET }]

type Signed = { hub_id: string; sign_off_id: string }

/** The pack's sheets of a sign-off, behind the figures of the same catalogue. */
async function keepAll(
  tx: Tx,
  {
    year,
    restated,
    ...asked
  }: Signed & { year: Year; behind: string; sheets: readonly string[]; restated: readonly Sheet[] },
  {
    scope,
    today,
    figures,
    explained,
  }: { scope: CountedScope; today: Day; figures: readonly FigureContent[]; explained: ReadonlyMap<string, string> },
): Promise<void> {
  const { hub_id, catalogue } = scope
  const told = catalogue.map((definition, at) => ({
    ...definition,
    definition_version: definition.version,
    unit: unitOf(definition),
    position: at + 1,
    value: figures[at]?.value ?? null,
    units: figures[at]?.units ?? 0,
    explanation: explained.get(definition.key),
  }))
  const held = [
    await signedHeadlines(tx, { hub_id, year, figures: told, catalogue }),
    definitions(catalogue),
    breakdownSheet(await breakdownRows(tx, scope)),
    dataQuality(tx, scope, today),
    ...restated,
  ]
  await keepSheets(tx, { ...asked, queries: recordSheets(year), held })
}

/** What was said of figures that are far from the year before or from their target, by key. */
async function explanationsOf(tx: Tx, hub_id: string, year: Year): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('figure_explanation')
    .select(['indicator_key', 'words'])
    .where('hub_id', '=', hub_id)
    .where('year', '=', year)
    .where('voided_at', 'is', null)
    .execute()
  return new Map(rows.map(({ indicator_key, words }) => [indicator_key, words]))
}

type Asking = { reference: string; name: string; definition_version: number | null; minimum_minutes: number | null }

/** By framework, its programmes with the version of the definitions that each has pinned and the least support that it asks for. */
async function programmesOf(
  tx: Tx,
  hub_id: string,
): Promise<{ get: (framework: Framework | undefined) => Asking[] | undefined }> {
  const rows = await tx
    .selectFrom('programme')
    .select(['framework', 'reference', 'name', 'definition_version', 'minimum_minutes'])
    .where('hub_id', '=', hub_id)
    .where('framework', 'is not', null)
    .where('voided_at', 'is', null)
    .orderBy('reference')
    .execute()
  const grouped = Map.groupBy(rows, ({ framework }) => framework)
  return {
    get: (framework) => framework && grouped.get(framework)?.map(({ framework: _, ...asking }) => asking),
  }
}

/** SHA-256 of nothing. */
const NO_UNITS = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

type CountedScope = Scope & { catalogue: readonly Definition[] }
type Copied = { key: string; value: string | null; units: number | null; units_hash: string | null }

const evidenceToCopy = (scope: Scope) => allEvidence(scope, sql`, unit_name`)

const copyUnits = (scope: CountedScope, year: Year, sign_off_id: string) => sql<Copied>`
  with ${sql.ref(EVIDENCE)} as materialized (${evidenceToCopy(scope)}),
  split_later as (insert into pg_temp.${sql.ref(EVIDENCE)} select * from ${sql.ref(EVIDENCE)}),
  figure as (${valuesQuery(scope, monthsOf(year), scope.catalogue)}),
  copied as (
    insert into signed_unit (hub_id, sign_off_id, key, kind, id, reference, name, district, first_on, last_on, amount, because)
    select ${scope.hub_id}::uuid, ${sign_off_id}::uuid, unit.* from (${unitsOfAll(scope.catalogue)}) as unit
    returning *),
  ${sql.ref(excluded(scope, year).table)} as materialized (${excluded(scope, year).rows}),
  kept as (
    insert into signed_sheet_part (hub_id, sign_off_id, name, part, rows, lines)
    select ${scope.hub_id}::uuid, ${sign_off_id}::uuid, sheet.* from (${partsOfSheets(recordSheets(year), scope)}) as sheet),
  listed as (select key, count(*)::int as units, ${listHash(unitLine)} as units_hash from copied group by key)
  select coalesce(f.key, l.key) as key, f.value, l.units, l.units_hash
  from (select key, value from figure where month is null) f full join listed l on l.key = f.key`

/** The records of a unit, by day, then by id. */
const BECAUSE = sql`'[' || string_agg(${canonicalInSql(['record_kind', 'record_id', 'reference', 'on', 'amount'].map((column) => sql.ref(column)))}, ',' order by "on", record_id) || ']'`

/** The units of every definition, from the rows of evidence that the sheets are made of too. */
const unitsOfAll = (catalogue: readonly Definition[]): RawBuilder<unknown> => sql`
  select key, unit_kind, unit_id, unit_reference, unit_name, unit_district, min(qualified_on), max("on"),
    case key ${sql.join(
      catalogue.map((definition) => sql`when ${sql.lit(definition.key)} then ${amountInUnits(definition)}`),
      sql` `,
    )} end, ${BECAUSE}
  from (select key, unit_kind, unit_id, unit_reference, unit_name, unit_district, qualified_on, record_kind, record_id, reference, "on", raw as amount from ${sql.table(EVIDENCE)}) as evidence
  group by key, unit_kind, unit_id, unit_reference, unit_name, unit_district`

/** The units of a definition as they stand in `signed_unit`; their records by day, then by id. */
export const unitsToCopy = (definition: Definition, scope: Scope): RawBuilder<unknown> => sql`
  select ${definition.key}::text, unit_kind, unit_id, unit_reference, unit_name, unit_district, min(qualified_on), max("on"), ${amountInUnits(definition)},
    ${BECAUSE}
  from ${evidence(definition, scope)} as evidence
  group by unit_kind, unit_id, unit_reference, unit_name, unit_district`
