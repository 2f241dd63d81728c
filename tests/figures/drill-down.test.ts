import { buffer } from 'node:stream/consumers'
import { CATALOGUE } from '@hubline/domain/indicators/catalogue.ts'
import type { Definition } from '@hubline/domain/indicators/definition.ts'
import type { Way } from '@hubline/domain/indicators/language.ts'
import { type EvidenceRow, evidence, scopeOf } from '@hubline/reporting/evidence.ts'
import { figuresOf } from '@hubline/reporting/figures.ts'
import { packSheets } from '@hubline/reporting/pack/pack-sheets.ts'
import { writeCsvZip } from '@hubline/spreadsheet/write-csv-zip.ts'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { TestHub } from '../given/hub.ts'
import { aRandomHub, tableOf } from '../given/random-hub.ts'
import { theYear } from '../given/records.ts'
import type { Bundle } from '../recount/read-bundle.ts'
import { recount } from '../recount/recount.ts'
import { checkPack } from '../stranger/check-pack.ts'
import { type Pack, type Row, packOf } from '../stranger/read-pack.ts'
import { type Lists, predicted } from './predicted.ts'

const YEAR = '2021-22'

/** Where records decide about each other that no list has together: minutes used up elsewhere, later support, a grant beside money. */
const restsOnOthers = (way: Way) =>
  way.alongside_a_grant === true ||
  way.first_contact === true ||
  (way.a === 'participation' && way.of_programme !== undefined)
const isToldByItsList = ({ threshold, any_of }: Definition) => !threshold && !any_of.some(restsOnOthers)

let hub: TestHub
let bundle: Bundle = {}
let before: ReadonlyMap<string, string | null> = new Map()
let lists: Lists = { of: new Map(), eventOf: new Map() }

const valuesOf = async (tx: Parameters<typeof figuresOf>[0]) =>
  new Map((await figuresOf(tx, { hub_id: hub.hub_id, year: theYear(YEAR) })).map(({ key, value }) => [key, value]))

beforeAll(async () => {
  ;({ hub, bundle } = await aRandomHub(206, 40))
  await hub.inside(async (tx) => {
    const scope = await scopeOf(tx, { hub_id: hub.hub_id, year: theYear(YEAR) })
    const of = new Map<string, readonly EvidenceRow[]>()
    for (const definition of CATALOGUE)
      of.set(
        definition.key,
        (
          await sql<EvidenceRow>`select * from ${evidence(definition, scope)} as row order by unit_reference, record_kind, reference, "on"`.execute(
            tx,
          )
        ).rows,
      )
    const places = await tx
      .selectFrom('attendance')
      .select(['id', 'event_id'])
      .where('hub_id', '=', hub.hub_id)
      .execute()
    lists = { of, eventOf: new Map(places.map(({ id, event_id }) => [id, event_id])) }
    before = await valuesOf(tx)
  })
})

class TakenBack extends Error {}

/** The figures of the year without a record, which is there again afterwards. */
async function without({ record_kind, record_id, on }: EvidenceRow) {
  let found: ReadonlyMap<string, string | null> = new Map()
  const which =
    record_kind === 'business'
      ? sql`id = (select id from business_flag where business_id = ${record_id} and flagged_on = ${on} and voided_at is null limit 1)`
      : sql`id = ${record_id}`
  const asked = hub.inside(async (tx) => {
    await sql`update ${sql.table(record_kind === 'business' ? 'business_flag' : record_kind)} set voided_at = now(), void_reason = 'Entered in error' where ${which}`.execute(
      tx,
    )
    found = await valuesOf(tx)
    throw new TakenBack()
  })
  await expect(asked).rejects.toThrow(TakenBack)
  return found
}

/** The rows of the hub without a record; a judgement of a business is in no figure that is recounted here. */
const rowsWithout = ({ record_kind, reference }: EvidenceRow): Bundle =>
  Object.fromEntries(
    Object.entries(bundle).map(([file, rows]) => [
      file,
      tableOf(file) === record_kind && file !== 'businesses'
        ? rows.filter((row) => row['reference'] !== reference)
        : rows,
    ]),
  )

const BY_LIST = CATALOGUE.filter(isToldByItsList)
const BY_ROWS = CATALOGUE.filter((definition) => !isToldByItsList(definition)).map(({ key }) => key)

/** What a figure will be without a record: by its list, or by a recount of the rows where no list tells it. */
function predictedOf(definition: Definition, record: EvidenceRow): string | null {
  if (isToldByItsList(definition)) return predicted(definition, lists, record)
  return recount(rowsWithout(record), YEAR, { only: [definition.key] })[definition.key] ?? null
}

function allPredicted(record: EvidenceRow): Record<string, string | null> {
  const byList = BY_LIST.map((definition) => [definition.key, predicted(definition, lists, record)] as const)
  return { ...Object.fromEntries(byList), ...recount(rowsWithout(record), YEAR, { only: BY_ROWS }) }
}

/** Of each list a few records that change the figure when they go, and one that does not. */
function chosen(): EvidenceRow[] {
  const found = new Map<string, EvidenceRow>()
  for (const definition of CATALOGUE) {
    const many = { changes: 2, stays: 1 }
    const rows = lists.of.get(definition.key) ?? []
    for (const row of isToldByItsList(definition) ? rows : rows.slice(0, 25)) {
      const after = predictedOf(definition, row)
      const kind = after === before.get(definition.key) ? 'stays' : 'changes'
      if (many[kind]-- > 0) found.set(`${row.record_kind} ${row.record_id} ${row.on}`, row)
      if (many.changes <= 0 && many.stays <= 0) break
    }
  }
  return [...found.values()]
}

test('taking any one record away leaves each figure at what the lists say, whatever it changes', async () => {
  const changed = new Set<string>()
  const rose = new Set<string>()
  for (const record of chosen()) {
    const after = await without(record)
    expect([record.record_kind, record.reference, Object.fromEntries(after)]).toEqual([
      record.record_kind,
      record.reference,
      allPredicted(record),
    ])
    for (const [key, value] of after) {
      if (value !== before.get(key)) changed.add(key)
      if (Number(value ?? 0) > Number(before.get(key) ?? 0)) rose.add(key)
    }
  }
  expect(CATALOGUE.map(({ key }) => key).filter((key) => !changed.has(key))).toEqual([])
  // From medium a business falls into light, and from high into medium.
  expect([...rose]).toEqual(expect.arrayContaining(['gh.light', 'gh.medium']))
})

test('a stranger finds the outputs of programmes in the sheets of the year, and whatever of them was altered', async () => {
  const asked = { produced_at: new Date('2026-11-23T12:00:00Z'), produced_by: 'A manager', reason: 'Claim' }
  const zip = await hub.inside(async (tx) => {
    const { sheets } = await packSheets(tx, { hub_id: hub.hub_id, year: theYear(YEAR), ...asked })
    return buffer(writeCsvZip(sheets))
  })
  const pack = packOf(zip)
  expect(checkPack(pack)).toEqual([])

  const altered = (sheet: string, ref: string | undefined, change: Row): Pack => ({
    ...pack,
    [sheet]: (pack[sheet] ?? []).map((row) => (row['ref'] === ref ? { ...row, ...change } : row)),
  })
  for (const [key, record, sheet, change] of [
    ['erdf.c4', 'interaction', 'Support events', { minutes: '0' }],
    ['erdf.c4', 'interaction', 'Support events', { evidence: 'documented' }],
    ['erdf.c2', 'grant_award', 'Grants and subsidy', { 'paid GBP': '999.99' }],
    ['erdf.c8', 'outcome', 'Jobs', { 'hours/week': '7' }],
    ['erdf.c29', 'outcome', 'Other outcomes', { state: 'evidenced' }],
    ['ukspf.jobs_created', 'outcome', 'Jobs', { 'months expected': '11' }],
    ['ukspf.people_qualified', 'participation', 'Training', { completed: '' }],
  ] as const) {
    const ofYear = pack['Proof']?.find(
      (row) => row['key'] === key && row['record'] === record && (row['date'] ?? '') >= '2021-04-01',
    )
    const problems = checkPack(altered(sheet, ofYear?.['record ref'], change))
    expect([key, problems.some((problem) => new RegExp(`${key}(?!\\d)`).test(problem))]).toEqual([key, true])
  }
})
