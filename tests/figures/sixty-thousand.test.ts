import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { everyUnit } from '@hubline/reporting/units.ts'
import { definitionIn } from '@hubline/reporting/hub-catalogue.ts'
import { expect, onTestFinished, test } from 'vitest'
import { hub as callHub } from '../faults/hub-command.ts'
import { aHubWith } from '../given/bundle.ts'
import { theYear } from '../given/records.ts'
import { checkPack } from '../stranger/check-pack.ts'
import { readPack } from '../stranger/read-pack.ts'
import { randomBundle } from '../recount/random-bundle.ts'
import { recount } from '../recount/recount.ts'

const YEAR = '2021-22'

test('of 60,000 clients each figure is the same on the board, from the command, in the pack and by a plain recount, and as long as its list', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'hubline-sixty-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  // Twice as many people as businesses.
  const imported = randomBundle(60_000, 20_000, 6)
  const hub = await aHubWith(imported)
  const place = { DATABASE_URL: hub.database.url }
  const as = hub.as('manager')

  const frameworks = [
    { framework: 'erdf', definition_version: '3' },
    { framework: 'ukspf', definition_version: '1' },
  ] as const
  const known = await as.programmes.list()
  for (const [at, { framework }] of frameworks.entries()) {
    const { id } = known.find(({ reference }) => reference === `PRG-${at + 1}`) ?? { id: '' }
    await as.programmes.setFramework({ request_id: randomUUID(), id, version: 1, framework })
  }
  const programmes = (imported['programmes'] ?? []).map((row, at) => ({ ...row, ...frameworks[at] }))
  const bundle = { ...imported, programmes }

  const { figures } = await as.indicators.board({ year: YEAR })
  const board = Object.fromEntries(figures.flatMap(({ key, value }) => (value === null ? [] : [[key, value]])))
  const recounted = recount(bundle, YEAR)
  expect(board).toEqual(recounted)
  expect(Number(board['lep.businesses_supported'])).toBeGreaterThan(5000)

  const command = await callHub(place, 'figures', '--hub', hub.slug, '--year', YEAR, '--json')
  const said = JSON.parse(command.out) as { figures: { key: string; value: string }[] }
  expect(Object.fromEntries(said.figures.map(({ key, value }) => [key, value]))).toEqual(board)

  const out = path.join(folder, 'pack.zip')
  await callHub(place, 'export', '--hub', hub.slug, '--year', YEAR, '--format', 'csv', '--out', out)
  const pack = readPack(out)
  expect(checkPack(pack)).toEqual([])
  expect(Object.fromEntries((pack['Headlines'] ?? []).map((row) => [row['key'], row['value']]))).toMatchObject(board)

  for (const { key, value } of figures) {
    const { total, value: listed } = await as.indicators.units({ year: YEAR, key })
    const units = await hub.inside(async (tx) => {
      const question = { hub_id: hub.hub_id, year: theYear(YEAR) }
      const found: string[] = []
      const definition = await definitionIn(tx, { ...question, key })
      if (!definition) throw new Error(`No definition ${key}`)
      for await (const unit of everyUnit(tx, definition, question)) found.push(`${unit.kind} ${unit.id}`)
      return found
    })
    expect({ key, listed, distinct: new Set(units).size }).toEqual({ key, listed: value, distinct: total })
    expect(units).toHaveLength(total)
  }
}, 300_000)
