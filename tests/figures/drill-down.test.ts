import { CATALOGUE } from '@hubline/domain/indicators/catalogue.ts'
import { type Definition, frameworkOf } from '@hubline/domain/indicators/definition.ts'
import type { Way } from '@hubline/domain/indicators/language.ts'
import { type EvidenceRow, evidence, scopeOf } from '@hubline/reporting/evidence.ts'
import { figuresOf } from '@hubline/reporting/figures.ts'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aHubWith } from '../given/bundle.ts'
import type { TestHub } from '../given/hub.ts'
import { theYear } from '../given/records.ts'
import { aReportingHub } from '../given/reporting-hub.ts'
import { randomBundle } from '../recount/random-bundle.ts'

const YEAR = '2021-22'

/** A fact that stands by itself: what it takes with it can be read off the list, without knowing any rule. */
const STAND_ALONE = CATALOGUE.filter(
  ({ band, threshold, also_in, counts, any_of }) =>
    !band &&
    !threshold &&
    !also_in &&
    !('mean' in counts) &&
    any_of.every((way) => way.a !== 'business' && !restsOnOthers(way)),
)

/** What counts only beside a record of another kind, which no list of it names. */
function restsOnOthers(way: Way): boolean {
  return way.alongside_a_grant === true || (way.a === 'participation' && way.of_programme !== undefined)
}

/** What a row of a list adds to the value, as the screen shows it: pounds, full-time equivalents, or one. */
function adds({ counts }: Definition, { amount }: EvidenceRow): number {
  if (!('sum' in counts)) return 1
  return Number(amount) / { fte_of_30_hours: 30, fte_of_own_week: 1, amount_pence: 100 }[counts.sum]
}

/** How much a figure loses with a record: each unit that has no other record in its list. */
function predicted(definition: Definition, rows: readonly EvidenceRow[], record: EvidenceRow): number {
  const isIt = ({ record_kind, record_id }: EvidenceRow) =>
    record_kind === record.record_kind && record_id === record.record_id
  return [...Map.groupBy(rows, ({ unit_id }) => unit_id).values()]
    .filter((ofUnit) => ofUnit.every(isIt))
    .reduce((lost, [row]) => lost + (row ? adds(definition, row) : 0), 0)
}

class TakenBack extends Error {}

/** The figures of the year without a record, which is there again afterwards. */
async function without(hub: TestHub, year: string, { record_kind, record_id }: EvidenceRow) {
  let figures: Awaited<ReturnType<typeof figuresOf>> = []
  const asked = hub.inside(async (tx) => {
    await sql`update ${sql.table(record_kind)} set voided_at = now(), void_reason = 'Entered in error' where id = ${record_id}`.execute(
      tx,
    )
    figures = await figuresOf(tx, { hub_id: hub.hub_id, year: theYear(year) })
    throw new TakenBack()
  })
  await expect(asked).rejects.toThrow(TakenBack)
  return new Map(figures.map(({ key, value }) => [key, Number(value ?? 0)]))
}

/** What each list loses with each of its records, told beforehand and then done. Gives how many records there are. */
async function takeAway(hub: TestHub, definitions: readonly Definition[]): Promise<number> {
  const { lists, before } = await hub.inside(async (tx) => {
    const scope = await scopeOf(tx, { hub_id: hub.hub_id, year: theYear(YEAR) })
    const found = new Map<Definition, EvidenceRow[]>()
    for (const definition of definitions)
      found.set(
        definition,
        (await sql<EvidenceRow>`select * from ${evidence(definition, scope)} as row`.execute(tx)).rows,
      )
    const figures = await figuresOf(tx, { hub_id: hub.hub_id, year: theYear(YEAR) })
    return { lists: found, before: new Map(figures.map(({ key, value }) => [key, Number(value ?? 0)])) }
  })
  const records = new Map([...lists.values()].flat().map((row) => [`${row.record_kind} ${row.record_id}`, row]))
  for (const [name, record] of records) {
    const after = await without(hub, YEAR, record)
    for (const [definition, rows] of lists) {
      const { key } = definition
      const lost = (before.get(key) ?? 0) - (after.get(key) ?? 0)
      expect([key, name, lost.toFixed(1)]).toEqual([key, name, predicted(definition, rows, record).toFixed(1)])
    }
  }
  return records.size
}

test('taking any one record away lowers each figure by what its list says, and no other', async () => {
  const hub = await aHubWith(randomBundle(7, 50))
  expect(await takeAway(hub, STAND_ALONE)).toBeGreaterThan(50)
})

test('so it does with the outputs of programmes', async () => {
  const hub = await aReportingHub(5, 14)
  const outputs = STAND_ALONE.filter((definition) => frameworkOf(definition) !== undefined)
  expect(outputs.map(({ key }) => key)).toEqual(expect.arrayContaining(['erdf.c2', 'erdf.c8', 'ukspf.jobs_created']))
  expect(await takeAway(hub, outputs)).toBeGreaterThan(3)
})
