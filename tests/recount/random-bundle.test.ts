import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BUNDLE } from '@hubline/domain/imports/bundle.ts'
import { expect, test } from 'vitest'
import { problemsOf } from './bundle-problems.ts'
import { randomBundle, writeBundle, writeLargeBundle } from './random-bundle.ts'
import { type Bundle, readBundle } from './read-bundle.ts'
import { IN_NO_BUNDLE, KEYS, recount } from './recount.ts'

const TODAY = '2022-12-31'
const SEEDS = Array.from({ length: 20 }, (_, at) => at + 1)

function inFolder<T>(write: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'))
  try {
    return write(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const values = (bundle: Bundle, file: string, column: string) =>
  new Set((bundle[file] ?? []).map((row) => row[column] ?? ''))

test.each(SEEDS)('random bundle %i breaks no rule of the bundle', (seed) => {
  expect(problemsOf(randomBundle(seed, 30), TODAY)).toEqual([])
})

test('a random bundle has every file, every column and every word of the closed lists', () => {
  const bundle = randomBundle(1, 600)

  for (const { file, columns } of BUNDLE) {
    const name = file.replace(/\.csv$/, '')
    for (const [column, { type }] of Object.entries(columns)) {
      const found = values(bundle, name, column)
      const words = type.is === 'one_of' ? type.values : []
      expect([name, column, [...found].some((value) => value !== '')]).toEqual([name, column, true])
      expect([name, column, words.filter((value) => !found.has(value))]).toEqual([name, column, []])
    }
  }
})

test('random bundles together give every figure something to count', () => {
  const counted = SEEDS.map((seed) => recount(randomBundle(seed, 60), '2021-22'))
  for (const key of KEYS.filter((one) => !IN_NO_BUNDLE.includes(one)))
    expect([key, counted.some((figures) => Number(figures[key]) > 0)]).toEqual([key, true])
})

test('the same seed makes the same bundle, and another seed another', () => {
  expect(randomBundle(7, 20)).toEqual(randomBundle(7, 20))
  expect(randomBundle(7, 20)).not.toEqual(randomBundle(8, 20))
})

test('a bundle that was written reads back the same', () => {
  const bundle = randomBundle(3, 20)
  inFolder((folder) => {
    writeBundle(bundle, folder)
    expect(readBundle(folder)).toEqual(bundle)
  })
})

test('a large bundle is written row by row and breaks no rule', () => {
  inFolder((folder) => {
    writeLargeBundle(folder, { businesses: 500, records: 5000, seed: 2 })
    const bundle = readBundle(folder)
    expect(bundle['businesses']).toHaveLength(500)
    expect(problemsOf(bundle, '2030-01-01')).toEqual([])
  })
})

test('a broken bundle is told so', () => {
  const bundle = randomBundle(1, 10)
  const broken = { ...bundle, targets: [{ indicator_key: 'lep.jobs_created', year: '2021', value: '' }], odd: [] }
  expect(problemsOf(broken, TODAY)).toEqual([
    'odd.csv is not a file of the bundle',
    'targets.csv lep.jobs_created 2021: year cannot be 2021',
    'targets.csv lep.jobs_created 2021: value is blank',
  ])
})
