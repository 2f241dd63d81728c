import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { twoDecimals } from './exact.ts'
import { readBundle, rowsOf } from './read-bundle.ts'
import { KEYS, recount, unitsOf } from './recount.ts'

const SAMPLES = join(import.meta.dirname, '../samples')
const given = readdirSync(SAMPLES).flatMap((file) => {
  const [, bundle = '', year = ''] = /^(.+)\.figures-(.+)\.json$/.exec(file) ?? []
  return year === '' ? [] : [{ bundle, year, file }]
})

test('there are figures to agree with', () => {
  expect(given).toHaveLength(5)
})

test.each(given)('the recount of $bundle in $year is what the sample says', ({ bundle, year, file }) => {
  expect(recount(readBundle(join(SAMPLES, bundle)), year)).toMatchObject(
    JSON.parse(readFileSync(join(SAMPLES, file), 'utf8')),
  )
})

test('a count is as long as the list behind it', () => {
  const bundle = readBundle(join(SAMPLES, 'bundle-a'))
  const values = recount(bundle, '2021-22')
  const counts = KEYS.filter(
    (key) =>
      !['lep.jobs_created', 'lep.jobs_safeguarded', 'lep.private_investment_leveraged', 'gh.satisfaction'].includes(
        key,
      ),
  )

  expect(counts).toHaveLength(23)
  for (const key of counts) expect([key, String(unitsOf(bundle, '2021-22', key).length)]).toEqual([key, values[key]])
})

test('a quoted cell may hold commas, doubled quotes and line breaks', () => {
  expect(rowsOf('\uFEFFname,notes\r\n"Pot, ""Kiln"" & Co"," first\nsecond "\r\nOther,\r\n')).toEqual([
    { name: 'Pot, "Kiln" & Co', notes: 'first\nsecond' },
    { name: 'Other', notes: '' },
  ])
})

test('a sum is rounded half up, once', () => {
  expect(twoDecimals({ part: 1n, over: 8n })).toBe('0.13')
  expect(twoDecimals({ part: 2n, over: 3n })).toBe('0.67')
  expect(twoDecimals({ part: 297n, over: 1n })).toBe('297.00')
})
