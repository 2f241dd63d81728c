import path from 'node:path'
import { readCsv } from '@hubline/spreadsheet/read-csv.ts'
import { describe, expect, test } from 'vitest'
import { type TestHub, aHub } from '../given/hub.ts'
import { OPEN_DATA, hasOpenData } from './folder.ts'

const AT_ONCE = 4

/**
 * How well possible duplicates are found among real organisations whose truth is known: names and postcodes only, so
 * without the numbers that settle most cases in practice. Organisations are asked about as if they were being typed
 * in, through the API, and each pair that is offered is held against the truth.
 */
type Organisation = { record_id: string; name: string; town: string; postcode: string; true_entity_id: string }
type Measured = {
  organisations: number
  asked: number
  truth: number
  offered: number
  right: number
  sure: number
  sure_and_right: number
}

async function organisationsOf(folder: string): Promise<Organisation[]> {
  const { header, batches } = await readCsv(path.join(OPEN_DATA, 'dedupe', folder, 'records_with_truth.csv'))
  const rows: Organisation[] = []
  for await (const batch of batches)
    for (const { cells } of batch)
      rows.push(Object.fromEntries(header.map((column, at) => [column, cells[at] ?? ''])) as Organisation)
  return rows
}

async function registered(hub: TestHub, organisations: readonly Organisation[]): Promise<void> {
  const rows = organisations.map(({ record_id, name, town, postcode }) => ({
    hub_id: hub.hub_id,
    reference: record_id,
    name,
    legal_form: 'unknown' as const,
    town: town || null,
    postcode: postcode || null,
  }))
  await hub.inside(async (tx) => {
    for (let at = 0; at < rows.length; at += 500)
      await tx
        .insertInto('business')
        .values(rows.slice(at, at + 500))
        .execute()
  })
  await hub.database.owner.query('analyze app.business')
}

const pairsOf = (references: readonly string[]) =>
  references.flatMap((one, at) => references.slice(at + 1).map((other) => [one, other].toSorted().join(' ')))

function truthOf(organisations: readonly Organisation[]): Set<string> {
  const entities = Map.groupBy(organisations, (each) => each.true_entity_id)
  return new Set([...entities.values()].flatMap((same) => pairsOf(same.map((each) => each.record_id))))
}

/** Every organisation is in the hub; one in so many is asked about, and whoever is there twice always. */
async function measure(folder: string, one_in = 1): Promise<Measured> {
  const organisations = await organisationsOf(folder)
  const truth = truthOf(organisations)
  const twice = new Set([...truth].flatMap((pair) => pair.split(' ')))
  const asked = organisations.filter(({ record_id }, at) => at % one_in === 0 || twice.has(record_id))
  const hub = await aHub()
  await registered(hub, organisations)
  const ask = hub.as('adviser').businesses.possibleDuplicates
  const offered = new Map<string, 'same' | 'maybe'>()
  const left = asked.values()
  const askOn = async () => {
    for (const { record_id, name, postcode } of left) {
      const { candidates } = await ask({ name, postcode })
      for (const { reference, verdict } of candidates)
        if (reference !== record_id) offered.set([record_id, reference].toSorted().join(' '), verdict)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, askOn))
  const sure = [...offered].filter(([, verdict]) => verdict === 'same').map(([pair]) => pair)
  return {
    organisations: organisations.length,
    asked: asked.length,
    truth: truth.size,
    offered: offered.size,
    right: [...offered.keys()].filter((pair) => truth.has(pair)).length,
    sure: sure.length,
    sure_and_right: sure.filter((pair) => truth.has(pair)).length,
  }
}

const said = ({ truth, offered, right, sure, sure_and_right }: Measured) =>
  `recall ${(right / truth).toFixed(2)}, precision ${(right / offered).toFixed(2)}, sure of ${sure}, right in ${sure_and_right}`

describe.runIf(hasOpenData)('possible duplicates among real organisations', () => {
  test('three in four of the same organisations from different lists are offered, and more than half of the offers are right', async () => {
    const measured = await measure('uk_orgs_cross_source')
    console.log(said(measured))

    expect(measured).toMatchObject({ organisations: 2005, truth: 84 })
    expect(measured.right / measured.truth).toBeGreaterThanOrEqual(0.75)
    expect(measured.right / measured.offered).toBeGreaterThanOrEqual(0.5)
    expect(measured.sure_and_right).toBe(measured.sure)
  }, 300_000)

  test('a list that is nearly clean gives a handful of questions, and the duplicates are among them', async () => {
    const measured = await measure('uk_charities_lloyds', 3)
    console.log(said(measured))

    expect(measured).toMatchObject({ organisations: 3627, truth: 5 })
    expect(measured.right).toBeGreaterThanOrEqual(4)
    expect(measured.offered).toBeLessThanOrEqual(measured.asked / 50)
    expect(measured.sure_and_right).toBe(measured.sure)
  }, 300_000)
})
